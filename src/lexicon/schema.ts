/** What a lexicon file may hold. Errors name file, line and mend. Build time only. */
import * as v from 'valibot';
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';

const LANG = v.picklist(['uk', 'ru', 'en', 'pl', 'de', 'fr'], 'languages are uk, ru, en, pl, de, fr');
const words = v.array(v.pipe(v.string(), v.trim(), v.nonEmpty('an empty form matches nothing: take the line out')));
const byLang = <S extends v.GenericSchema>(schema: S) => v.record(LANG, schema);
const inBoth = v.strictObject({
  uk: v.pipe(v.string(), v.nonEmpty()),
  en: v.pipe(v.string(), v.nonEmpty()),
  ru: v.optional(v.string()),
});
const ID = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9_]*$/, 'ids are lower case letters, digits and _, such as ria_novosti'),
);
const DATE = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.regex(/^\d{4}(-\d\d){0,2}$/, 'dates are written 2024-05-17, 2024-05 or 2024'),
  v.check(isOnCalendar, 'is no day of any calendar: mend the month or the day'),
);
/** 2024-02-30 is written like a date and is none. */
function isOnCalendar(date: string): boolean {
  const [year = '', month = '01', day = '01'] = date.split('-');
  const full = `${year}-${month}-${day}`;
  const time = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(full);
}
const references = v.pipe(
  v.array(
    v.strictObject({
      title: inBoth,
      url: v.pipe(v.string(), v.regex(/^https:\/\/[^\s]+$/, 'a reference is a full https address')),
    }),
  ),
  v.minLength(1, 'needs at least one reference that a reader can open'),
);
const sentences = v.union([v.pipe(v.string(), v.nonEmpty('a proof is a sentence')), words]);
/** Sentences of our own that must and must not be marked with the entry, by language. */
const proofs = v.optional(byLang(v.strictObject({ fires: sentences, silent: sentences })));
export type Proofs = v.InferOutput<typeof proofs>;
const form = v.union([
  v.string(),
  v.strictObject({
    text: v.string(),
    anycase: v.optional(v.boolean()),
    needs: v.optional(words),
    not_near: v.optional(words),
    scare: v.optional(v.boolean()),
  }),
]);
export type FormItem = v.InferOutput<typeof form>;

const speaker = {
  id: ID,
  name: v.strictObject({
    en: v.string(),
    uk: v.string(),
    ru: v.optional(v.string()),
    pl: v.optional(v.string()),
    de: v.optional(v.string()),
    fr: v.optional(v.string()),
  }),
  gender: v.optional(v.picklist(['m', 'f', 'n', 'pl'], 'gender is m, f, n or pl; quote "n"')),
  anycase: v.optional(v.union([v.boolean(), v.array(LANG)])),
  short: v.optional(words),
  forms: v.optional(byLang(words)),
  weak: v.optional(byLang(words)),
  distancing: v.optional(byLang(words)),
  names: v.optional(byLang(words)),
  patronymic: v.optional(v.record(v.string(), v.string())),
  surname: v.optional(v.picklist(['alone', 'full-first', 'never'])),
  roles: v.optional(byLang(words)),
};
const sanction = v.optional(
  v.strictObject({ act: v.string(), date: DATE, what: v.picklist(['broadcast-ban', 'asset-freeze']) }),
);
const shown = { note: inBoth, sanction, references, ambiguity: v.optional(inBoth), proofs };

