/** French: number and gender of noun phrases, forms of verbs. Nouns have no cases; elision is the engine's (isElision). */
import { F } from '../engine/features';
import { readCitation, type Token } from './citation';
import { type Expansion, type Form, FormSet, GENDER_BITS, type Problem } from './form-set';
import type { Inflector } from './inflector';
import { surnameOf } from './names';
import { type Adjective, type Lexeme, type Noun, type Paradigms, type Verb, verbCells } from './paradigms';

type Sex = 'm' | 'f';
type Size = 'sg' | 'pl';
/** One word of a phrase with its forms; a word that stays has the same in all four. */
type Word = { readonly cited: string; readonly forms: Readonly<Record<Sex, Readonly<Record<Size, string>>>> };
/** Word, or what keeps it from being one. */
type Reading = Word | Problem;

const SEXES = ['m', 'f'] as const;
const SIZES = ['sg', 'pl'] as const;
const NUMBER = { sg: F.SG, pl: F.PL } as const;
const VOWEL = /^[aeiouyàâéèêëîïôöûüœæh]/i;

/** Makes the inflector of fr. */
export function frenchInflector(paradigms: Paradigms): Inflector {
  const single = (text: string, features: number): Expansion => ({ forms: [{ text, features }], problems: [] });
  return {
    phrase: (citation) => phrase(citation, paradigms),
    office: (citation, holder) => office(phrase(citation, paradigms), holder),
    person: (fullName, gender) => single(plain(fullName), F.SG | GENDER_BITS[gender]),
    surname: (fullName, gender) => single(surnameOf(plain(fullName)), F.SG | GENDER_BITS[gender]),
    verb: (infinitive) => verb(infinitive, paradigms),
    frozen: (text) => single(plain(text), 0),
    adjective: (citation) => adjective(citation, paradigms),
  };
}

function plain(citation: string): string {
  return joined(readCitation(citation).tokens.map(({ text }) => text));
}

/** Words of a phrase; «d'» and «l'» are written apart nowhere, so blanks join all. */
function joined(words: readonly string[]): string {
  return words.join(' ');
}

/** Head first, adjectives around it agree; what follows a preposition stays («ministre russe des Affaires étrangères»). */
function phrase(citation: string, paradigms: Paradigms): Expansion {
  const { tokens, problems } = readCitation(citation);
  const [first] = tokens;
  if (!first || problems.length > 0) return { forms: [], problems };
  if (paradigms.lookup(first.text).some(isVerb) && isInfinitive(tokens, paradigms)) return verb(citation, paradigms);
  const end = agreeingEnd(tokens, paradigms);
  const headAt = headIndex(tokens.slice(0, end), paradigms);
  const head = tokens[headAt];
  if (!head) return { forms: [{ text: plain(citation), features: 0 }], problems };
  if (isCapital(head.text) && !head.agrees) return proper(tokens, head, paradigms);
  const readings = tokens.map((token, at): Reading => {
    const isOpen = token.agrees || (at < end && !token.frozen && !token.indeclinable);
    const isName = isCapital(token.text) && at > headAt;
    return isOpen && !isName ? inflected(token, at === headAt, paradigms) : unchanged(token.text);
  });
  const unknown = readings.filter((reading): reading is Problem => 'message' in reading);
  if (unknown.length > 0) return { forms: [], problems: unknown };
  const words = readings as readonly Word[];
  const set = new FormSet();
  for (const sex of sexesOf(words, headAt, head, paradigms)) {
    for (const size of sizesOf(words, head)) {
      set.add(
        joined(words.map(({ forms }) => forms[sex][size])),
        NUMBER[size] | genderOf(words[headAt], sex, head, paradigms),
      );
    }
  }
  return set.expansion();
}

/** «Ministère russe de la Défense», «Affaires étrangères»: a name stays as it is, in the number that it is cited in. */
function proper(tokens: readonly Token[], head: Token, { lookup }: Paradigms): Expansion {
  const lower = head.text.toLowerCase();
  const is = (size: Size) =>
    lookup(lower).some((lexeme) => lexeme.kind === 'noun' && lexeme[size]?.[0]?.includes(lower) === true);
  const size = head.only ?? (is('pl') && !is('sg') ? 'pl' : 'sg');
  const gender = head.gender ? GENDER_BITS[head.gender] : 0;
  return { forms: [{ text: joined(tokens.map(({ text }) => text)), features: NUMBER[size] | gender }], problems: [] };
}

/** A man is «chef», a woman «cheffe» or, in other papers, «chef»; both are one person. */
function office({ forms, problems }: Expansion, holder: Sex): Expansion {
  const fits = ({ features }: Form) => holder === 'f' || (features & (F.M | F.F)) !== F.F;
  const single = forms.filter((form) => fits(form) && (form.features & NUMBER.sg) !== 0);
  return { forms: single.length > 0 ? single : forms, problems };
}

