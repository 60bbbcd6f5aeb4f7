/**
 * E1 to E7: the engine against the limit of the machine and against what else finds words in texts. The bare ids are the
 * matcher, which finds every form and nothing else; `.words` adds what the rules need (words, sentences, meanings);
 * `.rules` is the whole reading with all rules. Sets of forms: 5,000 (the bare ids), 60,000 (`.60k`), and what the
 * Ukrainian (`.uk`) and English (`.en`) tables of a page hold.
 */
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { amount, type Figure, judge, type Run } from './figure';
import { bytesOf, SET_NAMES, type SetName } from './form-sets';
import { type First, Lab } from './lab';
import type { NewsLang } from './text';

type Measured = { readonly value: number; readonly detail?: string };
/** A figure without what is measured, and how to measure that. */
type Plan = Omit<Figure, 'value' | 'pass' | 'detail'> & { readonly measure: (lab: Lab) => Measured };

const ms = (time: number): string => amount(time, 'ms');
const times = (ratio: number): string => amount(ratio, '×');
const thousands = (count: number): string => `${(count / 1000).toFixed(1)}k`;
const total = ({ load, scan }: First): number => load + scan;

const PEERS = { ahoCorasick: '@monyone/aho-corasick/fast', fastscan: 'fastscan', regexp: 'a trie RegExp' } as const;

/** The matcher against one look at each unit. */
function againstLimit(name: SetName): Plan['measure'] {
  return (lab) => {
    const { times: t, hits, few, many } = lab.warm(name);
    const medians = times(t.own.median / t.limit.median);
    const detail = `${thousands(lab.set(name).forms.length)} forms, ${hits} hits; medians ${medians}; 2k units ${times(few)}, 1M ${times(many)}`;
    return { value: t.own.min / t.limit.min, detail };
  };
}

function againstLower(name: SetName): Plan['measure'] {
  return (lab) => {
    const { own, lower, limit } = lab.warm(name).times;
    const detail = `medians ${times(own.median / lower.median)}; toLowerCase is ${times(lower.min / limit.min)} the limit`;
    return { value: own.min / lower.min, detail };
  };
}

function againstPeer(name: SetName, peer: keyof typeof PEERS): Plan['measure'] {
  return (lab) => {
    const { [peer]: theirs, own } = lab.warm(name).times;
    const detail = `medians ${times(theirs.median / own.median)}; ${ms(theirs.min)} / ${ms(own.min)}`;
    return { value: theirs.min / own.min, detail };
  };
}

/** Words, sentences and meanings, or the whole reading, against one look at each unit. */
function readingAgainst(lang: NewsLang, what: 'match' | 'scan', other: 'limit' | 'lower'): Plan['measure'] {
  return (lab) => {
    const { times: t, flags } = lab.reading(lang, 'ordinary');
    const dense = lab.reading(lang, 'dense').times;
    const share = (100 * (t.scan.min - t.match.min)) / t.scan.min;
    const detail = [
      `${ms(t[what].min)}; medians ${times(t[what].median / t[other].median)}; dense news ${times(dense[what].min / dense[other].min)}`,
      what === 'match'
        ? `of it folding ${times(t.fold.min / t.limit.min)}`
        : `${flags} flags; the rules are ${share.toFixed(0)} % of it`,
    ].join('; ');
    return { value: t[what].min / t[other].min, detail };
  };
}

/** The whole reading against the fastest library, each by its own limit: their texts differ in marks, not in length. */
function readingAgainstLibrary(lang: NewsLang): Plan['measure'] {
  return (lab) => {
    const { scan, limit } = lab.reading(lang, 'ordinary').times;
    const { ahoCorasick, limit: theirs } = lab.warm(lang).times;
    return { value: ahoCorasick.min / theirs.min / (scan.min / limit.min), detail: 'the library finds words only' };
  };
}

function coldAgainstRegexp(name: SetName): Plan['measure'] {
  return (lab) => {
    const { own, regexp } = lab.cold(name, 'own', 'regexp');
    return { value: total(regexp) / total(own), detail: coldDetail(regexp, own) };
  };
}