/** A host as addresses have it: no scheme, no path, no `www.`, in ASCII and lower case. */
const HOST = v.pipe(
  v.string(),
  v.regex(
    /^(?!www\.)([a-z0-9_]([a-z0-9-]*[a-z0-9])?\.)+(xn--[a-z0-9-]+|[a-z]{2,})$/,
    'a host is written as in example.org: lower case, no www., no scheme, no path',
  ),
);
const outlet = v.strictObject({
  ...speaker,
  type: v.picklist(['agency', 'tv', 'radio', 'paper', 'site', 'telegram', 'person', 'generic', 'network']),
  who: inBoth,
  owner: inBoth,
  control: v.picklist([
    'state-owned',
    'state-controlled',
    'state-affiliated',
    'sanctioned-private',
    'proxy',
    'channel',
  ]),
  ...shown,
  domains: v.optional(v.array(HOST)),
  handles: v.optional(
    v.record(v.picklist(['telegram', 'x', 'youtube'], 'handles are those of telegram, x or youtube'), words),
  ),
});
const official = v.pipe(
  v.strictObject({
    ...speaker,
    type: v.picklist(['person', 'body', 'state']),
    offices: v.optional(byLang(words)),
    who: v.optional(inBoth),
    office: v.optional(
      v.strictObject({ uk: v.string(), en: v.string(), from: v.optional(DATE), to: v.optional(DATE) }),
    ),
    ...shown,
  }),
  v.check(
    ({ office, who }) => office !== undefined || who !== undefined,
    'needs an office, or who it is: the line under the name',
  ),
);
const other = v.strictObject({ ...speaker, type: v.string(), note: v.optional(inBoth) });
const narrative = v.strictObject({
  id: ID,
  name: v.strictObject({ uk: v.string(), en: v.string(), ru: v.optional(v.string()) }),
  claims: inBoth,
  note: inBoth,
  plainly: inBoth,
  everyday: v.optional(inBoth),
  related: v.optional(v.array(ID)),
  references,
  proofs,
  phrases: v.optional(byLang(v.array(form))),
  weak: v.optional(byLang(v.array(form))),
  patterns: v.optional(byLang(v.array(form))),
  not_near: v.optional(words),
});
const wordClass = v.strictObject({
  verbs: v.optional(words),
  nouns: v.optional(words),
  adjectives: v.optional(words),
  words: v.optional(words),
});
const CASE = v.picklist(['nom', 'gen', 'dat', 'acc', 'ins', 'loc']);
const withCase = v.strictObject({
  text: v.string(),
  case: v.optional(v.union([CASE, v.array(CASE)])),
  citing: v.optional(v.boolean()),
  after: v.optional(v.boolean()),
  closing: v.optional(v.boolean()),
  own: v.optional(v.boolean()),
  opening: v.optional(v.boolean()),
  reported: v.optional(v.boolean()),
});
const cues = v.strictObject({
  say: words,
  impersonal: v.optional(words),
  determiners: v.optional(words),
  report: words,
  told: v.optional(words),
  tags: v.optional(words),
  phase: v.optional(words),
  epithets: v.optional(words),
  office_of: v.optional(words),
  bare: v.optional(words),
  quote: v.optional(words),
  factual: v.optional(words),
  tag_only: v.optional(words),
  and: v.optional(words),
  but: v.optional(words),
  acts: v.optional(
    v.array(
      v.strictObject({
        verbs: words,
        with: words,
        behind: v.optional(words),
        closing: v.optional(v.boolean()),
      }),
    ),
  ),
  aspects: v.optional(v.strictObject({ plain: words, negated: v.optional(words), attempt: v.optional(words) })),
  abbreviations: v.optional(words),
  guess: v.optional(words),
  opinion: v.optional(words),
  deeds: v.optional(v.strictObject({ all: words, states: words, talk: v.optional(words) })),
  crowd: v.optional(v.strictObject({ all: words, people: words })),
  light: v.optional(v.array(v.strictObject({ text: v.string(), case: v.picklist(['nom', 'gen', 'dat']) }))),
  part: v.optional(words),
  former: v.optional(words),
  callings: v.optional(words),
  executives: v.optional(words),
  if: v.optional(words),
  prepositions: v.array(withCase),
  possessive: v.array(v.strictObject({ before: v.string(), after: v.string() })),
  nouns: words,
  nouns_that: v.optional(words),
  events: v.optional(words),
  in: words,
  oblique: v.optional(words),
  by: v.optional(words),
  about: v.optional(words),
  media: v.optional(words),
  articles: v.optional(
    v.array(v.strictObject({ text: v.string(), gender: v.picklist(['m', 'f', 'n', 'pl']), case: v.array(CASE) })),
  ),
  auxiliaries: v.optional(v.strictObject({ sg: words, pl: words, passive: words })),
  clitics: v.optional(words),
  of: v.optional(words),
  quotes_from: v.array(withCase),
  credit: words,
  pronouns: v.array(
    v.strictObject({
      text: v.string(),
      person: v.optional(v.string()),
      gender: v.picklist(['m', 'f', 'n', 'pl']),
      case: v.union([v.picklist(['nom', 'gen', 'dat', 'acc', 'ins', 'loc', 'poss']), v.array(v.string())]),
    }),
  ),
  short: v.record(v.string(), words),
  kinds_of_outlet: words,
  honorifics: words,
  titles: v.optional(words),
  distance: v.array(
    v.strictObject({
      text: v.string(),
      scope: v.picklist(['clause', 'next', 'sentence', 'verdict', 'turn', 'denial', 'behind']),
      inflect: v.optional(v.picklist(['noun', 'adjective', 'verb'])),
      prefix: v.optional(v.boolean()),
    }),
  ),
  labels: v.array(v.union([v.string(), v.strictObject({ text: v.string(), inflect: v.optional(v.string()) })])),
  negation: words,
  debunk: v.strictObject({ claim: words, fact: words, headline: v.optional(words) }),
  counter: v.optional(words),
  against: v.optional(words),
  spread: v.optional(words),
  liars: v.optional(words),
  concessive: v.optional(v.strictObject({ words, verbs: words })),
  others: words,
  foreign: words,
  russian: words,
  that: words,
  relative: words,
  time: words,
});

