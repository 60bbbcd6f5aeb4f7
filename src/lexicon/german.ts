/** German: phrases whose adjectives agree, names, verbs with their particles and participles. Closed lists lie in morph/german.yml. */
import { F } from '../engine/features';
import { readCitation, recase, type Token } from './citation';
import { type Expansion, type Form, FormSet, GENDER_BITS, type Gender, type Problem, saidOf } from './form-set';
import { reshaped } from './head';
import type { Inflector } from './inflector';
import { surnameOf } from './names';
import {
  type Adjective,
  type Cells,
  foldLetters,
  type Noun,
  type Paradigms,
  type Verb,
  type VerbCell,
} from './paradigms';

/** Nominative, genitive, dative (which stands after «in» as well), accusative. */
const CASES = [F.NOM, F.GEN, F.DAT | F.LOC, F.ACC] as const;
const ANY_CASE = F.NOM | F.GEN | F.DAT | F.LOC | F.ACC;
/** Endings after «der», after «ein», after nothing: all adjectives of a phrase take the same. */
const DECLENSIONS = [0, 1, 2] as const;
const STRONG = 2;
const VERB_BITS: Readonly<Record<VerbCell, number>> = {
  inf: F.INF,
  sg: F.PRES | F.SG,
  pl: F.PRES | F.PL,
  m: F.PAST | F.SG,
  f: F.PAST | F.SG,
  n: F.PAST | F.SG,
  past: F.PAST | F.PL,
  conv: F.CONV,
  impers: F.IMPERS,
};
const SHORTEST_CLAUSE = 3;

/** Makes the inflector of de. */
export function germanInflector(paradigms: Paradigms): Inflector {
  return {
    spokenCases: ANY_CASE,
    phrase: (citation) => saidOf(citation, expand(citation, paradigms)),
    person: (fullName, gender) => name(plain(readCitation(fullName).tokens), gender),
    surname: (fullName, gender) => name(surnameOf(plain(readCitation(fullName).tokens)), gender),
    verb: (infinitive) => verb(infinitive, paradigms),
    frozen: (text) => frozen(readCitation(text).tokens, 0),
    adjective: (citation) => adjective(citation, paradigms),
  };
}

const plain = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join(' ');
const frozen = (tokens: readonly Token[], features: number): Expansion => ({
  forms: [{ text: plain(tokens), features }],
  problems: [],
});
const isLower = (text: string): boolean => text === text.toLowerCase();
const failed = (token: string, message: string): Expansion => ({ forms: [], problems: [{ token, message }] });

/** «Putin», «Putins». After a title the bare name stands in every case («des Ministers Lawrow»). */
function name(text: string, gender: Exclude<Gender, 'n'>): Expansion {
  const set = new FormSet();
  const features = F.SG | GENDER_BITS[gender];
  set.add(text, ANY_CASE | features);
  for (const form of genitivesOf(text)) set.add(form, F.GEN | features);
  return set.expansion();
}

/** Names that end in a sibilant take an apostrophe, which is no letter of the form; abbreviations may go without. */
function genitivesOf(text: string): readonly string[] {
  return /[sßxz]$/i.test(text) || /[\d.]$/.test(text) ? [] : [`${text}s`];
}

type Head = {
  readonly at: number;
  readonly noun: Noun;
  readonly numbers: readonly ('sg' | 'pl')[];
  readonly gender?: Gender;
};