const coldDetail = (theirs: First, ours: First): string =>
  `${ms(theirs.load)} + ${ms(theirs.scan)} / ${ms(ours.load)} + ${ms(ours.scan)}`;

/** The best of those that build their tables in the page. */
function coldAgainstBuilders(lab: Lab): Measured {
  const names = ['ahoCorasick', 'fastscan', 'alternation', 'includes'] as const;
  const { own, ...theirs } = lab.cold('5k', 'own', ...names);
  const ratios = names.map((name) => [name, total(theirs[name]) / total(own)] as const);
  return {
    value: Math.min(...ratios.map(([, ratio]) => ratio)),
    detail: ratios.map(([name, ratio]) => `${name} ${times(ratio)}`).join(', '),
  };
}

function coldReadingAgainstRegexp(lang: NewsLang): Plan['measure'] {
  return (lab) => {
    const { reading, regexp } = lab.coldReading(lang);
    return { value: total(regexp) / total(reading), detail: coldDetail(regexp, reading) };
  };
}

const loadShare = ({ load, scan }: First): Measured => ({
  value: load / scan,
  detail: `${ms(load)} / ${ms(scan)}`,
});

function bytesPerForm(name: SetName, how: 'raw' | 'brotli'): Plan['measure'] {
  return (lab) => {
    const set = lab.set(name);
    const bytes = bytesOf(set)[how];
    return { value: bytes / set.forms.length, detail: `${amount(bytes / 1000, 'kB')}, ${set.words.width} bits` };
  };
}

/** What a page's tables weigh with meanings, patterns and conditions: the file as it is shipped. */
function wholeTables(lang: NewsLang): Plan['measure'] {
  return (lab) => {
    const file = readFileSync(new URL(`../../src/lexicon/generated/tables-${lang}.json`, import.meta.url));
    const packed = brotliCompressSync(file).length;
    const forms = lab.set(lang).forms.length;
    return {
      value: packed / forms,
      detail: `${amount(file.length / 1000, 'kB')} of JSON, ${amount(packed / 1000, 'kB')} packed`,
    };
  };
}

function agreement(lab: Lab): Measured {
  const all = SET_NAMES.map((name) => lab.agreement(name));
  const common = all.reduce((sum, one) => sum + one.common, 0);
  const lonely = all.reduce((sum, one) => sum + one.lonely, 0);
  return {
    value: (100 * common) / (common + lonely),
    detail: `${common} hits in ${all.length} sets, ordinary and dense news`,
  };
}

const most = (id: string, what: string, target: number, measure: Plan['measure'], held?: number): Plan => ({
  id,
  what,
  target,
  sense: 'at-most',
  unit: '×',
  measure,
  ...(held !== undefined && { held }),
});
const least = (...plan: Parameters<typeof most>): Plan => ({ ...most(...plan), sense: 'at-least' });