/** «mettre en garde» is a verb phrase, «pouvoir de Kiev» and «dîner d'État» are not: a noun may look like an infinitive. */
function isInfinitive(tokens: readonly Token[], paradigms: Paradigms): boolean {
  const nominal = paradigms.lookup(tokens[0]?.text ?? '').some(({ kind }) => kind !== 'verb' && kind !== 'other');
  return !nominal && !tokens[0]?.frozen;
}

const isVerb = (lexeme: Lexeme): lexeme is Verb => lexeme.kind === 'verb';

/** Words up to the first preposition, or the first word whose elision shows one («chaîne d'État»), agree. */
function agreeingEnd(tokens: readonly Token[], { french }: Paradigms): number {
  const at = tokens.findIndex(
    ({ text, frozen }, index) => index > 0 && !frozen && (/^[dl]'/.test(text) || french.prepositions.includes(text)),
  );
  return at < 0 ? tokens.length : at;
}

/** The marked word, else the first that is no adjective of those that stand before a noun («haut responsable»). */
function headIndex(tokens: readonly Token[], { french, lookup }: Paradigms): number {
  const marked = tokens.findIndex((token) => token.gender ?? token.only ?? (token.indeclinable || undefined));
  if (marked >= 0) return marked;
  const masculines = (text: string) =>
    lookup(text).flatMap((lexeme) => (lexeme.kind === 'adj' ? (lexeme.m[0] ?? []) : []));
  const isBefore = (text: string) => [text, ...masculines(text)].some((word) => french.before.includes(word));
  const at = tokens.findIndex(({ text }) => !isBefore(text.toLowerCase()));
  return at < 0 ? tokens.length - 1 : at;
}

function isCapital(text: string): boolean {
  return text !== text.toLowerCase();
}

function unchanged(text: string): Word {
  const same = { sg: text, pl: text };
  return { cited: text, forms: { m: same, f: same } };
}

/** Forms of a word: an adjective has four, a noun two; as the head of the phrase a noun goes before an adjective. */
function inflected(token: Token, isHead: boolean, paradigms: Paradigms): Reading {
  const found = token.like === undefined ? lexemesOf(token.text, paradigms) : modelled(token, token.like, paradigms);
  const adjectiveOf = found.find((lexeme): lexeme is Adjective => lexeme.kind === 'adj');
  const nounOf = found.find((lexeme): lexeme is Noun => lexeme.kind === 'noun');
  const capital = (form: string) => (isCapital(token.text) ? form.charAt(0).toUpperCase() + form.slice(1) : form);
  if (nounOf && (isHead || !adjectiveOf)) {
    const cells = { sg: capital(nounOf.sg?.[0]?.[0] ?? token.text), pl: capital(nounOf.pl?.[0]?.[0] ?? token.text) };
    return { cited: token.text, forms: { m: cells, f: cells } };
  }
  if (adjectiveOf) {
    const [m = token.text, f = token.text] = [adjectiveOf.m[0]?.[0], adjectiveOf.f[0]?.[0]];
    const [pl = m, fpl = f] = adjectiveOf.pl[0] ?? [];
    return {
      cited: token.text,
      forms: { m: { sg: capital(m), pl: capital(pl) }, f: { sg: capital(f), pl: capital(fpl) } },
    };
  }
  if (found.length > 0 || isCapital(token.text) || /\d/.test(token.text)) return unchanged(token.text);
  return { token: token.text, message: 'no dictionary has it; write {=} where it stays, or {like:…} after it' };
}

/** «vice-ministre», «ex-présidente»: the last part of a compound inflects. */
function lexemesOf(text: string, paradigms: Paradigms): readonly Lexeme[] {
  const whole = paradigms.lookup(text);
  const hyphen = text.lastIndexOf('-');
  if (whole.length > 0 || hyphen <= 0) return whole;
  const prefix = text.slice(0, hyphen + 1);
  return paradigms.lookup(text.slice(hyphen + 1)).flatMap((lexeme) => changed(lexeme, (form) => prefix + form));
}

/** «milblogueur{like:blogueur}»: the model's endings on another stem. */
function modelled(token: Token, like: string, paradigms: Paradigms): readonly Lexeme[] {
  let shared = 0;
  const { text } = token;
  while (shared < like.length && shared < text.length && like.at(-1 - shared) === text.at(-1 - shared)) shared++;
  const [from, to] = [like.slice(0, like.length - shared), text.slice(0, text.length - shared)];
  return paradigms.lookup(like).flatMap((lexeme) => changed(lexeme, (form) => to + form.slice(from.length)));
}

function changed(lexeme: Lexeme, change: (form: string) => string): readonly Lexeme[] {
  const cells = (row: Adjective['m'] = []): Adjective['m'] => row.map((variants) => variants.map(change));
  if (lexeme.kind === 'other') return [];
  if (lexeme.kind === 'noun') return [{ ...lexeme, sg: cells(lexeme.sg), pl: cells(lexeme.pl) }];
  if (lexeme.kind === 'verb') return [{ ...lexeme, cells: verbCells((cell) => lexeme.cells[cell].map(change)) }];
  return [{ ...lexeme, m: cells(lexeme.m), f: cells(lexeme.f), pl: cells(lexeme.pl) }];
}

/** Genders in which every word is found as it is cited; a person's masculine brings the feminine with it. */
function sexesOf(words: readonly Word[], headAt: number, head: Token, paradigms: Paradigms): readonly Sex[] {
  const fits = (sex: Sex) =>
    words.every(({ cited, forms }) => SIZES.some((size) => forms[sex][size].toLowerCase() === cited.toLowerCase()));
  const cited = head.gender === 'f' || head.gender === 'm' ? [head.gender] : SEXES.filter(fits).slice(0, 1);
  const isOpen = cited[0] === 'm' && head.gender === undefined && isPerson(words[headAt], paradigms);
  return isOpen ? SEXES : cited.length > 0 ? cited : ['m'];
}

/** A noun with a feminine of its own («député», «députée»), or one of either gender («ministre»). */
function isPerson(word: Word | undefined, { french }: Paradigms): boolean {
  if (!word) return false;
  const { m, f } = word.forms;
  return m.sg === f.sg ? french.persons.includes(m.sg) : !french.things.includes(m.sg);
}

/** Numbers of the phrase: a plural stays plural, a name keeps the number it is cited in. */
function sizesOf(words: readonly Word[], head: Token): readonly Size[] {
  if (head.only) return [head.only];
  const is = (size: Size) =>
    words.every(({ cited, forms }) => SEXES.some((sex) => forms[sex][size].toLowerCase() === cited.toLowerCase()));
  if (!is('sg') && is('pl')) return ['pl'];
  return head.frozen || head.indeclinable ? ['sg'] : SIZES;
}

/** Gender bits of the head where its form shows them: «porte-parole» may be a man or a woman. */
function genderOf(word: Word | undefined, sex: Sex, head: Token, { french }: Paradigms): number {
  if (head.gender) return GENDER_BITS[head.gender];
  if (!word || french.things.includes(word.forms.m.sg)) return 0;
  return word.forms.m.sg === word.forms.f.sg ? 0 : GENDER_BITS[sex];
}

/** All four forms, of each word that is not frozen. */
function adjective(citation: string, paradigms: Paradigms): Expansion {
  const { tokens, problems } = readCitation(citation);
  const readings = tokens.map((token) =>
    token.frozen || token.indeclinable || isCapital(token.text)
      ? unchanged(token.text)
      : inflected(token, false, paradigms),
  );
  const unknown = readings.filter((reading): reading is Problem => 'message' in reading);
  if (unknown.length > 0 || problems.length > 0) return { forms: [], problems: [...problems, ...unknown] };
  const set = new FormSet();
  for (const sex of SEXES) {
    for (const size of SIZES) {
      set.add(
        joined((readings as readonly Word[]).map(({ forms }) => forms[sex][size])),
        NUMBER[size] | GENDER_BITS[sex],
      );
    }
  }
  return set.expansion();
}

/**
 * Infinitive, third person of the present, the imparfait and the passé simple, the participles. Compound tenses are the
 * engine's: an auxiliary makes a participle finite. «se féliciter» keeps its pronoun in simple tenses.
 */
function verb(infinitive: string, paradigms: Paradigms): Expansion {
  const { tokens, problems } = readCitation(infinitive);
  const texts = tokens.flatMap(({ text }) => (text.startsWith("s'") ? ["s'", text.slice(2)] : [text]));
  const model = tokens.find(({ like }) => like !== undefined);
  const isReflexive = texts[0] === 'se' || texts[0] === "s'";
  const [base = '', ...rest] = isReflexive ? texts.slice(1) : texts;
  const found = model?.like === undefined ? paradigms.lookup(base) : modelled(model, model.like, paradigms);
  const lexeme = found.find(isVerb);
  if (!lexeme || problems.length > 0) {
    const message = 'no dictionary has this verb; write {=} after a phrase that stays as it is';
    return { forms: [], problems: [...problems, ...(lexeme ? [] : [{ token: base, message }])] };
  }
  const set = new FormSet();
  const add = (forms: readonly string[], features: number, own = isReflexive): void => {
    for (const form of forms) {
      const text = joined([form, ...rest]);
      set.add(own ? (VOWEL.test(form) ? `s'${text}` : `se ${text}`) : text, features);
    }
  };
  const { inf, sg, pl, m, past, conv, impers } = lexeme.cells;
  add(inf, F.INF);
  add(sg, F.PRES | F.SG);
  add(pl, F.PRES | F.PL);
  add(m, F.PAST | F.SG);
  add(past, F.PAST | F.PL);
  add(conv, F.CONV);
  // Only an auxiliary makes it finite: engine/verb.ts.
  // With an object behind it («débarrasser l'Ukraine …») a participle agrees with nothing.
  add(rest.length > 0 ? impers.slice(0, 1) : impers, F.PAST | F.IMPERS, false);
  return set.expansion();
}
