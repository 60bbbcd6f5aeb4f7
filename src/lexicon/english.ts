/** English: number of nouns, forms of verbs. What is irregular lies in morph/english.yml. */
import { F } from '../engine/features';
import { readCitation, type Token } from './citation';
import { type Expansion, FormSet, GENDER_BITS, type Gender } from './form-set';
import type { Inflector } from './inflector';
import { surnameOf } from './names';
import type { English, Paradigms } from './paradigms';

/** Makes the inflector of en. */
export function englishInflector({ english }: Paradigms): Inflector {
  const single = (text: string, features: number): Expansion => ({ forms: [{ text, features }], problems: [] });
  return {
    phrase: (citation) => phrase(citation, english),
    person: (fullName, gender) => single(plain(fullName), F.SG | GENDER_BITS[gender]),
    surname: (fullName, gender: Gender) => single(surnameOf(plain(fullName)), F.SG | GENDER_BITS[gender]),
    verb: (infinitive) => verb(plain(infinitive), english),
    frozen: (text) => single(plain(text), 0),
    adjective: (citation) => single(plain(citation), 0),
  };
}

function plain(citation: string): string {
  return texts(readCitation(citation).tokens);
}

function texts(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join(' ');
}

function phrase(citation: string, english: English): Expansion {
  const { tokens, problems } = readCitation(citation);
  const at = headIndex(tokens, english);
  const head = tokens[at];
  if (!head || problems.length > 0) return { forms: [], problems };
  const set = new FormSet();
  const gender = head.gender ? GENDER_BITS[head.gender] : 0;
  const isName = head.text !== head.text.toLowerCase();
  if (head.only === 'pl' || (isPlural(head.text, english) && head.only !== 'sg')) set.add(texts(tokens), F.PL);
  else set.add(texts(tokens), F.SG | gender);
  const isOpen = !isName && !head.frozen && !head.indeclinable && !head.only && !isPlural(head.text, english);
  if (isOpen) {
    const plural = { ...head, text: pluralOf(head.text, english) };
    set.add(texts(tokens.with(at, plural)), F.PL);
  }
  return set.expansion();
}

/** The marked word, else the last one before a preposition («minister of foreign affairs»). */
function headIndex(tokens: readonly Token[], english: English): number {
  const marked = tokens.findIndex((token) => token.gender ?? token.only ?? (token.indeclinable || undefined));
  if (marked >= 0) return marked;
  const preposition = tokens.findIndex(({ text }, at) => at > 0 && english.prepositions.includes(text.toLowerCase()));
  return (preposition > 0 ? preposition : tokens.length) - 1;
}

function isPlural(word: string, english: English): boolean {
  const lower = word.toLowerCase();
  return Object.values(english.plurals).includes(lower) || (/s$/.test(lower) && !/(ss|us|is|'s)$/.test(lower));
}

function pluralOf(word: string, english: English): string {
  return english.plurals[word] ?? addS(word);
}

function addS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return /(s|x|z|ch|sh)$/.test(word) ? `${word}es` : `${word}s`;
}

/** The first word inflects («point out»): base, -s, past, participle, -ing. */
function verb(infinitive: string, english: English): Expansion {
  const [base = '', ...rest] = infinitive.split(' ');
  const irregular = english.verbs[base] ?? {};
  const past = irregular.past ?? addEd(base);
  const set = new FormSet();
  const add = (form: string, features: number): void => {
    // «be» has two of some forms, with a slash between.
    for (const text of form.split('/')) set.add([text, ...rest].join(' '), features);
  };
  add(base, F.PRES | F.PL | F.INF);
  add(irregular.s ?? addS(base).replace(/([^aeiou])os$/, '$1oes'), F.PRES | F.SG);
  add(past, F.PAST);
  if (irregular.participle) add(irregular.participle, F.IMPERS);
  add(irregular.ing ?? addIng(base), F.CONV);
  return set.expansion();
}

function addEd(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return `${doubled(base)}ed`;
}

function addIng(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  return /[^eoy]e$/.test(base) ? `${base.slice(0, -1)}ing` : `${doubled(base)}ing`;
}

/** One short syllable doubles its last consonant («ban»); longer words that do so are listed as irregular. */
function doubled(base: string): string {
  return /^[^aeiou]*[aeiou][^aeiouwxy]$/.test(base) ? base + base.slice(-1) : base;
}
