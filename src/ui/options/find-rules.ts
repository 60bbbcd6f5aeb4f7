/** The lexicon's rules as our pages read them, and the search over them. */
import type { Kind } from '../../engine/types';
import type { NoteLanguage, Rule } from '../../lexicon';
import { readRules } from '../../lexicon/all-rules';

/** All entries, outlets first, then officials, then wordings. */
export const RULES: readonly Rule[] = readRules();

const haystacks = new Map<string, string>();

/** Every word that an entry may be found by, in both languages of the interface and in all that it marks. */
function haystackOf(rule: Rule): string {
  const known = haystacks.get(rule.id);
  if (known !== undefined) return known;
  const { uk, en } = rule.texts;
  const words = rule.words.flatMap(({ plain, weak }) => [...plain, ...weak]);
  const made = plain([rule.id, uk.name, uk.who, en.name, en.who, ...words, ...rule.addresses].join('\n'));
  haystacks.set(rule.id, made);
  return made;
}

/** Letters as a reader types them: case, apostrophes and ё make no difference. */
function plain(words: string): string {
  return words.toLowerCase().replace(/[’ʼ`]/g, "'").replace(/ё/g, 'е');
}

/** Reads all words before they are searched: the first letter typed then takes no longer than the others. */
export function prepareSearch(): void {
  for (const rule of RULES) haystackOf(rule);
}

const orders = new Map<NoteLanguage, readonly Rule[]>();

/** All entries by name in the language of the interface; sorted once, as it takes longer than a search. */
function orderedBy(language: NoteLanguage): readonly Rule[] {
  const known = orders.get(language);
  if (known !== undefined) return known;
  const { compare } = new Intl.Collator(language);
  const made = [...RULES].sort((a, b) => compare(a.texts[language].name, b.texts[language].name));
  orders.set(language, made);
  return made;
}

/** What of the lexicon is looked for; `only`: ids of the entries that may be found. */
export type Search = {
  readonly query: string;
  readonly kind: Kind | 'all';
  readonly only?: ReadonlySet<string> | undefined;
};

/**
 * Entries that have every word of the query.
 * @returns names that begin with the query first, else by name in the language of the interface
 */
export function findRules({ query, kind, only }: Search, language: NoteLanguage): readonly Rule[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const found = orderedBy(language)
    .filter((rule) => (kind === 'all' || rule.kind === kind) && (only?.has(rule.id) ?? true))
    .filter((rule) => words.every((word) => haystackOf(rule).includes(word)));
  if (words.length === 0) return found;
  const whole = words.join(' ');
  const isFirst = ({ texts }: Rule): boolean => plain(texts[language].name).startsWith(whole);
  return [...found.filter(isFirst), ...found.filter((rule) => !isFirst(rule))];
}
