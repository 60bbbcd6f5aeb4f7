/** Finds the head of a noun phrase: the word that declines by itself and that the words before it agree with. */
import { readCitation, type Token } from './citation';
import type { Gender, Problem } from './form-set';
import { declineToken, type Script } from './names';
import { type Adjective, type Cells, foldLetters, type Lexeme, type Noun, type Paradigms } from './paradigms';

export type Head = {
  /** Index among the tokens. */
  readonly at: number;
  readonly noun: Noun;
  /** Gender that adjectives and verbs agree with. */
  readonly gender?: Gender;
  /** Another gender that verbs may agree with: «глава МЗС заявив» or «заявила». */
  readonly orGender?: Gender;
  readonly numbers: readonly ('sg' | 'pl')[];
};

const CASE_COUNT = 6;
const FOREIGN: Readonly<Record<Script, RegExp>> = {
  Cyrillic: /[\p{Script=Latin}\d]/u,
  Latin: /[\p{Script=Cyrillic}\d]/u,
};

/** Finds the head or says how the author marks it. */
export function findHead(tokens: readonly Token[], paradigms: Paradigms): Head | Problem {
  for (const [at, token] of tokens.entries()) {
    const marked = token.agrees ? undefined : markedHead(token, at, paradigms);
    if (marked) return 'message' in marked ? marked : proper(marked, tokens);
  }
  let substantive: Head | undefined;
  let isNoun = false;
  for (const [at, token] of tokens.entries()) {
    if (token.frozen) continue;
    if (at > 0 && paradigms.prepositions.has(token.text)) break;
    const lexemes = paradigms.lookup(token.text);
    const adjective = adjectiveHead(token, at, lexemes);
    const noun = nounHead(tokens, at, paradigms, substantive !== undefined);
    if (noun && !adjective) return proper(noun, tokens);
    if (adjective) {
      substantive = noun ?? adjective;
      isNoun = noun !== undefined && standsBeside(noun.noun);
    } else if (substantive && isName(token, paradigms)) continue;
    // «przewodniczący komitetu»: where adjectives stand on both sides, a genitive needs no mark behind a noun.
    else if (substantive && isNoun && paradigms.names.adjectives === 'around') break;
    else if (!lexemes.some(({ kind }) => kind === 'other')) return frozenHead(tokens) ?? headless(token);
  }
  const head = substantive ?? frozenHead(tokens);
  return head ? proper(head, tokens) : headless(tokens[0]);
}

/** A name in an oblique case that hangs on the adjective before it: «підконтрольні Кремлю телеканали». */
export function isDependent(token: Token, paradigms: Paradigms): boolean {
  return isName(token, paradigms) && paradigms.lookup(token.text).length === 0;
}

function isName({ text }: Token, { names }: Paradigms): boolean {
  return text !== text.toLowerCase() && !isRigid(text, names.script);
}

/** «МЗС{=} Росії»: nothing but the frozen word can be the head. */
function frozenHead(tokens: readonly Token[]): Head | undefined {
  const at = tokens.findIndex(({ frozen }) => frozen);
  const token = tokens[at];
  return token && at === 0 ? indeclinable(token, at) : undefined;
}

/** A phrase with a capital first («Слідчий комітет РФ») is a name and keeps the number it is cited in. */
function proper(head: Head, tokens: readonly Token[]): Head {
  const first = tokens[0]?.text.charAt(0) ?? '';
  const isProper = first !== first.toLowerCase() || tokens[head.at]?.text !== tokens[head.at]?.text.toLowerCase();
  return isProper ? { ...head, numbers: head.numbers.slice(0, 1) } : head;
}

function headless(lost: Token | undefined): Problem {
  return {
    token: lost?.text ?? '',
    message:
      'no nominative that a dictionary has; write {=} after words that stay, {indecl} or {like:…} after the noun',
  };
}

/** A head that the author has marked: `{indecl}`, or `{like:}` with a noun. */
function markedHead(token: Token, at: number, paradigms: Paradigms): Head | Problem | undefined {
  if (token.indeclinable || (token.frozen && (token.only ?? token.gender))) return indeclinable(token, at);
  if (token.like === undefined) return familyHead(token, at, paradigms);
  const model = readCitation(token.like).tokens[0];
  const [noun] = model ? nounReadings(model, paradigms) : [];
  if (!model || !noun) {
    const known = paradigms.lookup(token.like);
    if (known.some(({ kind }) => kind === 'adj')) return undefined;
    return { token: token.text, message: `no dictionary has «${token.like}» either; choose another model` };
  }
  const like = reshaped(noun, model.text, token.text);
  if (!like) return { token: token.text, message: `does not end as «${token.like}» does; choose another model` };
  return headOf(like, token, at);
}

