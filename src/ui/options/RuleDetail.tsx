import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Rule, RuleWords } from '../../lexicon';
import { SourceNote } from '../../parts/SourceNote';
import { Who } from '../../parts/Who';
import { exclude, readmit } from '../../shared/exclusions';
import { noteLanguage, plural, t, uiLanguage } from '../../shared/i18n';
import { rowName } from '../../shared/row-name';
import type { Exclusion, Settings } from '../../shared/settings';
import { languageName } from '../language-name';
import { attempt } from './notice';
import { controlOf, typeOf } from './rule-words';

/** Words shown before a reader asks for all. */
const WORDS_MAX = 12;

/** One entry in full: what it is, why, what it looks for, where to check it, and its switch. */
export function RuleDetail({ rule, settings }: { readonly rule: Rule; readonly settings: Settings }) {
  const lang = noteLanguage();
  const texts = rule.texts[lang];
  const control = controlOf(rule);
  return (
    <article class="rule" tabIndex={-1}>
      <h3 lang={lang}>{rowName({ kind: rule.kind, title: texts.name })}</h3>
      <p class="muted">
        {[...new Set([t(`kind_${rule.kind}`), typeOf(rule)])].join(' · ')} · <span class="id">{rule.id}</span>
      </p>
      <p class="who">
        <Who kind={rule.kind} who={texts.who} lang={lang} />
      </p>
      <SourceNote lang={lang} note={texts.note} references={texts.references} />
      <dl>
        <Fact label={t('opt_rule_owner')} lang={lang}>
          {texts.owner}
        </Fact>
        <Fact label={t('opt_rule_control')}>{control}</Fact>
        <Fact label={t('opt_rule_sanction')} lang={lang}>
          {texts.sanction}
        </Fact>
        <Fact label={t('card_plainly')} lang={lang}>
          {texts.plainly && <b>{texts.plainly}</b>}
        </Fact>
        <Fact label={t('opt_rule_except')} lang={lang}>
          {texts.everyday ?? texts.ambiguity}
        </Fact>
        <Fact label={t('opt_rule_addresses')}>{rule.addresses.length > 0 && <Words words={rule.addresses} />}</Fact>
        {rule.words.map((words) => (
          <Fact key={words.lang} label={languageName(words.lang)}>
            <AllWords words={words} />
          </Fact>
        ))}
      </dl>
      <RuleSwitch rule={rule} settings={settings} />
    </article>
  );
}

type FactProps = { readonly label: string; readonly lang?: string; readonly children: ComponentChildren };

function Fact({ label, lang, children }: FactProps) {
  if (!children) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd lang={lang}>{children}</dd>
    </>
  );
}

function AllWords({ words: { lang, plain, weak, patterns } }: { readonly words: RuleWords }) {
  return (
    <div lang={lang}>
      {plain.length > 0 && <Words words={plain} />}
      {weak.length > 0 && (
        <p class="weak">
          <span class="muted" lang={uiLanguage()}>
            {t('opt_rule_weak')}
          </span>{' '}
          <Words words={weak} />
        </p>
      )}
      {patterns.length > 0 && (
        <p class="weak muted" lang={uiLanguage()}>
          {plural('opt_rule_patterns', patterns.length)}
        </p>
      )}
    </div>
  );
}

function Words({ words }: { readonly words: readonly string[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? words : words.slice(0, WORDS_MAX);
  return (
    <span class="words">
      {shown.join(', ')}
      {shown.length < words.length && (
        <>
          {' '}
          <button type="button" class="link" lang={uiLanguage()} onClick={() => setAll(true)}>
            {t('opt_rule_more', words.length - shown.length)}
          </button>
        </>
      )}
    </span>
  );
}

/** Off means what «not this, anywhere» means: an exclusion, kept with the others. */
function RuleSwitch({ rule, settings }: { readonly rule: Rule; readonly settings: Settings }) {
  const kept = settings.exclusions.find(({ scope, entry }) => scope === 'anywhere' && entry === rule.id);
  const onChange = (): void => {
    const title = rule.texts[noteLanguage()].name;
    const made: Exclusion = { scope: 'anywhere', entry: rule.id, title, at: Date.now() };
    void attempt(() => (kept ? readmit(kept) : exclude(made)));
  };
  return (
    <label class="switch rule-switch">
      <span>{t('opt_rule_on')}</span>
      <input type="checkbox" role="switch" aria-checked={!kept} checked={!kept} onChange={onChange} />
    </label>
  );
}
