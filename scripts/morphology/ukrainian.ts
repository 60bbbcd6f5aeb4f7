/**
 * Ukrainian words from the hunspell dictionary `dictionary-uk` (derived from VESUM). It lists forms without grammar, but its
 * flags keep singular, plural and vocative apart, and what is left over the endings tell.
 */
import { readFileSync } from 'node:fs';
import { type Adjective, citedAs, type Lexeme, type Noun, type Verb } from '../../src/lexicon/paradigms';
import { distinct, type Found } from './found';
import { type ReadForms, Readings } from './homographs';

type Rule = { readonly strip: string; readonly add: string; readonly when: RegExp };
type Row = readonly (readonly string[])[];

/** Flags whose only forms are vocatives. */
const VOCATIVE = 'hxK6g!?z';
/** Flags that give the genitive in -а, -я of masculine nouns, which else takes -у, -ю. */
const GENITIVE_A = ':`"u@';
/** Flags of adjectives that stand for nouns: masculine, feminine, plural. */
const SUBSTANTIVE = 'Ee_';
/** Sizes of the starts by which lemmas are found from other nominatives; long words share more than one letter. */
const STARTS = [2, 1] as const;
const SHORT = 5;
const VOWEL = /[аеєиіїоуюя]$/;

/** Opens the dictionary; the function returned finds lexemes by any nominative or infinitive. */
export function openUkrainian(folder: URL, animate: ReadonlySet<string>): (word: string) => readonly Found[] {
  const rules = readRules(readFileSync(new URL('index.aff', folder), 'utf8'));
  const entries = readEntries(readFileSync(new URL('index.dic', folder), 'utf8'));
  const buckets = new Map<string, string[]>();
  for (const lemma of entries.keys()) {
    for (const size of STARTS) {
      const key = lemma.slice(0, size);
      const bucket = buckets.get(key);
      if (bucket) bucket.push(lemma);
      else buckets.set(key, [lemma]);
    }
  }
  const lexemesOf = (lemma: string): readonly Found[] =>
    (entries.get(lemma) ?? []).map((flags) => {
      const lexeme = toLexeme(lemma, flags, rules, animate);
      return { lemma: lexeme.kind === 'adj' ? (lexeme.m[0]?.[0] ?? lemma) : lemma, lexeme };
    });

  return (word) => {
    const spellings = [...new Set([word, word.toLowerCase()])];
    const direct = spellings.flatMap(lexemesOf);
    const own = direct.filter(({ lexeme }) => lexeme.kind !== 'other');
    if (own.length > 0) return distinct(own);
    // «інтереси», «російська»: the lemma starts alike, by one letter at least («ночі», «ніч»).
    for (const size of word.length > SHORT ? STARTS.slice(0, 1) : STARTS) {
      const near = [...new Set(spellings.flatMap((spelling) => buckets.get(spelling.slice(0, size)) ?? []))];
      const others = near
        .filter((lemma) => sharedStart(lemma, word.toLowerCase()) >= Math.min(lemma.length, word.length) - 4)
        .flatMap(lexemesOf)
        .filter(({ lexeme }) => lexeme.kind !== 'verb' && citedAs(lexeme).some((form) => spellings.includes(form)));
      if (others.length > 0) return distinct(others);
    }
    return distinct(direct);
  };
}

/** Every reading of the forms asked for. Names of persons and places have their own capital and count for no other word. */
export function readUkrainianForms(folder: URL): ReadForms {
  const rules = readRules(readFileSync(new URL('index.aff', folder), 'utf8'));
  const entries = readEntries(readFileSync(new URL('index.dic', folder), 'utf8'));
  return (forms) => {
    const readings = new Readings(forms);
    for (const [lemma, allFlags] of entries) {
      if (lemma !== lemma.toLowerCase()) continue;
      const isVerb = /ти(ся|сь)?$/.test(lemma);
      for (const flags of allFlags) {
        readings.add(lemma, { lemma, isVerb, opens: true });
        for (const { strip, add, when } of [...flags].flatMap((flag) => rules.get(flag) ?? [])) {
          if (!lemma.endsWith(strip) || !when.test(lemma)) continue;
          readings.add(lemma.slice(0, lemma.length - strip.length) + add, { lemma, isVerb, opens: isVerb });
        }
      }
    }
    return readings.of;
  };
}

function sharedStart(left: string, right: string): number {
  let at = 0;
  while (at < left.length && left[at]?.toLowerCase() === right[at]) at++;
  return at;
}

function readRules(aff: string): ReadonlyMap<string, readonly Rule[]> {
  const rules = new Map<string, Rule[]>();
  for (const line of aff.split('\n')) {
    const [kind, flag, strip = '', add = '', condition] = line.trim().split(/\s+/);
    if (kind !== 'SFX' || flag === undefined || condition === undefined) continue;
    const rule = { strip: strip === '0' ? '' : strip, add: add === '0' ? '' : add, when: new RegExp(`${condition}$`) };
    rules.set(flag, [...(rules.get(flag) ?? []), rule]);
  }
  return rules;
}

