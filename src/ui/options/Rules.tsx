import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { KINDS, type Kind } from '../../engine/types';
import { lexiconVersion, type Rule } from '../../lexicon';
import { Badge } from '../../parts/Badge';
import { noteLanguage, plural, t } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { findRules, RULES } from './find-rules';
import { RuleDetail } from './RuleDetail';
import { typeOf } from './rule-words';
import { Section } from './Section';

type Choice = Kind | 'all';
const CHOICES: readonly Choice[] = ['all', ...KINDS];

/** Every entry of the lexicon, with a search; the address's fragment names the open one, so that it can be linked to. */
export function Rules({ settings }: { readonly settings: Settings }) {
  const [query, setQuery] = useState('');
  const [kind, setKind] = useState<Choice>('all');
  const language = noteLanguage();
  const found = useMemo(() => findRules(query, kind, language), [query, kind, language]);
  const asked = useAsked();
  const open = found.find(({ id }) => id === asked) ?? RULES.find(({ id }) => id === asked && query === '') ?? found[0];
  return (
    <Section id="rules" title={t('opt_rules')} text={t('opt_rules_text')}>
      <div class="rules-find">
        <input
          type="search"
          value={query}
          placeholder={t('opt_rules_search')}
          aria-label={t('opt_rules_search')}
          onInput={(event) => setQuery(event.currentTarget.value)}
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
      </div>
      <p class="rules-count" role="status">
        {plural('opt_rules_count', found.length)} · {t('opt_rules_version', lexiconVersion)}
      </p>
      {open ? (
        <div class="rules">
          <RuleList rules={found} open={open.id} />
          <RuleDetail key={open.id} rule={open} settings={settings} />
        </div>
      ) : (
        <p class="rules-none">{t('opt_rules_none')}</p>
      )}
    </Section>
  );
}

/** The list: links, so that each entry has an address; arrows go up and down. */
function RuleList({ rules, open }: { readonly rules: readonly Rule[]; readonly open: string }) {
  const list = useRef<HTMLElement>(null);
  const language = noteLanguage();
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    // Only the list scrolls: scrollIntoView would move the page as well.
    if (list.current && current) {
      const { offsetTop, offsetHeight } = current;
      const { scrollTop, clientHeight } = list.current;
      const isSeen = offsetTop >= scrollTop && offsetTop + offsetHeight <= scrollTop + clientHeight;
      if (!isSeen) list.current.scrollTop = offsetTop - clientHeight / 3;
    }
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...(list.current?.querySelectorAll<HTMLElement>('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = links[Math.min(links.length - 1, Math.max(0, at + step))];
    next?.focus();
    next?.click();
  };
  return (
    <nav ref={list} class="rule-list" aria-label={t('opt_rules')} onKeyDown={onKeyDown}>
      {rules.map((rule) => (
        <a key={rule.id} href={`#${rule.id}`} aria-current={rule.id === open ? 'true' : undefined}>
          <Badge kind={rule.kind} stance="reported" />
          <span>
            <b lang={language}>{rule.texts[language].name}</b>
            <small>{typeOf(rule)}</small>
          </span>
        </a>
      ))}
    </nav>
  );
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
