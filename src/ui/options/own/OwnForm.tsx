import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { KINDS, LANGS, type Lang } from '../../../engine/types';
import { t } from '../../../shared/i18n';
import { OWN_LIMITS, type OwnEntry } from '../../../shared/settings';
import { languageName } from '../../language-name';
import { type Draft, EMPTY, entryOf, type Faults, faultsOf, isFaulty } from './draft';
import { describedBy, Field, Said } from './Field';
import { Sample } from './Sample';

export type OwnFormProps = {
  /** What is changed; undefined where an entry is added. */
  readonly start: Draft | undefined;
  readonly kept: readonly OwnEntry[];
  /** Keeps the entry and closes the form, or leaves it open where it could not be kept. */
  readonly onSave: (entry: OwnEntry) => void;
  readonly onCancel: () => void;
};

/** Writes an entry: what is wrong is said beside its field as one types, and what it finds is shown on a sample. */
export function OwnForm({ start = EMPTY, kept, onSave, onCancel }: OwnFormProps) {
  const [draft, setDraft] = useState(start);
  // What nobody has written in yet is not wrong yet, until one wants to keep it.
  const [isTried, setTried] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const faults = useMemo(() => faultsOf(draft, kept), [draft, kept]);
  const shown = isTried ? faults : soFar(draft, faults);
  useEffect(() => name.current?.focus(), []);
  const change = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });

  const onSubmit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (isFaulty(faults)) form.current?.querySelector<HTMLElement>(firstFaulty(faults))?.focus();
    else onSave(entryOf(draft, Date.now()));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.isComposing) onCancel();
  };

  return (
    <form class="own-form" ref={form} aria-labelledby="own-form" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <h3 id="own-form">{start.id === undefined ? t('own_new') : t('own_edit_of', start.name)}</h3>
      <Field id="own-name" label={t('own_name')} hint={t('own_name_hint')} faults={shown.name}>
        <input
          id="own-name"
          class="field"
          ref={name}
          value={draft.name}
          aria-invalid={shown.name.length > 0}
          aria-describedby={describedBy('own-name')}
          onInput={(event) => change({ name: event.currentTarget.value })}
        />
      </Field>
      <KindChoice draft={draft} change={change} />
      <Field
        id="own-forms"
        label={t('own_forms')}
        hint={t('own_forms_hint', OWN_LIMITS.forms)}
        faults={shown.forms}
        notes={shown.notes}
      >
        <textarea
          id="own-forms"
          class="field"
          rows={4}
          spellcheck={false}
          value={draft.forms ?? draft.name}
          aria-invalid={shown.forms.length > 0}
          aria-describedby={describedBy('own-forms')}
          onInput={(event) => change({ forms: event.currentTarget.value })}
        />
      </Field>
      <LanguageChoice draft={draft} change={change} faults={shown.langs} />
      <Sample draft={draft} />
      <div class="own-acts">
        <button type="submit" class="btn btn-main">
          {t('own_save')}
        </button>
        <button type="button" class="btn" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </form>
  );
}

type ChoiceProps = { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void };

function KindChoice({ draft, change }: ChoiceProps) {
  return (
    <fieldset class="own-field" aria-describedby="own-kind-hint">
      <legend class="own-label">{t('opt_kind')}</legend>
      <div class="seg">
        {KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="own-kind" checked={draft.kind === kind} onChange={() => change({ kind })} />
            <span>{t(`kind_${kind}`)}</span>
          </label>
        ))}
      </div>
      <p id="own-kind-hint" class="own-hint" role="status">
        {t(`own_kind_${draft.kind}`)}
      </p>
    </fieldset>
  );
}

function LanguageChoice({ draft, change, faults }: ChoiceProps & { readonly faults: readonly string[] }) {
  const toggle = (lang: Lang, isOn: boolean): void =>
    change({ langs: LANGS.filter((one) => (one === lang ? isOn : draft.langs.includes(one))) });
  return (
    <fieldset class="own-field" aria-describedby="own-langs-said">
      <legend class="own-label">{t('own_langs')}</legend>
      <div class="own-langs">
        {LANGS.map((lang, at) => (
          <label key={lang}>
            <input
              type="checkbox"
              {...(at === 0 ? { id: 'own-langs' } : {})}
              checked={draft.langs.includes(lang)}
              onChange={(event) => toggle(lang, event.currentTarget.checked)}
            />
            {languageName(lang)}
          </label>
        ))}
      </div>
      <Said id="own-langs" faults={faults} />
    </fieldset>
  );
}

/** The faults of what has been written so far. */
function soFar(draft: Draft, faults: Faults): Faults {
  const isNamed = draft.name.trim() !== '';
  return {
    ...faults,
    name: isNamed ? faults.name : [],
    forms: isNamed || draft.forms !== undefined ? faults.forms : [],
  };
}

const firstFaulty = ({ name, forms }: Faults): string =>
  name.length > 0 ? '#own-name' : forms.length > 0 ? '#own-forms' : '#own-langs';
