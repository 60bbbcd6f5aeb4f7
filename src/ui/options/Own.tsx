import { useEffect, useRef, useState } from 'preact/hooks';
import { Badge } from '../../parts/Badge';
import { dateOf, plural, t } from '../../shared/i18n';
import { changeSettings, OWN_LIMITS, type OwnEntry, type Settings } from '../../shared/settings';
import { languageName } from '../language-name';
import { draftOf } from './own/draft';
import { OwnForm } from './own/OwnForm';
import { Section } from './Section';

/** Forms of an entry that its line in the list shows. */
const FORMS_SHOWN = 4;

/** What was done last, and the way back from a removal. */
type Done = { readonly text: string; readonly undo?: () => void };

/** The reader's own sources and phrases: the list, and the form that adds or changes one. */
export function Own({ settings }: { readonly settings: Settings }) {
  const { own } = settings;
  const [open, setOpen] = useState<string>();
  const [done, setDone] = useState<Done>();
  const [failed, setFailed] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  // What had the focus is gone: it goes to the entry that was changed last.
  const [left, setLeft] = useState<string>();
  useEffect(() => {
    if (left === undefined) return;
    (list.current?.querySelector<HTMLElement>(`#edit-${left}`) ?? add.current)?.focus();
    setLeft(undefined);
  }, [left, own]);
  const asked = useAsked(own);
  useEffect(() => {
    if (asked !== undefined) setOpen(asked);
  }, [asked]);

  const keep = async (change: (own: readonly OwnEntry[]) => readonly OwnEntry[]): Promise<boolean> => {
    const isKept = await changeSettings((kept) => ({ ...kept, own: change(kept.own) })).then(
      () => true,
      () => false,
    );
    setFailed(!isKept);
    return isKept;
  };
  const close = (id: string | undefined): void => {
    setOpen(undefined);
    setLeft(id ?? NEW);
  };
  const onSave = async (entry: OwnEntry): Promise<boolean> => {
    const put = (kept: readonly OwnEntry[]) =>
      kept.some(({ id }) => id === entry.id)
        ? kept.map((one) => (one.id === entry.id ? { ...entry, at: one.at } : one))
        : [...kept, entry];
    if (!(await keep(put))) return false;
    setDone({ text: t('own_saved', entry.name) });
    close(entry.id);
    return true;
  };
  const onRemove = async (entry: OwnEntry): Promise<void> => {
    const at = own.indexOf(entry);
    if (!(await keep((kept) => kept.filter(({ id }) => id !== entry.id)))) return;
    const undo = async () => {
      const isBack = await keep((kept) => [...kept.slice(0, at), entry, ...kept.slice(at)]);
      if (!isBack) return;
      setDone({ text: t('own_saved', entry.name) });
      setLeft(entry.id);
    };
    setDone({ text: t('own_removed', entry.name), undo: () => void undo() });
  };

  const form = (start: OwnEntry | undefined) => (
    <OwnForm key={open} start={start && draftOf(start)} kept={own} onSave={onSave} onCancel={() => close(start?.id)} />
  );
  return (
    <Section id="own" title={t('opt_own')} text={t('opt_own_text')}>
      {own.length === 0 && open === undefined && <p class="own-none">{t('own_none')}</p>}
      <ul class="own-list" ref={list}>
        {own.map((entry) => (
          <li key={entry.id} id={entry.id}>
            {open === entry.id ? (
              form(entry)
            ) : (
              <Line entry={entry} onEdit={() => setOpen(entry.id)} onRemove={() => void onRemove(entry)} />
            )}
          </li>
        ))}
      </ul>
      <div class="own-done" role="status">
        {done && <span>{done.text}</span>}
        {done?.undo && <Undo onUndo={done.undo} />}
      </div>
      {failed && <p role="alert">{t('not_saved')}</p>}
      {open === NEW && form(undefined)}
      {open !== NEW && own.length < OWN_LIMITS.entries && (
        <button type="button" class="btn" ref={add} onClick={() => setOpen(NEW)}>
          {t('own_add')}
        </button>
      )}
      {own.length >= OWN_LIMITS.entries && <p class="own-hint">{t('own_full', OWN_LIMITS.entries)}</p>}
    </Section>
  );
}

/** Stands for the entry that is being added. */
const NEW = 'new';

type LineProps = { readonly entry: OwnEntry; readonly onEdit: () => void; readonly onRemove: () => void };

function Line({ entry: { id, name, kind, langs, forms, at }, onEdit, onRemove }: LineProps) {
  const more = forms.length - FORMS_SHOWN;
  return (
    <div class="own-line">
      <Badge kind={kind} stance="reported" />
      <div>
        <b>
          <bdi>{name}</bdi>
        </b>
        <p class="own-hint">
          {t(`kind_${kind}`)} · {langs.length === 0 ? t('own_langs_all') : langs.map(languageName).join(', ')} ·{' '}
          {dateOf(at)}
        </p>
        <p class="own-forms">
          {forms.slice(0, FORMS_SHOWN).join(', ')}
          {more > 0 && <span class="muted"> {plural('own_more', more)}</span>}
        </p>
      </div>
      <span class="own-line-acts">
        <button type="button" class="act" id={`edit-${id}`} aria-label={t('own_edit_of', name)} onClick={onEdit}>
          {t('own_edit')}
        </button>
        <button type="button" class="act" aria-label={t('own_remove_of', name)} onClick={onRemove}>
          {t('own_remove')}
        </button>
      </span>
    </div>
  );
}

/** Takes the focus, as the button that was pressed is gone. */
function Undo({ onUndo }: { readonly onUndo: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [onUndo]);
  return (
    <button type="button" class="btn" ref={button} onClick={onUndo}>
      {t('undo')}
    </button>
  );
}

/** The entry that the address names behind its #: a mark's card leads here. */
function useAsked(own: readonly OwnEntry[]): string | undefined {
  const read = () => decodeURIComponent(location.hash.slice(1));
  const [fragment, setFragment] = useState(read);
  useEffect(() => {
    const onChange = () => setFragment(read());
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return own.some(({ id }) => id === fragment) ? fragment : undefined;
}