function expand(citation: string, paradigms: Paradigms): Expansion {
  const read = readCitation(citation);
  if (read.problems.length > 0) return { forms: [], problems: read.problems };
  const { articles, indefinite, prepositions } = paradigms.german;
  const hasArticle = read.tokens.length > 1 && articles.includes(read.tokens[0]?.text ?? '');
  const tokens = hasArticle ? read.tokens.slice(1) : read.tokens;
  const [first] = tokens;
  if (!first) return failed('', 'an empty form matches nothing');
  if (tokens.every((token) => token.frozen)) return unchanging(tokens);
  if ([...prepositions, ...indefinite].includes(first.text)) return frozen(tokens, 0);
  const last = tokens.at(-1);
  if (last && isLower(last.text) && tokens.length <= 2 && isVerb(last, paradigms)) return verb(citation, paradigms);
  const at = headIndex(tokens, paradigms);
  const head = tokens[at];
  // «Selenskyj will keinen Frieden»: a clause has no other forms.
  if (!head || isClause(tokens, at, paradigms)) {
    if (tokens.length >= SHORTEST_CLAUSE || at > 0) return frozen(tokens, 0);
    if (!head) return unknown(first);
  }
  return head ? decline(tokens, at, head, paradigms) : unknown(first);
}

const unknown = ({ text }: Token): Expansion =>
  failed(
    text,
    'no dictionary has this word; mend its spelling, or write {=} after words that stay, {like:…} after others',
  );

function unchanging(tokens: readonly Token[]): Expansion {
  const note = tokens.find(({ gender, only }) => gender ?? only);
  const number = note?.only === 'pl' ? F.PL : F.SG | (note?.gender ? GENDER_BITS[note.gender] : 0);
  return frozen(tokens, ANY_CASE | number);
}

function isVerb(token: Token, paradigms: Paradigms): boolean {
  const lexemes = paradigms.lookup(token.text);
  return lexemes.some(({ kind }) => kind === 'verb') && !lexemes.some(({ kind }) => kind === 'adj');
}

const adjectiveOf = (token: Token, paradigms: Paradigms): Adjective | undefined =>
  paradigms.lookup(token.like ?? token.text).find((lexeme): lexeme is Adjective => lexeme.kind === 'adj');
const nounsOf = ({ text }: Token, { german, lookup }: Paradigms): readonly Noun[] =>
  isLower(text) || german.names.includes(text)
    ? []
    : lookup(text).filter((lexeme): lexeme is Noun => lexeme.kind === 'noun');

/** The first noun or name; adjectives, words that stay and names of towns in -er («Kiewer») stand before it. */
function headIndex(tokens: readonly Token[], paradigms: Paradigms): number {
  const marked = tokens.findIndex((token) => token.gender ?? token.only ?? (token.indeclinable || undefined));
  if (marked >= 0) return marked;
  for (const [at, token] of tokens.entries()) {
    if (token.frozen) continue;
    const next = tokens[at + 1];
    const isBeforeNoun = next !== undefined && !next.frozen && !isLower(next.text);
    if (isLower(token.text)) {
      if (adjectiveOf(token, paradigms)) continue;
      return -1;
    }
    if (!isBeforeNoun) return at;
    const followed = adjectiveOf(next, paradigms) !== undefined || nounsOf(next, paradigms).length > 0;
    const isTown = /er$/.test(token.text) && nounsOf(next, paradigms).length > 0;
    const isNamed = nounsOf(token, paradigms).length === 0 && adjectiveOf(token, paradigms) !== undefined;
    if (!(followed && isTown) && !isNamed) return at;
  }
  return tokens.findIndex(({ frozen: stays }) => stays);
}

/** Does something follow the head that is no attribute of it? */
function isClause(tokens: readonly Token[], at: number, { german }: Paradigms): boolean {
  const after = tokens[at + 1];
  if (!after || after.frozen || !isLower(after.text)) return false;
  return ![german.articles, german.indefinite, german.prepositions].some((list) => list.includes(after.text));
}

