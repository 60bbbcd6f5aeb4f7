/** What the lexicon holds, counted. Build time only. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { LANGS, type Lang } from '../engine/types';
import type { Compiled } from './compile';
import type { Source } from './read';

type Bytes = { readonly raw: number; readonly gzip: number; readonly brotli: number };

export type Stats = {
  readonly version: string;
  readonly outlets: {
    readonly outlets: number;
    readonly channels: number;
    readonly persons: number;
    readonly all: number;
  };
  readonly officials: { readonly persons: number; readonly bodies: number; readonly all: number };
  readonly narratives: number;
  /** Phrases and patterns of narratives. */
  readonly phrases: Readonly<Record<Lang | 'all', number>>;
  /** Different written forms of each language. */
  readonly forms: Readonly<Record<Lang | 'all', number>>;
  readonly proofs: number;
  readonly hosts: number;
  readonly channels: number;
  readonly tables: Readonly<Record<Lang | 'cyrillic' | 'latin' | 'hosts', Bytes>>;
};

export function statsOf(source: Source, { tables, hosts, size }: Compiled, version: string): Stats {
  const { outlets, officials, narratives } = source;
  const perLanguage = (count: (lang: Lang) => number): Record<Lang | 'all', number> => {
    const counts = Object.fromEntries(LANGS.map((lang) => [lang, count(lang)])) as Record<Lang, number>;
    return { ...counts, all: Object.values(counts).reduce((sum, n) => sum + n, 0) };
  };
  const isPerson = ({ type }: { type: string }) => type === 'person';
  const channels = outlets.filter(({ type }) => type === 'telegram').length;
  const lines = hosts.list.split('\n');
  const sets = Object.fromEntries(LANGS.map((lang) => [lang, JSON.stringify(tables[lang])])) as Record<Lang, string>;
  return {
    version,
    outlets: {
      outlets: outlets.length - channels - outlets.filter(isPerson).length,
      channels,
      persons: outlets.filter(isPerson).length,
      all: outlets.length,
    },
    officials: {
      persons: officials.filter(isPerson).length,
      bodies: officials.length - officials.filter(isPerson).length,
      all: officials.length,
    },
    narratives: narratives.length,
    phrases: perLanguage((lang) =>
      narratives.reduce(
        (sum, { phrases, weak, patterns }) =>
          sum + (phrases?.[lang]?.length ?? 0) + (weak?.[lang]?.length ?? 0) + (patterns?.[lang]?.length ?? 0),
        0,
      ),
    ),
    forms: perLanguage((lang) => size[lang].surface),
    proofs: [...outlets, ...officials, ...narratives].reduce(
      (sum, { proofs = {} }) =>
        sum + Object.values(proofs).flatMap(({ fires, silent }) => [fires, silent].flat()).length,
      0,
    ),
    hosts: lines.filter((line) => !line.includes('/')).length,
    channels: lines.filter((line) => line.includes('/')).length,
    tables: {
      ...(Object.fromEntries(LANGS.map((lang) => [lang, bytesOf(sets[lang])])) as Record<Lang, Bytes>),
      cyrillic: bytesOf(sets.uk + sets.ru),
      latin: bytesOf(sets.en + sets.pl + sets.de + sets.fr),
      hosts: bytesOf(JSON.stringify(hosts)),
    },
  };
}

function bytesOf(text: string): Bytes {
  const bytes = Buffer.from(text);
  return { raw: bytes.length, gzip: gzipSync(bytes).length, brotli: brotliCompressSync(bytes).length };
}

/** The counts in a few lines. */
export function statsText(stats: Stats): string {
  const { outlets, officials, tables } = stats;
  const counts = (of: Readonly<Record<string, number>>) =>
    [...LANGS, 'all'].map((name) => `${name} ${of[name]}`).join(', ');
  return [
    `lexicon ${stats.version}`,
    `outlets     ${outlets.all} (${outlets.outlets} outlets, ${outlets.channels} channels, ${outlets.persons} persons)`,
    `officials   ${officials.all} (${officials.persons} persons, ${officials.bodies} bodies)`,
    `narratives  ${stats.narratives}`,
    `phrases     ${counts(stats.phrases)}`,
    `forms       ${counts(stats.forms)}`,
    `proofs      ${stats.proofs} sentences`,
    `hosts       ${stats.hosts}, channels ${stats.channels}`,
    ...Object.entries(tables).map(
      ([name, { raw, gzip, brotli }]) => `${`table ${name}`.padEnd(15)} ${raw} B, gzip ${gzip}, brotli ${brotli}`,
    ),
  ].join('\n');
}
