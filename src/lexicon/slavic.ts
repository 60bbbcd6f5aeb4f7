/** Ukrainian, Russian and Polish: phrases that agree, verbs, adjectives. */
import { CASES, F } from '../engine/features';
import { readCitation, recase, type Token } from './citation';
import { CASE_BITS, type Expansion, FormSet, GENDER_BITS, type Gender, joined, type Problem, saidOf } from './form-set';
import { findHead, type Head, isDependent, nounReadings, pluralOf, withFollowers } from './head';
import type { Inflector } from './inflector';
import { declineName, declineToken, surnameOf } from './names';
import {
  type Adjective,
  type Cells,
  citedAs,
  foldLetters,
  type Noun,
  type Paradigms,
  VERB_CELLS,
  type Verb,
  type VerbCell,
  verbCells,
} from './paradigms';

/** What each cell of a verb is to the engine. */
const VERB_BITS: Readonly<Record<VerbCell, number>> = {
  inf: F.INF,
  sg: F.PRES | F.SG,
  pl: F.PRES | F.PL,
  m: F.PAST | F.M | F.SG,
  f: F.PAST | F.F | F.SG,
  n: F.PAST | F.N | F.SG,
  past: F.PAST | F.PL,
  conv: F.CONV,
  impers: F.IMPERS,
};

/** Makes the inflector of uk, ru or pl. */
export function slavicInflector(paradigms: Paradigms): Inflector {
  return {
    phrase: (citation) => saidOf(citation, expand(citation, paradigms)),
    person: (fullName, gender) => declineName(fullName, gender, paradigms.names),
    surname: (fullName, gender) => declineName(surnameOf(fullName), gender, paradigms.names),
    verb: (infinitive) => verb(infinitive, paradigms),
    frozen: (text) => ({ forms: [{ text: plain(readCitation(text).tokens), features: 0 }], problems: [] }),
    adjective: (citation) => adjective(citation, paradigms),
  };
}

function expand(citation: string, paradigms: Paradigms): Expansion {
  const { tokens, problems } = readCitation(citation);
  const first = tokens[0];
  if (problems.length > 0 || !first) return { forms: [], problems };
  if (tokens.every((token) => token.frozen)) return unchanging(tokens);
  if (paradigms.prepositions.has(first.text.toLowerCase())) {
    return { forms: [{ text: plain(tokens), features: 0 }], problems: [] };
  }
  if (isVerb(first, paradigms)) return verb(citation, paradigms);
  const found = findHead(tokens, paradigms);
  if (!('message' in found)) return decline(withFollowers(tokens, found, paradigms), found, paradigms);
  return isForeignName(first, paradigms) ? unchanging(tokens) : { forms: [], problems: [found] };
}

function isVerb(token: Token, paradigms: Paradigms): boolean {
  const lexemes = paradigms.lookup(token.text);
  return lexemes.some(({ kind }) => kind === 'verb') && !lexemes.some(({ kind }) => kind === 'noun');
}

/** «Readovka», «Russia Today»: in a language of the same letters only the dictionary tells a foreign name. */
function isForeignName({ text }: Token, { lookup, names }: Paradigms): boolean {
  return names.script === 'Latin' && text !== text.toLowerCase() && lookup(text).length === 0;
}

function plain(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ');
}

/** A name that never changes stands in every case. */
function unchanging(tokens: readonly Token[]): Expansion {
  const note = tokens.find(({ gender, only }) => gender ?? only);
  const number = note?.only === 'pl' ? F.PL : F.SG | (note?.gender ? GENDER_BITS[note.gender] : 0);
  return { forms: [{ text: plain(tokens), features: CASES | number }], problems: [] };
}

function genderBits({ gender, orGender }: Head): number {
  return (gender ? GENDER_BITS[gender] : 0) | (orGender ? GENDER_BITS[orGender] : 0);
}