function decline(tokens: readonly Token[], at: number, token: Token, paradigms: Paradigms): Expansion {
  const before = tokens.slice(0, at).map((word) => (word.frozen ? undefined : adjectiveOf(word, paradigms)));
  const found = headsOf(
    token,
    at,
    paradigms,
    before.some((one) => one !== undefined),
  );
  if ('message' in found) return { forms: [], problems: [found] };
  const cited = tokens.slice(0, at);
  // «antirussische Enklave»: without an article the strong ending tells the gender.
  const fits = (endings: readonly number[]) => (one: Head) =>
    cited.every((word, index) => agrees(word, before[index], one, endings));
  const fitting = found.find(fits([STRONG])) ?? found.find(fits(DECLENSIONS));
  const head = fitting ?? found[0];
  const odd = cited.find((word, index) => !found.some((one) => agrees(word, before[index], one, DECLENSIONS)));
  if (!head || !fitting) {
    return failed(
      odd?.text ?? token.text,
      `does not agree with «${token.text}»; write {=} if it stays as it is, or {m} {f} {n} {pl} after the head`,
    );
  }
  const set = new FormSet();
  for (const number of head.numbers) {
    const cells = number === 'sg' ? head.noun.sg : head.noun.pl;
    const bits = number === 'pl' ? F.PL : F.SG | (head.gender ? GENDER_BITS[head.gender] : 0);
    CASES.forEach((bit, cell) => {
      for (const form of cells?.[cell] ?? []) {
        for (const declension of DECLENSIONS) {
          const words = tokens.map((word, position) => {
            if (position === at) return recase(form, word.text);
            const agreeing = before[position];
            if (position > at || !agreeing || isUninflected(word, agreeing)) return word.text;
            const row = agreeing[number === 'pl' ? 'pl' : (head.gender ?? 'm')];
            return recase(row[cell]?.[declension] ?? word.text, word.text);
          });
          set.add(words.join(' '), bits | bit);
        }
      }
    });
  }
  const expansion = set.expansion();
  return expansion.forms.length > 0
    ? expansion
    : failed(token.text, 'has no forms in the number asked for; mend {sg} or {pl}');
}

/** «staatlich kontrollierte Medien»: an adverb before the adjective stays. */
const isUninflected = (word: Token, adjective: Adjective): boolean =>
  adjective.base !== undefined && foldLetters(adjective.base) === foldLetters(word.text);

/** What the word may be: a noun of the dictionary, a noun like another, or a name. */
function headsOf(token: Token, at: number, paradigms: Paradigms, hasAdjective: boolean): readonly Head[] | Problem {
  if (token.frozen || token.indeclinable) return [unchangingHead(token, at)];
  const nouns = token.like === undefined ? nounsOf(token, paradigms) : likeOf(token, token.like, paradigms);
  if (token.like !== undefined && nouns.length === 0)
    return { token: token.text, message: `cannot decline like «${token.like}»; choose another model` };
  const wanted = token.gender ? nouns.filter(({ gender }) => gender === token.gender) : nouns;
  if (wanted.length === 0) {
    // A name: its gender is what the adjective before it says.
    const genders: readonly (Gender | undefined)[] = token.gender
      ? [token.gender]
      : hasAdjective
        ? ['m', 'f', 'n']
        : [undefined];
    return genders.map((gender) => ({
      at,
      noun: { kind: 'noun', [token.only ?? 'sg']: nameCells(token.text) },
      numbers: [token.only ?? 'sg'],
      ...(gender && { gender }),
    }));
  }
  return wanted.flatMap((noun): Head[] => {
    const gender = token.gender ?? noun.gender;
    const base = { at, noun, ...(gender && { gender }) };
    if (token.only) return [{ ...base, numbers: [token.only] }];
    const cites = (row: Cells | undefined) => row?.[0]?.some((form) => foldLetters(form) === foldLetters(token.text));
    const heads: Head[] = [];
    if (cites(noun.sg) || token.like !== undefined) heads.push({ ...base, numbers: ['sg', 'pl'] });
    if (cites(noun.pl)) heads.push({ ...base, numbers: ['pl'] });
    return heads;
  });
}

function likeOf(token: Token, like: string, paradigms: Paradigms): readonly Noun[] {
  return nounsOf({ ...token, text: like }, paradigms).flatMap((noun) => reshaped(noun, like, token.text) ?? []);
}

const nameCells = (text: string): Cells => [[text], [text, ...genitivesOf(text)], [text], [text]];

