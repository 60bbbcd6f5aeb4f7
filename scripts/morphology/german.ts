/** German words from the german-*-dict packages, which carry the german-pos-dict of LanguageTool; compounds by their tails. */
import { readFileSync } from 'node:fs';
import type { Adjective, Cells, German, Noun, Verb } from '../../src/lexicon/paradigms';
import { verbCells } from '../../src/lexicon/paradigms';
import type { Found } from './found';
import { type ReadForms, Readings } from './homographs';

type Person = Readonly<Partial<Record<'1' | '2' | '3', string | readonly [string, string]>>>;
type Tense = { readonly S?: Person; readonly P?: Person };
type VerbEntry = {
  readonly PA2?: readonly string[];
  readonly EIZ?: string;
} & Readonly<Partial<Record<'KJ1' | 'KJ2' | 'PRÄ' | 'PRT', Tense>>>;
type Numbers = { readonly SIN?: string; readonly PLU?: string };
type NounEntry = Readonly<Partial<Record<'NOM' | 'GEN' | 'DAT' | 'AKK', Numbers>>> & { readonly G?: 'M' | 'F' | 'N' };
type Gendered = Readonly<Record<'M' | 'F' | 'N' | 'P', string | null>>;
type AdjectiveEntry = Readonly<Partial<Record<'NOM', Readonly<Partial<Record<'SOL', Gendered | null>>> | null>>>;
type Words<E> = Readonly<Record<string, E | undefined>>;

const CASES = ['NOM', 'GEN', 'DAT', 'AKK'] as const;
const GENDERS = { M: 'm', F: 'f', N: 'n' } as const;
/** Shorter tails («Art», «Amt») make compounds of anything. */
const SHORTEST_TAIL = 4;
const SHORTEST_HEAD = 2;
/** Endings of the adjective by case (nominative, genitive, dative, accusative): after «der», after «ein», after nothing. */
const ADJECTIVE_ENDS = {
  m: ['e/er/er', 'en/en/en', 'en/en/em', 'en/en/en'],
  f: ['e/e/e', 'en/en/er', 'en/en/er', 'e/e/e'],
  n: ['e/es/es', 'en/en/en', 'en/en/em', 'e/es/es'],
  pl: ['en/en/e', 'en/en/er', 'en/en/en', 'en/en/e'],
} as const;
/** Regular nouns by their ends: gender, what the other cases of the singular add, what the plural adds. */
const REGULAR: readonly (readonly [RegExp, 'm' | 'f' | 'n', readonly [string, string, string], string | undefined])[] =
  [
    [/(ung|heit|keit|schaft|tion|sion|tät|ur|enz|anz|phobie|erie)$/, 'f', ['', '', ''], 'en'],
    [/(er|or|ist|ent|ant|eur|at|ekt|og)in$/, 'f', ['', '', ''], 'nen'],
    [/(ist|ent|ant|ekt|oge|nom|graf|krat|nat)$/, 'm', ['en', 'en', 'en'], 'en'],
    [/ismus$/, 'm', ['', '', ''], undefined],
    [/er$/, 'm', ['s', '', ''], ''],
    [/ling$/, 'm', ['s', '', ''], 'e'],
    [/(chen|lein)$/, 'n', ['s', '', ''], ''],
    [/(regime|labor|team)$/, 'n', ['s', '', ''], 's'],
  ];

const read = <E>(folder: URL, file: string): Words<E> =>
  JSON.parse(readFileSync(new URL(`dist/${file}.json`, folder), 'utf8')) as Words<E>;

/** The folders of the three packages. */
export type GermanFolders = { readonly words: URL; readonly adjectives: URL; readonly verbs: URL };

/** Every reading of the forms asked for. */
export function readGermanForms(folders: GermanFolders): ReadForms {
  return (forms) => {
    const readings = new Readings(forms);
    for (const [lemma, entry] of Object.entries(read<NounEntry>(folders.words, 'words'))) {
      for (const name of CASES) {
        for (const form of Object.values(entry?.[name] ?? {}))
          if (form) readings.add(form, { lemma, isVerb: false, opens: true });
      }
    }
    for (const [lemma, entry] of Object.entries(read<VerbEntry>(folders.verbs, 'verbs'))) {
      for (const form of JSON.stringify(entry ?? {}).match(/[a-zäöüß]{2,}/g) ?? [])
        readings.add(form, { lemma, isVerb: true, opens: true });
    }
    return readings.of;
  };
}

