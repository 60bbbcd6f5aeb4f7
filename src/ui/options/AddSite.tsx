import { useId, useRef, useState } from 'preact/hooks';
import { typedHost } from '../../shared/host';
import { t } from '../../shared/i18n';
import { DecisionSelect } from './DecisionSelect';
import { type Decision, withDecision } from './decisions';
import { keep, notify } from './notice';

/** A site by its address or its host alone, and what is decided about it; `usual` unless the reader chooses otherwise. */
export function AddSite({ usual }: { readonly usual: Decision }) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<Decision>();
  const [wrong, setWrong] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const problem = useId();
  const onSubmit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const host = typedHost(typed);
    if (host === undefined) {
      setWrong(typed.trim() === '' ? t('opt_site_empty') : t('opt_site_bad', typed.trim()));
      field.current?.focus();
      return;
    }
    setWrong(undefined);
    const done = await keep((kept) => withDecision(kept, host, chosen ?? usual));
    if (!done) return;
    setTyped('');
    notify({ text: t('opt_site_added', host) });
  };
  return (
    <form class="add" noValidate onSubmit={(event) => void onSubmit(event)}>
      <input
        ref={field}
        class="field"
        type="text"
        inputMode="url"
        autocomplete="off"
        spellcheck={false}
        aria-label={t('opt_site_address')}
        aria-invalid={wrong !== undefined}
        aria-describedby={problem}
        placeholder={t('opt_site_placeholder')}
        value={typed}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <DecisionSelect label={t('opt_site_decision')} value={chosen ?? usual} onChange={setChosen} />
      <button type="submit" class="btn">
        {t('add')}
      </button>
      <p id={problem} class="wrong" role="alert">
        {wrong}
      </p>
    </form>
  );
}
