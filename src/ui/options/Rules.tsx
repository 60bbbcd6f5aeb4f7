import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { KINDS, type Kind } from '../../engine/types';
import { lexiconVersion } from '../../lexicon';
import { dateOf, noteLanguage, plural, t } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { findRules, prepareSearch, RULES } from './find-rules';
import { RuleDetail } from './RuleDetail';
import { RuleList } from './RuleList';
import { Section } from './Section';

type Choice = Kind | 'all';
const CHOICES: readonly Choice[] = ['all', ...KINDS];
/** Noon of the day that names the lexicon's version, so that it is that day wherever the reader is. */
const VERSION_AT = Date.parse(`${lexiconVersion}T12:00`);

/** Every entry of the lexicon, with a search; the address's fragment names the open one, so that it can be linked to. */
export function Rules({ settings }: { readonly settings: Settings }) {
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<Choice>('all');
  const language = noteLanguage();
  const [isOnlyOff, setOnlyOff] = useState(false);
  const off = useMemo(() => offIn(settings), [settings]);
  const only = isOnlyOff ? off : undefined;
  const found = useMemo(() => findRules({ query, kind, only }, language), [query, kind, only, language]);
  const asked = useAsked();
  const list = useRef<HTMLElement>(null);
  const open =
    found.find(({ id }) => id === asked) ??
    (query === '' && !isOnlyOff ? RULES.find(({ id }) => id === asked) : undefined) ??
    found[0];
  // From the search straight to what it found.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  };
  return (
    <Section id="rules" title={t('opt_rules')} text={t('opt_rules_text')}>
      <div class="rules-find">
        <input
          type="search"
          value={query}
          placeholder={t('opt_rules_search')}
          aria-label={t('opt_rules_search')}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onFocus={prepareSearch}
          onKeyDown={onKeyDown}
        />
        <fieldset class="seg">
          <legend class="sr">{t('opt_kind')}</legend>
          {CHOICES.map((choice) => (
            <label key={choice}>
              <input type="radio" name="kind" checked={kind === choice} onChange={() => setKind(choice)} />
              <span>{choice === 'all' ? t('opt_rules_all') : t(`kinds_${choice}`)}</span>
            </label>
          ))}
        </fieldset>
        <label class="only-off">
          <input
            type="checkbox"
            checked={isOnlyOff}
            onChange={({ currentTarget }) => setOnlyOff(currentTarget.checked)}
          />
          {t('opt_rules_off')}
        </label>
      </div>
      <p class="rules-count" role="status">
        {plural('opt_rules_count', found.length)} · {t('opt_rules_version', dateOf(VERSION_AT))}
      </p>
      {open ? (
        <div class="rules">
          <RuleList rules={found} open={open.id} off={off} list={list} />
          <RuleDetail key={open.id} rule={open} settings={settings} />
        </div>
      ) : (
        <p class="rules-none">{t(isOnlyOff && query === '' ? 'opt_rules_off_none' : 'opt_rules_none')}</p>
      )}
    </Section>
  );
}

/** Entries that are switched off everywhere. */
function offIn({ exclusions }: Settings): ReadonlySet<string> {
  return new Set(exclusions.filter(({ scope }) => scope === 'anywhere').map(({ entry }) => entry));
}

/** The entry that the address names after #; a section that it names next leaves that entry open. */
function useAsked(): string | undefined {
  const read = (): string | undefined => {
    const id = decodeURIComponent(location.hash.slice(1));
    return RULES.some((rule) => rule.id === id) ? id : undefined;
  };
  const [asked, setAsked] = useState(read);
  useEffect(() => {
    const onChange = (): void => setAsked((before) => read() ?? before);
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return asked;
}