/** Opens the dictionaries; the function returned finds lexemes by any nominative or infinitive. */
export function openGerman(folders: GermanFolders, german: German): (word: string) => readonly Found[] {
  const nouns = read<NounEntry>(folders.words, 'words');
  const adjectives = read<AdjectiveEntry>(folders.adjectives, 'adjectives');
  const verbs = read<VerbEntry>(folders.verbs, 'verbs');
  const plurals = pluralsOf(nouns);
  const stems = stemsOf(adjectives, verbs);
  const particles = [...german.particles].sort((a, b) => b.length - a.length);

  const noun = (word: string): readonly Found[] => {
    const lemma = nouns[word] ? word : plurals.get(word);
    const entry = lemma === undefined ? undefined : nouns[lemma];
    return lemma !== undefined && entry ? [{ lemma, lexeme: toNoun(entry, lemma) }] : [];
  };
  /** «Außenamtssprecher» declines by «Sprecher»: the longest tail that is a noun. */
  const compound = (word: string): readonly Found[] => {
    for (let cut = SHORTEST_HEAD; cut <= word.length - SHORTEST_TAIL; cut += 1) {
      const isHyphen = word[cut - 1] === '-';
      const tail = word.slice(cut);
      const known = noun(capitalised(tail)).concat(nominal(capitalised(tail)));
      if (known.length === 0) continue;
      const head = word.slice(0, cut);
      const join = (form: string) => head + (isHyphen ? form : form.toLowerCase());
      return known.map(({ lemma, lexeme }) => ({
        lemma: join(lemma),
        lexeme: mapped(lexeme as Noun, join),
        guessed: true,
      }));
    }
    return [];
  };
  /** «Abgeordneter», «die Vorsitzende»: a participle that stands for a person declines like an adjective. */
  const nominal = (word: string): readonly Found[] => {
    const stem = /^(.+(?:t|nd|n|ell))er?$/.exec(word.toLowerCase())?.[1];
    if (stem === undefined || !endsInParticiple(stem, stems)) return [];
    const base = capitalised(stem);
    const cells = adjectiveOf(base, base);
    const person = (gender: 'm' | 'f'): Noun => ({
      kind: 'noun',
      gender,
      sg: unique(cells[gender]),
      pl: unique(cells.pl),
    });
    const lemma = `${base}er`;
    const feminine: Found = { lemma, lexeme: person('f') };
    return word.endsWith('er') ? [{ lemma, lexeme: person('m') }] : [feminine, { lemma, lexeme: person('m') }];
  };
  const adjective = (word: string): readonly Found[] => {
    const lower = word.toLowerCase();
    const known = [lower, lower.replace(/e[rsmn]?$/, '')].find((one) => stems.has(one));
    const lemma = known ?? stems.lemmaOf(lower);
    if (lemma === undefined) return [];
    return [{ lemma, lexeme: adjectiveOf(stems.get(lemma) ?? lemma, lemma) }];
  };
  const verb = (word: string): readonly Found[] => {
    const entry = verbs[word];
    if (entry?.PRÄ || entry?.PRT) return [{ lemma: word, lexeme: toVerb(entry, word) }];
    const particle = particles.find((one) => word.startsWith(one) && word.length > one.length + SHORTEST_TAIL - 1);
    const rest = particle === undefined ? undefined : verbs[word.slice(particle.length)];
    if (particle === undefined || !rest?.PRÄ) return [];
    return [{ lemma: word, lexeme: withParticle(toVerb(rest, word.slice(particle.length)), particle), guessed: true }];
  };
  return (word) => {
    if (word === word.toLowerCase()) return [...adjective(word), ...verb(word)];
    const person = nominal(word);
    if (person.length > 0) return person;
    const known = noun(word);
    // «Erster Kanal»: a capital may be an adjective's of a name.
    const named = adjective(word);
    if (known.length > 0 || named.length > 0) return [...known, ...named];
    return compound(word);
  };
}