/** All cells of the head, each with the forms of the other words that agree with it. */
function decline(tokens: readonly Token[], head: Head, paradigms: Paradigms): Expansion {
  const set = new FormSet();
  const problems: Problem[] = [];
  for (const number of head.numbers) {
    const cells = number === 'sg' ? head.noun.sg : head.noun.pl;
    if (!cells) continue;
    const features = number === 'pl' ? F.PL : F.SG | genderBits(head);
    CASE_BITS.forEach((bit, at) => {
      for (const form of cells[at] ?? []) {
        for (const from of adjectiveCells(at, form, cells, number === 'sg' ? head.gender : undefined)) {
          const words = tokens.map((token, position) => {
            if (position === head.at) return [recase(form, token.text)];
            if (token.frozen || (position > head.at && !token.agrees)) return [token.text];
            const agreeing = agree(token, { at, from, number, gender: head.gender ?? 'm', noun: head.noun }, paradigms);
            if (agreeing.length === 0 && bit === F.NOM) problems.push(disagreement(token, tokens[head.at]?.text ?? ''));
            return agreeing.map((variant) => recase(variant, token.text));
          });
          for (const text of joined(words)) set.add(text, features | bit);
        }
      }
    });
  }
  if (set.expansion().forms.length === 0 && problems.length === 0) {
    problems.push({
      token: tokens[head.at]?.text ?? '',
      message: 'has no forms in the number asked for; mend {sg} or {pl}',
    });
  }
  return set.expansion(problems);
}

function disagreement(token: Token, head: string): Problem {
  return {
    token: token.text,
    message: `does not agree with «${head}»; write {=} if it stays as it is, or {m} {f} {n} after the head`,
  };
}

/** What a word has to agree with: the case of the head, the cell that adjectives take for it, number, gender. */
type Agreement = {
  readonly at: number;
  readonly from: number;
  readonly number: 'sg' | 'pl';
  readonly gender: Gender;
  readonly noun: Noun;
};

/** Forms of a word in the case and number of the head. */
function agree(
  token: Token,
  { at, from, number, gender, noun: head }: Agreement,
  paradigms: Paradigms,
): readonly string[] {
  const lexemes = paradigms.lookup(token.like ?? token.text);
  const adjectives = lexemes.filter((lexeme) => lexeme.kind === 'adj');
  const fitting = adjectives.find((adjective) => token.like !== undefined || citedWith(adjective, token.text));
  if (fitting) {
    const forms = (number === 'pl' ? pluralOf(fitting, head) : fitting[gender])[from] ?? [];
    return token.like === undefined ? forms : forms.flatMap((text) => reshape(text, token, fitting));
  }
  if (!token.agrees) {
    const stays = isDependent(token, paradigms) || lexemes.some(({ kind }) => kind === 'other');
    return stays ? [token.text] : [];
  }
  // An apposition has a gender of its own and follows in case and number only.
  const [noun] = nounReadings(token, paradigms);
  if (noun) return noun[number]?.[at] ?? [];
  const family = token.gender === 'm' || token.gender === 'f' ? token.gender : undefined;
  const cells = family && declineToken(token, 'family', family, paradigms.names);
  return cells && !('message' in cells) && number === 'sg' ? (cells[at] ?? []) : [];
}

/**
 * The accusative of masculine and plural adjectives equals the nominative or the genitive, whichever the noun's does;
 * comparing the noun's own texts spares us animacy marks in the lexicon. A noun that is alike in both («ЗМІ») takes
 * both, one after the other, so that two adjectives before it never differ.
 */
function adjectiveCells(at: number, form: string, noun: Cells, gender: Gender | undefined): readonly number[] {
  if (CASE_BITS[at] !== F.ACC || gender === 'f' || gender === 'n') return [at];
  const [nominative = [], genitive = []] = noun;
  const cells = [...(nominative.includes(form) ? [0] : []), ...(genitive.includes(form) ? [1] : [])];
  return cells.length > 0 ? cells : [1];
}

