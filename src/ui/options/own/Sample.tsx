import { useEffect, useMemo, useState } from 'preact/hooks';
import { type BareEngine, OwnFinder, readWords, tellLanguage } from '../../../engine';
import type { Flag, Lang } from '../../../engine/types';
import { profiles } from '../../../lexicon';
import { plural, t, textIn, uiLanguage } from '../../../shared/i18n';
import { languageName } from '../../language-name';
import { type Draft, entryOf, soundForms } from './draft';
import { engineOf } from './engine-of';

/** As much as one tries a word on. UTF-16 units. */
const TEXT_MAX = 2000;

/** A text to try the draft on: the engine that pages are read with marks it as one types. */
export function Sample({ draft }: { readonly draft: Draft }) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? sampleFor(draft);
  const lang = useMemo(() => tellLanguage([text], profiles), [text]);
  const opened = useEngine(lang);
  const forms = soundForms(draft);
  const flags = useMemo(
    () => (opened?.lang === lang ? flagsOf(opened.engine, draft, text) : undefined),
    [opened, lang, draft, text],
  );
  return (
    <div class="own-sample">
      <label class="own-label" for="own-sample">
        {t('own_sample')}
      </label>
      <textarea
        id="own-sample"
        class="field"
        rows={2}
        lang={lang}
        maxLength={TEXT_MAX}
        value={text}
        aria-describedby="own-sample-said"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      {flags && text !== '' && <Marked text={text} lang={lang} flags={flags} />}
      <p id="own-sample-said" class="own-hint" role="status">
        {flags && saidOf(draft, text, lang, flags)}
      </p>
      {forms.length > 0 && (
        <ul class="own-found">
          {forms.map((form) => (
            <Found key={form} form={form} text={text} />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Is the form in the text, and how often? */
function Found({ form, text }: { readonly form: string; readonly text: string }) {
  const count = useMemo(() => timesIn(text, [form]), [form, text]);
  return (
    <li data-found={count > 0}>
      <bdi>{form}</bdi> <span>{count > 0 ? plural('own_found', count) : t('own_not_found')}</span>
    </li>
  );
}

/** The text as a page would show it: with the marks of the draft and with the dictionary's. */
function Marked({
  text,
  lang,
  flags,
}: {
  readonly text: string;
  readonly lang: Lang;
  readonly flags: readonly Flag[];
}) {
  const pieces = [];
  let from = 0;
  for (const { paint, kind, stance } of flags) {
    if (paint.start < from) continue;
    pieces.push(
      text.slice(from, paint.start),
      <mark key={paint.start} class="mark" data-kind={kind} data-stance={stance}>
        {text.slice(paint.start, paint.end)}
      </mark>,
    );
    from = paint.end;
  }
  return (
    <p class="own-marked" lang={lang}>
      {pieces}
      {text.slice(from)}
    </p>
  );
}

type Opened = { readonly lang: Lang; readonly engine: BareEngine };

/** The engine of a language as soon as it is open; undefined where it cannot be. */
function useEngine(lang: Lang): Opened | undefined {
  const [opened, setOpened] = useState<Opened>();
  useEffect(() => {
    let isOver = false;
    const take = (engine: BareEngine) => {
      if (!isOver) setOpened({ lang, engine });
    };
    // Without its tables there is no sample, and all else goes on.
    engineOf(lang).then(take, () => undefined);
    return () => {
      isOver = true;
    };
  }, [lang]);
  return opened;
}

function flagsOf(engine: BareEngine, draft: Draft, text: string): readonly Flag[] {
  const entry = entryOf({ ...draft, id: idOf(draft) }, 0);
  return engine.with([entry]).scan([{ text }]).flags;
}

/** A draft has no id yet, and its marks need one. */
const idOf = ({ id = 'own_draft' }: Draft): string => id;

const timesIn = (text: string, forms: readonly string[]): number =>
  new OwnFinder([{ forms }]).find(readWords(text)).length;

/** An invented sentence with the draft's name, or with its first form where that finds no name. */
function sampleFor(draft: Draft): string {
  const [form = draft.name, ...more] = soundForms(draft);
  const isFound = timesIn(draft.name, [form, ...more]) > 0;
  const words = isFound ? draft.name.trim() : form.replaceAll('*', '').trim();
  return words === '' ? '' : textIn(languageFor(draft.langs, words), `own_sample_${draft.kind}`, words);
}

/** A language that the draft is looked for in: the interface's, unless the words are in another script. */
function languageFor(langs: readonly Lang[], words: string): Lang {
  const isCyrillic = /\p{Script=Cyrillic}/u.test(words);
  const fits = (lang: Lang) => langs.includes(lang) && CYRILLIC.has(lang) === isCyrillic;
  return [uiLanguage(), tellLanguage([words], profiles), ...langs].find(fits) ?? langs[0] ?? uiLanguage();
}

const CYRILLIC: ReadonlySet<Lang> = new Set(['uk', 'ru']);

/** What came of it, in one sentence. */
function saidOf(draft: Draft, text: string, lang: Lang, flags: readonly Flag[]): string {
  const forms = soundForms(draft);
  if (forms.length === 0 || text.trim() === '') return '';
  const marks = flags.filter(({ entry }) => entry === idOf(draft)).length;
  if (marks > 0) return plural('own_sample_marks', marks);
  if (!draft.langs.includes(lang)) return t('own_sample_lang', languageName(lang));
  if (timesIn(text, forms) === 0) return t('own_sample_none');
  return draft.kind === 'official' ? t('own_sample_silent') : t('own_sample_known');
}
