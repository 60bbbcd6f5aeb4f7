import { useEffect, useRef, useState } from 'preact/hooks';
import { Badge } from '../../parts/Badge';
import { dateOf, plural, t } from '../../shared/i18n';
import { OWN_LIMITS, type OwnEntry, type Settings } from '../../shared/settings';
import { languageName } from '../language-name';
import { keep } from './notice';
import { draftOf } from './own/draft';
import { OwnForm } from './own/OwnForm';
import { Section } from './Section';

/** Forms of an entry that its line in the list shows. */
const FORMS_SHOWN = 4;

/** The reader's own sources and phrases: the list, and the form that adds or changes one. */
export function Own({ settings }: { readonly settings: Settings }) {
  const { own } = settings;
  const [open, setOpen] = useState<string>();
  const section = useRef<HTMLDivElement>(null);
  // What had the focus is gone: it goes to the entry that was changed last, or to what adds one.
  const [left, setLeft] = useState<string>();
  useEffect(() => {
    if (left === undefined) return;
    const find = (selector: string) => section.current?.querySelector<HTMLElement>(selector);
    (find(`#edit-${left}`) ?? find('#own-add'))?.focus();
    setLeft(undefined);
  }, [left, own]);
  const asked = useAsked(own);
  useEffect(() => {
    if (asked !== undefined) setOpen(asked);
  }, [asked]);

  const close = (id: string | undefined): void => {
    setOpen(undefined);
    setLeft(id ?? NEW);
  };
  const onSave = async (entry: OwnEntry): Promise<void> => {
    const before = own.find(({ id }) => id === entry.id);
    const undo = before ? swap(before) : without(entry);
    const isKept = await keep(before ? swap({ ...entry, at: before.at }) : add(entry), {
      text: t('own_saved', entry.name),
      undo,
    });
    if (isKept) close(entry.id);
  };
  const onRemove = async (entry: OwnEntry): Promise<void> => {
    const undo = add(entry, own.indexOf(entry));
    if (await keep(without(entry), { text: t('own_removed', entry.name), undo })) setLeft(NEW);
  };

  const form = (start: OwnEntry | undefined) => (
    <OwnForm
      key={open}
      start={start && draftOf(start)}
      kept={own}
      onSave={(entry) => void onSave(entry)}
      onCancel={() => close(start?.id)}
    />
  );
  return (
    <Section id="own" title={t('opt_own')} text={t('opt_own_text')}>
      <div ref={section}>
        {own.length === 0 && open === undefined && <p class="own-hint">{t('own_none')}</p>}
        <ul class="own-list">
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
        {open === NEW && form(undefined)}
        {open !== NEW && own.length < OWN_LIMITS.entries && (
          <button type="button" class="btn" id="own-add" onClick={() => setOpen(NEW)}>
            {t('own_add')}
          </button>
        )}
        {own.length >= OWN_LIMITS.entries && <p class="own-hint">{t('own_full', OWN_LIMITS.entries)}</p>}
      </div>
    </Section>
  );
}

type Change = (settings: Settings) => Settings;
const change =
  (of: (own: readonly OwnEntry[]) => readonly OwnEntry[]): Change =>
  (settings) => ({ ...settings, own: of(settings.own) });
const without = (entry: OwnEntry): Change => change((own) => own.filter(({ id }) => id !== entry.id));
const swap = (entry: OwnEntry): Change => change((own) => own.map((one) => (one.id === entry.id ? entry : one)));
const add = (entry: OwnEntry, at?: number): Change => change((own) => own.toSpliced(at ?? own.length, 0, entry));

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
        <button type="button" class="act" aria-label={t('remove_of', name)} onClick={onRemove}>
          {t('remove')}
        </button>
      </span>
    </div>
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