/** What is regular even if a word is new. */
export function guessGerman(word: string, german: German): readonly Found[] {
  if (word !== word.toLowerCase())
    return /\p{Lu}.*\p{Lu}/u.test(word.replace(/-\p{Lu}/gu, '-')) ? [] : regularNoun(word);
  const adjective =
    /^(.{3,}(?:isch|lich|ig|bar|sam|los|haft|frei|treu|nah|freundlich|feindlich|iert|end|nannt|itim))(?:e[rsmn]?)?$/.exec(
      word,
    );
  // «früherer», «späterer»: comparatives that stand alone.
  const comparative = /^(.{3,}er)e[rsmn]?$/.exec(word)?.[1];
  const found: Found[] = [];
  if (comparative !== undefined)
    found.push({ lemma: comparative, lexeme: adjectiveOf(comparative, comparative), guessed: true });
  if (adjective?.[1])
    found.push({ lemma: adjective[1], lexeme: adjectiveOf(adjective[1], adjective[1]), guessed: true });
  if (/[^e]e?[lr]?n$/.test(word) && word.length > 5)
    found.push({ lemma: word, lexeme: weakVerb(word, german), guessed: true });
  return found;
}

function regularNoun(word: string): readonly Found[] {
  for (const [ends, gender, others, plural] of REGULAR) {
    const isPlural = plural !== undefined && plural !== '' && word.endsWith(plural);
    const singular = isPlural ? word.slice(0, -plural.length) : word;
    const lemma = [word, singular].find((one) => ends.test(one));
    if (lemma === undefined) continue;
    const sg: Cells = ['', ...others].map((end) => [lemma + end]);
    const noun: Noun = { kind: 'noun', gender, sg, ...(plural !== undefined && { pl: pluralCells(lemma + plural) }) };
    return [{ lemma, lexeme: noun, guessed: true }];
  }
  return [];
}

function pluralCells(plural: string): Cells {
  return [[plural], [plural], [/[ns]$/.test(plural) ? plural : `${plural}n`], [plural]];
}

function pluralsOf(nouns: Words<NounEntry>): ReadonlyMap<string, string> {
  const index = new Map<string, string>();
  for (const [lemma, entry] of Object.entries(nouns)) {
    const plural = entry?.NOM?.PLU;
    if (plural !== undefined && !index.has(plural)) index.set(plural, lemma);
  }
  return index;
}

/** Stem of each adjective and participle: what the endings are put on («dunkl» of «dunkel»). */
class Stems extends Map<string, string> {
  private readonly lemmas = new Map<string, string>();
  add(lemma: string, stem: string): void {
    if (this.has(lemma)) return;
    this.set(lemma, stem);
    for (const end of ['e', 'er', 'es', 'en']) if (stem !== lemma) this.lemmas.set(stem + end, lemma);
  }
  lemmaOf(form: string): string | undefined {
    return this.lemmas.get(form);
  }
}

function stemsOf(adjectives: Words<AdjectiveEntry>, verbs: Words<VerbEntry>): Stems {
  const stems = new Stems();
  for (const [lemma, entry] of Object.entries(adjectives)) {
    const feminine = entry?.NOM?.SOL?.F;
    if (feminine?.endsWith('e') && lemma === lemma.toLowerCase()) stems.add(lemma, feminine.slice(0, -1));
  }
  for (const entry of Object.values(verbs))
    for (const participle of entry?.PA2 ?? []) stems.add(participle, participle);
  return stems;
}

/** Is it, or does its tail make it, a participle («sonderbeauftragt»)? */
function endsInParticiple(stem: string, stems: Stems): boolean {
  if (!/(t|nd|fangen|lassen|ell)$/.test(stem)) return false;
  for (let cut = 0; cut <= stem.length - 6; cut += 1) if (stems.has(stem.slice(cut))) return true;
  return false;
}

function adjectiveOf(stem: string, base: string): Adjective {
  const row = (ends: readonly string[]): Cells => ends.map((cell) => cell.split('/').map((end) => stem + end));
  return {
    kind: 'adj',
    base,
    m: row(ADJECTIVE_ENDS.m),
    f: row(ADJECTIVE_ENDS.f),
    n: row(ADJECTIVE_ENDS.n),
    pl: row(ADJECTIVE_ENDS.pl),
  };
}

const unique = (cells: Cells): Cells => cells.map((variants) => [...new Set(variants)]);
const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function mapped(noun: Noun, change: (form: string) => string): Noun {
  const cells = (row: Cells): Cells => row.map((variants) => variants.map(change));
  return { ...noun, ...(noun.sg && { sg: cells(noun.sg) }), ...(noun.pl && { pl: cells(noun.pl) }) };
}