const hostList = v.strictObject({ entry: ID, date: DATE, references, hosts: v.array(HOST) });

const FILES = {
  outlets: v.array(outlet),
  officials: v.array(official),
  others: v.array(other),
  narratives: v.array(narrative),
  classes: v.record(ID, wordClass),
  cues,
  hosts: v.array(hostList),
} as const;
export type Folder = keyof typeof FILES;
export type Content<F extends Folder> = v.InferOutput<(typeof FILES)[F]>;
export type Outlet = v.InferOutput<typeof outlet>;
export type Official = v.InferOutput<typeof official>;
export type Other = v.InferOutput<typeof other>;
export type Narrative = v.InferOutput<typeof narrative>;
export type Cues = v.InferOutput<typeof cues>;
export type WordClass = v.InferOutput<typeof wordClass>;

/** What is wrong, with the mend: our own messages say both, the library's say only what. */
function mendOf({ kind, type, received, expected, message }: v.BaseIssue<unknown>): string {
  if (kind !== 'schema' || !/^Invalid/.test(message)) return message;
  if (type === 'strict_object') {
    return received === 'undefined'
      ? 'is missing: add it, docs/lexicon.md shows the shape'
      : 'is no key here: mend its spelling, docs/lexicon.md lists the keys';
  }
  return `should be ${expected ?? 'something else'} and is ${received}: docs/lexicon.md shows the shape`;
}

/** Something that an author must mend: `file:line: what, and how to mend it`. */
export class LexiconError extends Error {}

/** What the file says, as plain data. @throws LexiconError for aliases that lead nowhere, or to too much */
function plainOf(document: Document, file: string): unknown {
  try {
    return document.toJS();
  } catch (problem) {
    throw new LexiconError(`${file}:1: not YAML: ${String(problem)}. Write it out without aliases.`);
  }
}

/**
 * Parses one file.
 * @throws LexiconError with one line for each fault
 */
export function parseFile<F extends Folder>(folder: F, file: string, text: string): Content<F> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault)
    throw new LexiconError(`${file}:${lines.linePos(fault.pos[0]).line}: not YAML: ${fault.message.split('\n')[0]}`);
  const result = v.safeParse(FILES[folder], plainOf(document, file));
  if (result.success) return result.output as Content<F>;
  const faults = result.issues.map((issue) => {
    const path = issue.path?.map((step) => step.key) ?? [];
    let node = path.length > 0 ? document.getIn(path, true) : document.contents;
    for (let end = path.length; node === undefined && end > 0; end -= 1)
      node = document.getIn(path.slice(0, end - 1), true);
    const range = (node as { range?: [number, number, number] } | undefined)?.range;
    const line = range ? lines.linePos(range[0]).line : 1;
    const entry = document.getIn(path.slice(0, 1), true);
    const id = isMap(entry) ? entry.get('id') : undefined;
    return `${file}:${line}: ${id ? `${String(id)}: ` : ''}${path.join('.') || 'file'}: ${mendOf(issue)}`;
  });
  throw new LexiconError(faults.join('\n'));
}