/** «Путін{m}»: a name that dictionaries do not have as a noun declines by its class. */
function familyHead(token: Token, at: number, paradigms: Paradigms): Head | undefined {
  const { text, gender } = token;
  if ((gender !== 'm' && gender !== 'f') || text === text.toLowerCase() || isRigid(text, paradigms.names.script))
    return undefined;
  if (paradigms.lookup(text).some(({ kind }) => kind !== 'other')) return undefined;
  const sg = declineToken(token, 'family', gender, paradigms.names);
  return 'message' in sg ? undefined : { at, noun: { kind: 'noun', gender, sg }, gender, numbers: ['sg'] };
}

/** Words in capitals («МЗС»), with letters of another script or digits do not decline by default. */
export function isRigid(text: string, script: Script): boolean {
  return FOREIGN[script].test(text) || (/\p{Lu}.*\p{Lu}/u.test(text) && !/^\p{Lu}\p{Ll}+-\p{Lu}/u.test(text));
}

function nounHead(
  tokens: readonly Token[],
  at: number,
  paradigms: Paradigms,
  hasSubstantive: boolean,
): Head | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  const before = tokens
    .slice(0, at)
    .filter((word, index) => !word.frozen && !(index > 0 && isDependent(word, paradigms)));
  const readings = nounReadings(token, paradigms);
  const fitting = readings
    .flatMap((noun) => headsOf(noun, token, at))
    .filter((head) => before.every((word) => agrees(word, head, paradigms)));
  const wanted = (token.gender && fitting.find(({ noun }) => noun.gender === token.gender)) ?? fitting[0];
  const twin = fitting.find(
    ({ noun, gender }) => gender !== wanted?.gender && noun.sg?.[0]?.[0] === wanted?.noun.sg?.[0]?.[0],
  );
  if (wanted) return { ...wanted, ...(twin?.gender && wanted.gender && { orGender: twin.gender }) };
  // «військовий РФ»: a word that can be a noun itself is not the adjective of an abbreviation.
  const nominal = before.some((word) => nounReadings(word, paradigms).length > 0);
  if (isRigid(token.text, paradigms.names.script) && !(hasSubstantive && nominal)) return indeclinable(token, at);
  // One reading that disagrees is still the head: the report then names the word that does not agree.
  const [reading] = readings;
  return reading && before.length > 0 && !hasSubstantive ? headOf(reading, token, at) : undefined;
}

/** Noun readings of a word as it is cited. Words such as «Telegram-канал» decline by their last part. */
export function nounReadings(token: Token, paradigms: Paradigms): readonly Noun[] {
  const isNoun = (lexeme: Lexeme): lexeme is Noun => lexeme.kind === 'noun';
  const whole = paradigms.lookup(token.text).filter(isNoun);
  const hyphen = token.text.lastIndexOf('-');
  if (/^[\p{Lu}\d]+$/u.test(token.text) && token.text.length > 1) return [];
  if (whole.length > 0 || hyphen <= 0) return whole;
  const prefix = token.text.slice(0, hyphen);
  const last = paradigms.lookup(token.text.slice(hyphen + 1)).filter(isNoun);
  if (last.length === 0) return [];
  const [first] = paradigms.lookup(prefix).filter(isNoun).filter(standsBeside);
  return last.map((noun) => (first ? compound(first, noun) : mapNoun(noun, (form) => `${prefix}-${form}`)));
}

/** «держава-агресор» declines in both parts, «бізнес-план» in the last: feminines and persons are appositions. */
function standsBeside({ gender, sg }: Noun): boolean {
  const isPerson = gender === 'm' && sg?.[3]?.[0] === sg?.[1]?.[0] && sg?.[0]?.[0] !== sg?.[1]?.[0];
  return gender === 'f' || isPerson;
}

function compound(first: Noun, second: Noun): Noun {
  const pair = (left: Cells = [], right: Cells = []): Cells =>
    left.map((variants, at) => variants.flatMap((one) => (right[at] ?? []).map((other) => `${one}-${other}`)));
  return { ...first, sg: pair(first.sg, second.sg), pl: pair(first.pl, second.pl) };
}

function mapNoun(noun: Noun, change: (form: string) => string): Noun {
  const cells = (row: Cells): Cells => row.map((variants) => variants.map(change));
  return { ...noun, ...(noun.sg && { sg: cells(noun.sg) }), ...(noun.pl && { pl: cells(noun.pl) }) };
}

/** Puts the endings of a model on another word; undefined when the two do not end alike. */
export function reshaped(noun: Noun, model: string, word: string): Noun | undefined {
  const forms = [...(noun.sg ?? []), ...(noun.pl ?? [])].flat().map((form) => form.toLowerCase());
  let kept = model.length;
  while (kept > 0 && !forms.every((form) => form.startsWith(model.slice(0, kept).toLowerCase()))) kept--;
  const ending = model.slice(kept).toLowerCase();
  if (!word.toLowerCase().endsWith(ending)) return undefined;
  const stem = word.slice(0, word.length - ending.length);
  return mapNoun(noun, (form) => stem + form.slice(kept));
}

