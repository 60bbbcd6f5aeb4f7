/**
 * French words: nouns and adjectives from the hunspell dictionary `dictionary-fr`, whose flags tell which words take a
 * plural and which a feminine besides; verbs from `french-verbs-lefff` (Lefff).
 */
import { readFileSync } from 'node:fs';
import { type Lexeme, verbCells } from '../../src/lexicon/paradigms';
import type { Found } from './found';
import { type ReadForms, Readings } from './homographs';

/** Conjugations of Lefff by tense: six persons, or the participle's four forms; «NA» where a verb lacks one. */
type Conjugation = Readonly<Partial<Record<'P' | 'I' | 'J' | 'K' | 'G', readonly (string | null)[]>>>;
type Rule = { readonly strip: string; readonly add: string; readonly when: RegExp };
/** Forms that the flags of an entry make: masculine and feminine, singular and plural; a noun has the first two. */
type Forms = { readonly sg: string; readonly pl: string; readonly f?: string; readonly fpl?: string };

/** Flags of nouns and of adjectives of one form for both genders. */
const EPICENE = ['S.', 'S=', 'X.', 'A.', 'I.'];
/** Flags of words with a feminine. */
const GENDERED = ['F.', 'Fs', 'Fc', 'Fe', 'F+', 'Fx', 'W.', 'Wx'];
const THIRD = { sg: 2, pl: 5 } as const;

type French = {
  /** Finds lexemes by any of their forms or by the infinitive. */
  readonly lookup: (word: string) => readonly Found[];
  readonly readForms: ReadForms;
};

/** Opens the dictionaries. */
export function openFrench(words: URL, verbs: URL): French {
  const rules = readRules(readFileSync(new URL('index.aff', words), 'utf8'));
  const conjugations = JSON.parse(readFileSync(new URL('dist/conjugations.json', verbs), 'utf8')) as Readonly<
    Record<string, Conjugation>
  >;
  const index = readEntries(readFileSync(new URL('index.dic', words), 'utf8'), rules);
  const participles = readParticiples(conjugations);
  const lookup = (word: string): readonly Found[] => {
    const verb = Object.hasOwn(conjugations, word) ? conjugations[word] : undefined;
    const lower = word.toLowerCase();
    const nominal = index.get(word) ?? index.get(lower) ?? participles.get(lower) ?? [];
    return verb ? [{ lemma: word, lexeme: toVerb(word, verb) }, ...nominal] : nominal;
  };
  const readForms: ReadForms = (forms) => {
    const readings = new Readings(forms);
    for (const form of forms) {
      for (const { lemma } of index.get(form) ?? []) readings.add(form, { lemma, isVerb: false, opens: true });
    }
    for (const [lemma, tenses] of Object.entries(conjugations)) {
      for (const form of Object.values(tenses).flat())
        if (form) readings.add(form, { lemma, isVerb: true, opens: true });
    }
    return readings.of;
  };
  return { lookup, readForms };
}

function readRules(aff: string): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const line of aff.split('\n')) {
    const [kind, flag, strip = '', add = '', condition] = line.trim().split(/\s+/);
    if (kind !== 'SFX' || flag === undefined || condition === undefined) continue;
    const ending = add.split('/')[0] ?? '';
    const rule = {
      strip: strip === '0' ? '' : strip,
      add: ending === '0' ? '' : ending,
      when: new RegExp(`${condition}$`),
    };
    rules.set(flag, [...(rules.get(flag) ?? []), rule]);
  }
  return rules;
}

/** Every nominal entry under each of its forms. Words without inflection are nouns that never change, or adverbs. */
function readEntries(dic: string, rules: ReadonlyMap<string, readonly Rule[]>): ReadonlyMap<string, readonly Found[]> {
  const index = new Map<string, Found[]>();
  for (const line of dic.split('\n').slice(1)) {
    const [lemma = '', flags = ''] = line.trim().split('/');
    if (lemma === '') continue;
    const flag = [...EPICENE, ...GENDERED].find((one) => flags.startsWith(one) || flags.endsWith(one));
    // Flags of verbs: Lefff knows them.
    if (flag === undefined && flags !== '' && !flags.includes("'")) continue;
    const forms = flag === undefined ? { sg: lemma, pl: lemma } : formsOf(lemma, flag, rules.get(flag) ?? []);
    const lexeme: Lexeme = flags === '' ? { kind: 'other' } : toLexeme(forms);
    for (const form of new Set(Object.values(forms))) {
      const known = index.get(form);
      if (known) known.push({ lemma, lexeme });
      else index.set(form, [{ lemma, lexeme }]);
    }
  }
  return index;
}

/** «contrôlés par l'État»: participles agree as adjectives do. */
function readParticiples(conjugations: Readonly<Record<string, Conjugation>>): ReadonlyMap<string, readonly Found[]> {
  const index = new Map<string, readonly Found[]>();
  for (const { K = [] } of Object.values(conjugations)) {
    const [sg, pl, f, fpl] = K;
    if (!sg || !pl || !f || !fpl) continue;
    const found = [{ lemma: sg, lexeme: toLexeme({ sg, pl, f, fpl }) }];
    for (const form of [sg, pl, f, fpl]) index.set(form, found);
  }
  return index;
}

function formsOf(lemma: string, flag: string, rules: readonly Rule[]): Forms {
  const made = rules
    .filter(({ strip, when }) => lemma.endsWith(strip) && when.test(lemma))
    .map(({ strip, add }) => lemma.slice(0, lemma.length - strip.length) + add)
    .filter((form) => form !== lemma);
  if (!GENDERED.includes(flag)) return { sg: lemma, pl: made[0] ?? lemma };
  // After -s and -x the masculine has no plural of its own.
  const plurals = [`${lemma}s`, `${lemma}x`, lemma.replace(/al$/, 'aux')];
  const pl = made.find((form) => plurals.includes(form)) ?? lemma;
  const f = made.find((form) => form !== pl && form.endsWith('e'));
  return f === undefined ? { sg: lemma, pl } : { sg: lemma, pl, f, fpl: `${f}s` };
}

function toLexeme({ sg, pl, f, fpl }: Forms): Lexeme {
  if (f === undefined || fpl === undefined) return { kind: 'noun', sg: [[sg]], pl: [[pl]] };
  return { kind: 'adj', m: [[sg]], f: [[f]], n: [[]], pl: [[pl, fpl]] };
}

function toVerb(infinitive: string, { P, I, J, K, G }: Conjugation): Lexeme {
  const distinct = (forms: readonly (string | null | undefined)[]): string[] => [
    ...new Set(forms.filter((form): form is string => typeof form === 'string' && form !== '' && form !== 'NA')),
  ];
  const cells = {
    inf: [infinitive],
    sg: distinct([P?.[THIRD.sg]]),
    pl: distinct([P?.[THIRD.pl]]),
    m: distinct([I?.[THIRD.sg], J?.[THIRD.sg]]),
    f: [],
    n: [],
    past: distinct([I?.[THIRD.pl], J?.[THIRD.pl]]),
    conv: distinct(G ?? []),
    impers: distinct(K ?? []),
  };
  return { kind: 'verb', cells: verbCells((cell) => cells[cell]) };
}