function readEntries(dic: string): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, string[]>();
  for (const line of dic.split('\n').slice(1)) {
    const [lemma = '', flags = ''] = line.trim().split('/');
    if (lemma === '') continue;
    const known = entries.get(lemma);
    if (known) known.push(flags);
    else entries.set(lemma, [flags]);
  }
  return entries;
}

function toLexeme(
  lemma: string,
  flags: string,
  rules: ReadonlyMap<string, readonly Rule[]>,
  animate: ReadonlySet<string>,
): Lexeme {
  const formsOf = (flag: string): readonly string[] =>
    (rules.get(flag) ?? [])
      .filter(({ strip, when }) => lemma.endsWith(strip) && when.test(lemma))
      .map(({ strip, add }) => lemma.slice(0, lemma.length - strip.length) + add);
  const used = [...flags].filter((flag) => formsOf(flag).length > 0);
  // Family names and cities like possessive adjectives mix genders under one flag: words.yml and names.yml have them.
  if (used.length === 0 || (/^\p{Lu}/u.test(lemma) && /[CR]/.test(flags))) return { kind: 'other' };
  if (/т[и](ся|сь)?$/.test(lemma) && used.some((flag) => formsOf(flag).some((form) => /ла(ся|сь)?$/.test(form)))) {
    return toVerb(lemma, used.flatMap(formsOf));
  }
  if (used.every((flag) => `j+${SUBSTANTIVE}`.includes(flag))) return ukrainianAdjective(lemma) ?? { kind: 'other' };
  const plural = used.filter((flag) => formsOf(flag).some((form) => /[ая]х$/.test(form)));
  const singular = used.filter((flag) => !plural.includes(flag) && !VOCATIVE.includes(flag));
  const isAnimate = animate.has(lemma) || used.some((flag) => 'xKg6'.includes(flag)) || /(ець|ист|їст)$/.test(lemma);
  const sg = singular.flatMap(formsOf);
  const pl = plural.flatMap(formsOf);
  const genitive = singular.filter((flag) => GENITIVE_A.includes(flag)).flatMap(formsOf);
  if (sg.length === 0) return { kind: 'noun', pl: pluralCells([lemma, ...pl], isAnimate) };
  const noun = singularOf(lemma, [...new Set(sg)], genitive, isAnimate);
  if (pl.length === 0) return noun;
  // Where the plural nominative equals the genitive singular («місця», «домовленості») its flag does not repeat it.
  const hasNominative = pl.some((form) => VOWEL.test(form) && !pl.includes(`${form.slice(0, -2)}х`));
  const genitives = noun.sg?.[1] ?? [];
  const spare = genitives.length > 1 ? genitives.filter((form) => !form.endsWith('и')) : genitives;
  return { ...noun, pl: pluralCells(hasNominative ? pl : [...spare, ...pl], isAnimate) };
}