const PLANS: readonly Plan[] = [
  most('E1', 'matcher, 5,000 forms / charCodeAt', 4, againstLimit('5k')),
  most('E1.60k', 'matcher, 60,000 forms / charCodeAt', 5.5, againstLimit('60k')),
  most('E1.uk', 'matcher, Ukrainian tables / charCodeAt', 5.5, againstLimit('uk')),
  most('E1.en', 'matcher, English tables / charCodeAt', 5.5, againstLimit('en')),
  most(
    'E1.words',
    'words, sentences, meanings, Ukrainian / charCodeAt',
    5.5,
    readingAgainst('uk', 'match', 'limit'),
    13,
  ),
  most(
    'E1.en.words',
    'words, sentences, meanings, English / charCodeAt',
    5.5,
    readingAgainst('en', 'match', 'limit'),
    16,
  ),
  most('E1.rules', 'whole reading, Ukrainian / charCodeAt', 5.5, readingAgainst('uk', 'scan', 'limit'), 60),
  most('E1.en.rules', 'whole reading, English / charCodeAt', 5.5, readingAgainst('en', 'scan', 'limit'), 85),
  most('E2', 'matcher, 5,000 forms / toLowerCase', 1.2, againstLower('5k'), 1.9),
  most('E2.uk', 'matcher, Ukrainian tables / toLowerCase', 1.2, againstLower('uk'), 2.4),
  most('E2.rules', 'whole reading, Ukrainian / toLowerCase', 1.2, readingAgainst('uk', 'scan', 'lower'), 32),
  least('E3', 'npm Aho-Corasick / matcher, 5,000 forms', 8, againstPeer('5k', 'ahoCorasick')),
  least('E3.60k', 'npm Aho-Corasick / matcher, 60,000 forms', 8, againstPeer('60k', 'ahoCorasick')),
  least('E3.uk', 'npm Aho-Corasick / matcher, Ukrainian tables', 8, againstPeer('uk', 'ahoCorasick')),
  least('E3.fastscan', 'fastscan / matcher, 5,000 forms', 14, againstPeer('5k', 'fastscan')),
  least('E3.regexp', 'trie RegExp / matcher, 5,000 forms', 15, againstPeer('5k', 'regexp'), 13.5),
  least('E3.rules', 'npm Aho-Corasick / whole reading, Ukrainian', 8, readingAgainstLibrary('uk'), 0.8),
  least('E4', 'cold: trie RegExp / matcher, 5,000 forms', 6, coldAgainstRegexp('5k')),
  least('E4.library', 'cold: best of what builds in the page / matcher, 5,000 forms', 15, coldAgainstBuilders, 2.5),
  least('E4.uk', 'cold: trie RegExp / matcher, Ukrainian tables', 6, coldAgainstRegexp('uk')),
  least('E4.en', 'cold: trie RegExp / matcher, English tables', 6, coldAgainstRegexp('en')),
  least('E4.rules', 'cold: trie RegExp / whole reading, Ukrainian', 6, coldReadingAgainstRegexp('uk')),
  least('E4.en.rules', 'cold: trie RegExp / whole reading, English', 6, coldReadingAgainstRegexp('en'), 1),
  most('E5', 'load / first scan of 80,000 units, matcher, 5,000 forms', 0.5, (lab) =>
    loadShare(lab.cold('5k', 'own', 'regexp').own),
  ),
  most('E5.uk', 'load / first scan, matcher, Ukrainian tables', 0.5, (lab) =>
    loadShare(lab.cold('uk', 'own', 'regexp').own),
  ),
  most('E5.rules', 'load / first whole reading, Ukrainian', 0.5, (lab) => loadShare(lab.coldReading('uk').reading)),
  { ...most('E6', 'bytes of the automata a form, 5,000 forms', 24, bytesPerForm('5k', 'raw')), unit: 'B' },
  { ...most('E6.60k', 'bytes of the automata a form, 60,000 forms', 36, bytesPerForm('60k', 'raw')), unit: 'B' },
  { ...most('E6.brotli', 'the same for 5,000 forms by brotli', 10, bytesPerForm('5k', 'brotli')), unit: 'B' },
  { ...most('E6.uk', 'bytes of the automata a form, Ukrainian tables', 36, bytesPerForm('uk', 'raw')), unit: 'B' },
  { ...most('E6.rules', 'whole tables by brotli a form, Ukrainian', 10, wholeTables('uk')), unit: 'B' },
  { ...least('E7', 'hits that we and the RegExp share', 100, agreement), unit: '%' },
];

export const ids: readonly string[] = PLANS.map(({ id }) => id);

const version = (name: string): string => {
  const url = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return `${name} ${(JSON.parse(readFileSync(url, 'utf8')) as { version: string }).version}`;
};

export const versions = (): readonly string[] => ['@monyone/aho-corasick', 'fastscan'].map(version);

export async function* figures({ wants, say }: Run): AsyncGenerator<Figure> {
  const lab = new Lab(say);
  try {
    await lab.open();
    for (const { measure, ...plan } of PLANS) if (wants(plan.id)) yield judge({ ...plan, ...measure(lab) });
  } finally {
    lab.close();
  }
}
