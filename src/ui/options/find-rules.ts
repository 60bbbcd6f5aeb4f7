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

/**
 * Entries that have every word of the query.
 * @returns names that begin with the query first, else by name in the language of the interface
 */
export function findRules(query: string, kind: Kind | 'all', language: NoteLanguage): readonly Rule[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const found = RULES.filter((rule) => kind === 'all' || rule.kind === kind).filter((rule) =>
    words.every((word) => haystackOf(rule).includes(word)),
  );
  const whole = words.join(' ');
  const rank = ({ texts }: Rule) => (whole !== '' && plain(texts[language].name).startsWith(whole) ? 0 : 1);
  const { compare } = new Intl.Collator(language);
  return found.sort((a, b) => rank(a) - rank(b) || compare(a.texts[language].name, b.texts[language].name));
}
