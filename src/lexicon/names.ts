/**
 * Declines personal names by the ends of their words. Dictionaries know too few names and confuse those they know
 * with common nouns (песков, лавров, путина), so the classes are a table: morph/names.yml.
 */
import { F } from '../engine/features';
import { readCitation, type Token } from './citation';
import { CASE_BITS, type Expansion, FormSet, GENDER_BITS, type Gender, joined, type Problem } from './form-set';

/** One class: words that `match`, cut by as many letters as `cut`, take `ends` (six cells, «/» between variants). */
export type NameClass = {
  readonly match: string;
  /** Absent: for both. */
  readonly gender?: 'm' | 'f';
  readonly cut?: number;
  /** Absent: the word never changes. */
  readonly ends?: string;
};
export type Part = 'given' | 'patronymic' | 'family';
/** What the words of a language are written in; words in another script never change. */
export type Script = 'Cyrillic' | 'Latin';
/** The first class that matches is taken. */
export type NameTables = Readonly<Record<Part, readonly NameClass[]>> & {
  readonly script: Script;
  /** Adjectives right after the head agree with it as those before it do: «siły zbrojne». */
  readonly adjectives?: 'around';
};

const WORDS: Readonly<Record<Script, RegExp>> = {
  Cyrillic: /^[\p{Script=Cyrillic}'-]+$/u,
  Latin: /^[\p{Script=Latin}'-]+$/u,
};

/** All cases of a name given as «given (patronymic) family» or as the family name alone. */
export function declineName(name: string, gender: Exclude<Gender, 'n'>, tables: NameTables): Expansion {
  const { tokens, problems: misread } = readCitation(name);
  const problems: Problem[] = [...misread];
  const cells = tokens.map((token, at) => {
    const declined = declineToken(token, partOf(at, tokens, gender, tables), gender, tables);
    if ('message' in declined) problems.push(declined);
    return 'message' in declined ? [] : declined;
  });
  if (problems.length > 0 || tokens.length === 0) return { forms: [], problems };
  const set = new FormSet();
  CASE_BITS.forEach((bit, at) => {
    for (const text of joined(cells.map((word) => word[at] ?? []))) set.add(text, bit | F.SG | GENDER_BITS[gender]);
  });
  return set.expansion();
}

/** The family name: the last word with the small-letter particles before it («фон дер Ляєн»). */
export function surnameOf(fullName: string): string {
  const words = fullName.trim().split(/\s+/);
  let start = words.length - 1;
  while (start > 1 && isParticle(words[start - 1] ?? '')) start--;
  return words.slice(start).join(' ');
}

function isParticle(word: string): boolean {
  return word !== '' && word === word.toLowerCase();
}

function partOf(at: number, tokens: readonly Token[], gender: 'm' | 'f', tables: NameTables): Part {
  if (at === tokens.length - 1) return 'family';
  const isPatronymic = at > 0 && classOf(tokens[at]?.text ?? '', gender, tables.patronymic) !== undefined;
  return isPatronymic ? 'patronymic' : 'given';
}

function classOf(word: string, gender: 'm' | 'f', classes: readonly NameClass[]): NameClass | undefined {
  return classes.find((one) => (one.gender ?? gender) === gender && new RegExp(one.match, 'iu').test(word));
}

/** The six cells of one word of a name. */
export function declineToken(
  token: Token,
  part: Part,
  gender: 'm' | 'f',
  tables: NameTables,
): readonly (readonly string[])[] | Problem {
  const { text } = token;
  const rigid = token.frozen || token.indeclinable || isParticle(text) || !WORDS[tables.script].test(text);
  if (rigid) return unchanged(text);
  const model = token.like ?? text;
  // Both parts of a double name decline («Новиков-Прибой»); a part in small letters belongs to the one before it.
  const parts = text.split(/-(?=\p{Lu})/u);
  const found = parts.map((piece) => {
    const key = parts.length === 1 ? model : piece;
    return { piece, nameClass: classOf(key, gender, tables[part]) };
  });
  const missing = found.find(({ nameClass }) => nameClass === undefined);
  if (missing) {
    return {
      token: text,
      message: 'no class of names fits; write {like:…} or {indecl} after it, or add a class to names.yml',
    };
  }
  return CASE_BITS.map((_, at) =>
    found
      .map(({ piece, nameClass }) => withEndings(piece, nameClass, at))
      .reduce((left, right) => left.flatMap((a) => right.map((b) => `${a}-${b}`))),
  );
}

function unchanged(text: string): readonly (readonly string[])[] {
  return CASE_BITS.map(() => [text]);
}

function withEndings(word: string, nameClass: NameClass | undefined, at: number): readonly string[] {
  if (nameClass?.ends === undefined) return [word];
  const stem = word.slice(0, word.length - (nameClass.cut ?? 0));
  const variants = nameClass.ends.trim().split(/\s+/)[at]?.split('/') ?? [];
  return variants.map((ending) => stem + (ending === '-' ? '' : ending));
}