function citedWith(adjective: Adjective, word: string): boolean {
  return citedAs(adjective).some((form) => foldLetters(form) === foldLetters(word));
}

/** `{like:}` on an adjective: both are cut by the masculine of the model. */
function reshape(form: string, token: Token, model: Adjective): readonly string[] {
  const citation = model.m[0]?.[0] ?? '';
  const ending = citation.slice(-2);
  if (token.text.slice(-2).toLowerCase() !== ending) return [];
  return [token.text.slice(0, -2) + form.slice(citation.length - 2)];
}

function verb(citation: string, paradigms: Paradigms): Expansion {
  const { tokens, problems } = readCitation(citation);
  const [first, ...rest] = tokens;
  if (!first || problems.length > 0) return { forms: [], problems };
  const verbs = paradigms.lookup(first.like ?? first.text).filter((lexeme): lexeme is Verb => lexeme.kind === 'verb');
  if (verbs.length === 0) {
    return {
      forms: [],
      problems: [{ token: first.text, message: 'no dictionary has this verb; write {like:…} after it' }],
    };
  }
  const set = new FormSet();
  for (const found of verbs) {
    const own = first.like === undefined ? found : verbLike(found, first.like, first.text);
    for (const cell of VERB_CELLS) {
      for (const form of own.cells[cell]) set.add([form, ...rest.map(({ text }) => text)].join(' '), VERB_BITS[cell]);
    }
  }
  return set.expansion();
}

/** What stands before the longest common end of a model and a word that inflects like it. */
function startsOf(modelText: string, text: string): { readonly from: string; readonly to: string } {
  let same = 0;
  while (same < Math.min(modelText.length, text.length) && modelText.at(-1 - same) === text.at(-1 - same)) same++;
  return { from: modelText.slice(0, modelText.length - same), to: text.slice(0, text.length - same) };
}

/** A verb that inflects like another: their longest common end is kept, what stands before it is exchanged. */
export function verbLike(model: Verb, modelText: string, text: string): Verb {
  const { from, to } = startsOf(modelText, text);
  const cells = verbCells((cell) => {
    const forms = model.cells[cell].filter((form) => form.startsWith(from));
    return forms.map((form) => to + form.slice(from.length));
  });
  return { kind: 'verb', cells };
}

/** The same for an adjective. */
export function adjectiveLike(model: Adjective, modelText: string, text: string): Adjective {
  const { from, to } = startsOf(modelText, text);
  const row = (cells: Cells): Cells =>
    cells.map((forms) => forms.filter((form) => form.startsWith(from)).map((form) => to + form.slice(from.length)));
  const { m, f, n, pl, virile } = model;
  return { kind: 'adj', m: row(m), f: row(f), n: row(n), pl: row(pl), ...(virile && { virile: row(virile) }) };
}

function adjective(citation: string, paradigms: Paradigms): Expansion {
  const { tokens, problems } = readCitation(citation);
  const token = tokens[0];
  if (!token || problems.length > 0) return { forms: [], problems };
  const found = paradigms.lookup(token.like ?? token.text).find((lexeme): lexeme is Adjective => lexeme.kind === 'adj');
  if (!found) {
    return {
      forms: [],
      problems: [{ token: token.text, message: 'no dictionary has this adjective; write {like:…} after it' }],
    };
  }
  const set = new FormSet();
  const rows: readonly [Cells, number][] = [
    ...(['m', 'f', 'n'] as const satisfies readonly Gender[]).map((g): [Cells, number] => [
      found[g],
      F.SG | GENDER_BITS[g],
    ]),
    [found.pl, F.PL],
    [found.virile ?? [], F.PL],
  ];
  for (const [row, features] of rows) {
    CASE_BITS.forEach((bit, at) => {
      for (const form of row[at] ?? []) {
        const texts = token.like === undefined ? [form] : reshape(form, token, found);
        for (const text of texts) set.add(recase(text, token.text), features | bit);
      }
    });
  }
  return set.expansion();
}