function toNoun(entry: NounEntry, lemma: string): Noun {
  const row = (number: 'SIN' | 'PLU'): Cells =>
    CASES.map((name) => {
      const form = entry[name]?.[number];
      return form === undefined ? [] : variantsOf(form, name, lemma, number);
    });
  const has = (number: 'SIN' | 'PLU') => entry.NOM?.[number] !== undefined;
  return {
    kind: 'noun',
    ...(entry.G && { gender: GENDERS[entry.G] }),
    ...(has('SIN') && { sg: row('SIN') }),
    ...(has('PLU') && { pl: row('PLU') }),
  };
}

/** The dictionary keeps one variant of each cell: «Volke» without «Volk», «Volks» without «Volkes». */
function variantsOf(form: string, name: string, lemma: string, number: 'SIN' | 'PLU'): readonly string[] {
  if (number === 'PLU') return [form];
  if (name === 'DAT' && form === `${lemma}e`) return [lemma];
  if (name !== 'GEN') return [form];
  if (form === `${lemma}s` && /[sxzß]$/.test(lemma)) return [`${lemma}es`];
  const isShort = (lemma.match(/[aeiouyäöü]+/gi)?.length ?? 0) === 1;
  if (form === `${lemma}s` && isShort && /[^aeiouyäöüsxzß]$/.test(lemma) && !/ef$/.test(lemma))
    return [form, `${lemma}es`];
  return form === `${lemma}es` && !/[sxzß]$/.test(lemma) ? [`${lemma}s`, form] : [form];
}

function toVerb(entry: VerbEntry, infinitive: string): Verb {
  const particle = particleOf(entry, infinitive);
  const third = (tense: 'KJ1' | 'KJ2' | 'PRÄ' | 'PRT', number: 'S' | 'P'): string[] => {
    const form = entry[tense]?.[number]?.['3'];
    if (form === undefined) return [];
    return typeof form === 'string' ? [form] : [form[1] + form[0]];
  };
  const all = (...forms: readonly string[][]): string[] => [...new Set(forms.flat())];
  return {
    kind: 'verb',
    ...(particle !== undefined && { particle }),
    cells: verbCells((cell) => {
      switch (cell) {
        case 'inf':
          return [infinitive];
        case 'sg':
          return all(third('PRÄ', 'S'), third('KJ1', 'S'));
        case 'pl':
          return all(third('PRÄ', 'P'));
        case 'm':
          return all(third('PRT', 'S'), third('KJ2', 'S'));
        case 'past':
          return all(third('PRT', 'P'), third('KJ2', 'P'));
        case 'impers':
          return entry.PA2 ?? [];
        default:
          return [];
      }
    }),
  };
}

/** «mitteilen» with «mitzuteilen»: the particle is what stands before «zu»; of two ways («hin-», «hinzu-») the longer. */
function particleOf({ EIZ }: VerbEntry, infinitive: string): string | undefined {
  for (let cut = infinitive.length - 2; cut > 0; cut -= 1) {
    if (EIZ === `${infinitive.slice(0, cut)}zu${infinitive.slice(cut)}`) return infinitive.slice(0, cut);
  }
  return undefined;
}

function withParticle(verb: Verb, particle: string): Verb {
  return { ...verb, particle, cells: verbCells((cell) => verb.cells[cell].map((form) => particle + form)) };
}

/** «denazifizieren», «twittern»: past in -te, participle with ge- unless the stress lies further back. */
function weakVerb(infinitive: string, { particles, prefixes }: German): Verb {
  const particle = [...particles]
    .sort((a, b) => b.length - a.length)
    .find((one) => infinitive.startsWith(one) && infinitive.length > one.length + SHORTEST_TAIL);
  const own = particle === undefined ? infinitive : infinitive.slice(particle.length);
  const stem = own.replace(/e?n$/, '');
  const link = /([td]|[^lrh aeiou][mn])$/.test(stem) ? 'e' : '';
  const isUnstressed = own.endsWith('ieren') || prefixes.some((one) => own.startsWith(one));
  const participle = `${isUnstressed ? '' : 'ge'}${stem}${link}t`;
  const forms: Readonly<Partial<Record<string, readonly string[]>>> = {
    inf: [own],
    sg: [`${stem}${link}t`, `${stem}e`],
    pl: [own],
    m: [`${stem}${link}te`],
    past: [`${stem}${link}ten`],
    impers: [participle],
  };
  const verb: Verb = { kind: 'verb', cells: verbCells((cell) => forms[cell] ?? []) };
  return particle === undefined ? verb : withParticle(verb, particle);
}