function unchangingHead(token: Token, at: number): Head {
  const cells: Cells = CASES.map(() => [token.text]);
  const number = token.only ?? 'sg';
  return {
    at,
    noun: { kind: 'noun', [number]: cells },
    numbers: [number],
    ...(token.gender && { gender: token.gender }),
  };
}

/** Does the adjective, as it is cited, stand in a nominative of the head? */
function agrees(word: Token, adjective: Adjective | undefined, head: Head, endings: readonly number[]): boolean {
  if (word.frozen || adjective === undefined || word.like !== undefined || isUninflected(word, adjective)) return true;
  const row = adjective[head.numbers[0] === 'pl' ? 'pl' : (head.gender ?? 'm')];
  return endings.some((ending) => foldLetters(row[0]?.[ending] ?? '') === foldLetters(word.text));
}

function adjective(citation: string, paradigms: Paradigms): Expansion {
  const { tokens, problems } = readCitation(citation);
  const [token] = tokens;
  if (!token || problems.length > 0) return { forms: [], problems };
  const found = adjectiveOf(token, paradigms);
  if (!found) return failed(token.text, 'no dictionary has this adjective; mend its spelling');
  const set = new FormSet();
  if (found.base !== undefined) set.add(recase(found.base, token.text), 0);
  for (const row of ['m', 'f', 'n', 'pl'] as const) {
    const bits = row === 'pl' ? F.PL : F.SG | GENDER_BITS[row];
    CASES.forEach((bit, cell) => {
      for (const form of found[row][cell] ?? []) set.add(recase(form, token.text), bits | bit);
    });
  }
  return set.expansion();
}

/**
 * «mitteilen»: «teilte» counts where «mit» closes its clause, «mitteilte» by itself, «mitgeteilt» beside an auxiliary.
 * What stands before the infinitive belongs to it as a particle does («Stellung nehmen», «bekannt geben»).
 */
function verb(citation: string, paradigms: Paradigms): Expansion {
  const { tokens, problems } = readCitation(citation);
  const last = tokens.at(-1);
  if (!last || problems.length > 0) return { forms: [], problems };
  const found = paradigms.lookup(last.text).find((lexeme): lexeme is Verb => lexeme.kind === 'verb');
  if (!found) return failed(last.text, 'no dictionary has this verb; mend its spelling');
  const before = plain(tokens.slice(0, -1).filter(({ text }) => text !== paradigms.german.reflexive));
  const forms: Form[] = [];
  for (const cell of ['inf', 'sg', 'pl', 'm', 'past', 'impers'] as const) {
    for (const form of found.cells[cell]) forms.push(...verbForms(form, cell, found.particle ?? '', before, paradigms));
  }
  return { forms: merged(forms), problems: [] };
}

function verbForms(
  form: string,
  cell: VerbCell,
  particle: string,
  before: string,
  { german }: Paradigms,
): readonly Form[] {
  const joined = before === '' ? form : `${before} ${form}`;
  const features = VERB_BITS[cell];
  if (cell === 'impers') {
    const { have, become } = german.auxiliaries;
    return [
      { text: joined, features: F.PAST, beside: { words: have, closes: false } },
      { text: joined, features: F.IMPERS, beside: { words: become, closes: false } },
    ];
  }
  const own = form.slice(particle.length);
  const closing = before === '' ? particle : before;
  if (cell === 'inf' || closing === '') return [{ text: joined, features }];
  return [
    { text: joined, features },
    { text: particle === '' ? form : own, features, beside: { words: [closing], closes: true } },
  ];
}

/** Equal forms are one; those that need another word beside them stay apart. */
function merged(forms: readonly Form[]): readonly Form[] {
  const byKey = new Map<string, Form>();
  for (const form of forms) {
    const key = `${form.text}|${form.beside?.words.join() ?? ''}`;
    const same = byKey.get(key);
    byKey.set(key, same ? { ...same, features: same.features | form.features } : form);
  }
  return [...byKey.values()];
}