function indeclinable(token: Token, at: number): Head {
  const cells = Array.from({ length: CASE_COUNT }, () => [token.text]);
  const number = token.only ?? 'sg';
  return {
    at,
    noun: { kind: 'noun', [number]: cells },
    ...(token.gender && { gender: token.gender }),
    numbers: [number],
  };
}

/** The numbers of a head: both for a common noun in the singular; a cited plural keeps its own. */
function headsOf(noun: Noun, token: Token, at: number): readonly Head[] {
  const lower = foldLetters(token.text);
  const cites = (row: Cells | undefined): boolean => row?.[0]?.some((form) => foldLetters(form) === lower) ?? false;
  const gender = token.gender ?? noun.gender;
  const head = { at, noun, ...(gender && { gender }) };
  if (token.only) return [{ ...head, numbers: [token.only] }];
  const heads: Head[] = [];
  if (cites(noun.sg)) heads.push({ ...head, numbers: ['sg', 'pl'] });
  // «мирні зусилля»: the same letters in both numbers; the adjectives tell which.
  if (cites(noun.pl) || heads.length === 0) heads.push({ ...head, numbers: ['pl'] });
  return heads;
}

function headOf(noun: Noun, token: Token, at: number): Head {
  return headsOf(noun, token, at)[0] ?? { at, noun, numbers: ['pl'] };
}

function agrees(word: Token, head: Head, paradigms: Paradigms): boolean {
  if (word.like !== undefined) return true;
  const lexemes = paradigms.lookup(word.text);
  const lower = foldLetters(word.text);
  const row = (adjective: Adjective): Cells =>
    head.numbers[0] === 'pl' ? pluralOf(adjective, head.noun) : adjective[head.gender ?? 'm'];
  return lexemes.some(
    (lexeme) =>
      lexeme.kind === 'other' ||
      (lexeme.kind === 'adj' &&
        (row(lexeme)[0]?.some((form) => foldLetters(form) === lower) || head.gender === undefined)),
  );
}

/** The plural cells of an adjective beside a noun. A noun that means men has an accusative like its genitive. */
export function pluralOf(adjective: Adjective, { pl }: Noun): Cells {
  const [nominative = [], genitive = [], , accusative = []] = pl ?? [];
  const isVirile = accusative.some((form) => genitive.includes(form) && !nominative.includes(form));
  return isVirile ? (adjective.virile ?? adjective.pl) : adjective.pl;
}

const isCitedIn = (row: Cells | undefined, word: string): boolean =>
  row?.[0]?.some((form) => foldLetters(form) === word) ?? false;

/** The tokens with `agrees` on each adjective that stands right after the head and agrees with it in the citation. */
export function withFollowers(tokens: readonly Token[], head: Head, paradigms: Paradigms): readonly Token[] {
  if (paradigms.names.adjectives !== 'around') return tokens;
  const after = tokens.slice(head.at + 1);
  // «prowokacja Kijowa»: behind a common noun a capital is a name, whatever adjective is spelled like it.
  const own = tokens[head.at];
  const isCommon = own !== undefined && !isName(own, paradigms);
  const end = after.findIndex(
    (token) =>
      token.frozen ||
      (isCommon && isName(token, paradigms)) ||
      paradigms.lookup(token.text).every(({ kind }) => kind !== 'adj') ||
      !agrees(token, head, paradigms),
  );
  const last = head.at + (end < 0 ? after.length : end);
  return tokens.map((token, at) => (at > head.at && at <= last ? { ...token, agrees: true } : token));
}

/** An adjective that stands for a noun («військові РФ»), when no noun follows it. */
function adjectiveHead(token: Token, at: number, lexemes: readonly Lexeme[]): Head | undefined {
  const adjective = lexemes.find((lexeme): lexeme is Adjective => lexeme.kind === 'adj');
  if (!adjective) return undefined;
  const lower = foldLetters(token.text);
  const cited = (['m', 'f', 'n'] as const).find((g) => isCitedIn(adjective[g], lower));
  const gender = token.gender ?? cited;
  // A person: the accusative is the genitive.
  const animate = (row: Cells): Cells => row.map((variants, cell) => (cell === 3 ? (row[1] ?? []) : variants));
  const isOfMen = gender === undefined ? isCitedIn(adjective.virile, lower) : gender === 'm';
  // Where men have a plural of their own, the other one is of things.
  const pl = isOfMen || !adjective.virile ? animate(adjective.virile ?? adjective.pl) : adjective.pl;
  if (!gender) return { at, noun: { kind: 'noun', pl }, numbers: ['pl'] };
  const sg = gender === 'm' ? animate(adjective.m) : adjective[gender];
  const noun: Noun = { kind: 'noun', gender, sg, pl };
  return { at, noun, gender, numbers: token.only ? [token.only] : ['sg', 'pl'] };
}