/** Tells the cases of a singular by the ending of the lemma and of each form. */
function singularOf(lemma: string, forms: readonly string[], genitive: readonly string[], isAnimate: boolean): Noun {
  const ending = (pattern: RegExp): readonly string[] => forms.filter((form) => pattern.test(form));
  const noun = (gender: 'm' | 'f' | 'n', rest: Row): Noun => ({ kind: 'noun', gender, sg: [[lemma], ...rest] });
  if (/[ая]$/.test(lemma) && ending(/[оеє]ю$/).length > 0) {
    const low = ending(/[иії]$/);
    const hard = low.filter((form) => form.endsWith('и'));
    const soft = low.filter((form) => !form.endsWith('и'));
    const dative = soft.length > 0 ? soft : low;
    const stem = lemma.slice(0, -1);
    const accusative = forms.filter((form) => form === `${stem}у` || form === `${stem}ю`);
    const instrumental = ending(/[оеє]ю$/).filter((form) => !accusative.includes(form));
    return noun('f', [hard.length > 0 ? hard : low, dative, accusative, instrumental, dative]);
  }
  if (!VOWEL.test(lemma) && ending(/ю$/).length > 0 && ending(/[оеє]м$/).length === 0) {
    const low = ending(/[иії]$/);
    const soft = low.filter((form) => !form.endsWith('и'));
    return noun('f', [low, soft, [lemma], ending(/ю$/), soft]);
  }
  const dative = ending(/([оеє]ві|[ую])$/);
  const long = dative.filter((form) => form.endsWith('ві'));
  const low = ending(/[ії]$/).filter((form) => !/[оеє]ві$/.test(form) || !dative.includes(form));
  // «речнику» is a locative too where -і is impossible.
  const locative = [...long, ...(low.length > 0 ? low : dative.filter((form) => !form.endsWith('ві')))];
  const instrumental = ending(/[аеєиіїоюя]м$/);
  if (!VOWEL.test(lemma) || (/о$/.test(lemma) && genitive.length > 0)) {
    const own = genitive.length > 0 ? genitive : dative.filter((form) => /[ую]$/.test(form));
    return noun('m', [own, dative, isAnimate ? own : [lemma], instrumental, locative]);
  }
  const oblique = ending(/(ені|[ая]ті|ені)$/);
  if (/['лнтчш]?[ая]$/.test(lemma) && oblique.length > 0) {
    return noun('n', [ending(/(ені|[ая]ти)$/), oblique, [lemma], instrumental, oblique]);
  }
  const own = ending(/[ая]$/);
  return noun('n', [own.length > 0 ? own : [lemma], dative, [lemma], instrumental, locative]);
}

/** The locative in -ах fixes the stem, so that «програми» is not taken for an instrumental. */
function pluralCells(forms: readonly string[], isAnimate: boolean): Row {
  const locative = [...new Set(forms.filter((form) => /[ая]х$/.test(form)))];
  const stems = locative.map((form) => form.slice(0, -1));
  const dative = forms.filter((form) => stems.some((stem) => form === `${stem}м`));
  const instrumental = forms.filter(
    (form) =>
      stems.some((stem) => form === `${stem}ми`) || (/(ьми|[чшр]има|има)$/.test(form) && !dative.includes(form)),
  );
  const rest = [...new Set(forms)].filter((form) => ![...locative, ...dative, ...instrumental].includes(form));
  const isGenitive = (form: string): boolean => /([ії]в|ей)$/.test(form) || !VOWEL.test(form);
  const nominative = rest.filter((form) => !isGenitive(form));
  const genitive = rest.filter(isGenitive);
  return [
    nominative,
    genitive,
    [...new Set(dative)],
    isAnimate ? genitive : nominative,
    [...new Set(instrumental)],
    locative,
  ];
}

/** Adjectives are wholly regular: made from any nominative. */
export function ukrainianAdjective(word: string): Adjective | undefined {
  const stem = word.slice(0, -2);
  const row = (text: string): Row => text.split(' ').map((cell) => cell.split('/').map((end) => stem + end));
  if (word.endsWith('ий')) {
    return {
      kind: 'adj',
      m: row('ий ого ому ий/ого им ому'),
      f: row('а ої ій у ою ій'),
      n: row('е ого ому е им ому'),
      pl: row('і их им і/их ими их'),
    };
  }
  if (word.endsWith('ій')) {
    return {
      kind: 'adj',
      m: row('ій ього ьому ій/ього ім ьому'),
      f: row('я ьої ій ю ьою ій'),
      n: row('є ього ьому є ім ьому'),
      pl: row('і іх ім і/іх іми іх'),
    };
  }
  if (word.endsWith('їй')) {
    return {
      kind: 'adj',
      m: row('їй його йому їй/його їм йому'),
      f: row('я йої їй ю йою їй'),
      n: row('є його йому є їм йому'),
      pl: row('ї їх їм ї/їх їми їх'),
    };
  }
  // «авіадиспетчерська», listed as a noun.
  return /[аеі]$/.test(word) ? ukrainianAdjective(`${word.slice(0, -1)}ий`) : undefined;
}

/** Sorts the forms of a verb; first and second persons, imperatives and the future in -тиму are left out. */
function toVerb(lemma: string, all: readonly string[]): Verb {
  const forms = [...new Set(all)].map((form) => ({ form, bare: form.replace(/(ся|сь)$/, '') }));
  type Part = (typeof forms)[number];
  const pick = (test: (bare: string) => boolean): string[] =>
    forms.filter(({ bare }) => test(bare)).map(({ form }: Part) => form);
  const bareFeminine = new Set(forms.filter(({ bare }) => bare.endsWith('ла')).map(({ bare }) => bare.slice(0, -2)));
  const barePlural = new Set(forms.filter(({ bare }) => /[уюая]ть$/.test(bare)).map(({ bare }) => bare.slice(0, -2)));
  return {
    kind: 'verb',
    cells: {
      inf: [lemma],
      sg: pick((bare) => /([иїєе]ть|сть|є|е)$/.test(bare) && !/([еиєїіьй]те|дасте|тиме(ть)?)$/.test(bare)),
      pl: pick((bare) => /[уюая]ть$/.test(bare) && !bare.endsWith('тимуть')),
      m: pick((bare) => [...bareFeminine].some((stem) => isMasculineOf(bare, stem))),
      f: pick((bare) => bare.endsWith('ла')),
      n: pick((bare) => bare.endsWith('ло')),
      past: pick((bare) => bare.endsWith('ли') && bareFeminine.has(bare.slice(0, -2))),
      // «кричи» is an imperative, «кричачи» has the stem of «кричать».
      conv: pick((bare) => /[вгкхсзрбп]ши$/.test(bare) || (bare.endsWith('чи') && barePlural.has(bare.slice(0, -2)))),
      impers: pick((bare) => /[нт]о$/.test(bare)),
    },
  };
}

/** «заявила» → «заявив», «застерегла» → «застеріг», «пішла» → «пішов». */
function isMasculineOf(bare: string, stem: string): boolean {
  // «вела» has «вів».
  if (VOWEL.test(stem)) return bare === `${stem}в` || bare === `${stem.slice(0, -1)}ів`;
  return bare === `${stem}ов` || (bare.length === stem.length && bare.at(-1) === stem.at(-1));
}
