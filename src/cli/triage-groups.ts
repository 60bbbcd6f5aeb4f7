/** Reports that say the same, together, with what the present engine says of their sentence. */
import { createEngine, type Engine } from '../engine';
import type { Flag, Kind, Lang } from '../engine/types';
import { type Notes, noteOf } from '../lexicon';
import { notesIn, tablesFor } from '../lexicon/disk';
import type { Report } from '../shared/report';
import { printable } from './printable';

/** A shorter piece of a sentence may be in many. UTF-16 units of the plain form. */
const PIECE_MIN = 40;

/**
 * What is to be done, as the engine sees the sentence by itself: `fires`, `missed`: as reported; `mended`: no longer;
 * `alone`: the mark stood for a name somewhere else in the article, so that its sentence by itself tells nothing; `gone`: the lexicon has no such entry.
 */
export type Verdict = 'fires' | 'missed' | 'mended' | 'alone' | 'gone';

export type FoundFlag = Pick<Flag, 'entry' | 'kind' | 'stance' | 'confidence'> & { readonly words: string };

export type Group = {
  readonly what: Report['what'];
  /** Lexicon entry id; of a missed passage nobody knows it yet. */
  readonly entry?: string;
  readonly lang: Lang;
  readonly sentence: string;
  /** The words that are marked or were missed. */
  readonly words: string;
  /** Reports, each of another reader or occasion. */
  readonly count: number;
  /** How often each reason, or each kind of a missed passage, was given. */
  readonly reasons: Readonly<Record<string, number>>;
  readonly notes: readonly string[];
  /** What is marked in the sentence today. */
  readonly now: readonly FoundFlag[];
  readonly verdict: Verdict;
};

/** Groups in the order of how often they were reported, the most frequent first. */
export function groupsOf(reports: readonly Report[]): readonly Group[] {
  const piles = new Map<string, Report[]>();
  // The longest first: what was cut shorter is found within it.
  const sorted = reports.toSorted((a, b) => textOf(b).length - textOf(a).length || a.at - b.at);
  for (const report of sorted) {
    const key = keyOf(report);
    const plain = plainOf(textOf(report));
    const near = [...piles.keys()].find((other) => {
      const [about = '', text = ''] = other.split('\n');
      return about === key && (text === plain || (plain.length >= PIECE_MIN && text.includes(plain)));
    });
    const pile = near === undefined ? undefined : piles.get(near);
    if (pile) pile.push(report);
    else piles.set(`${key}\n${plain}`, [report]);
  }
  const engines = new Map<Lang, Engine>();
  const engineOf = (lang: Lang): Engine => {
    const engine = engines.get(lang) ?? createEngine(tablesFor(lang));
    engines.set(lang, engine);
    return engine;
  };
  return [...piles.values()]
    .map((pile) => groupOf(pile, engineOf))
    .toSorted((a, b) => b.count - a.count || (a.entry ?? '').localeCompare(b.entry ?? ''));
}

function groupOf(pile: readonly Report[], engineOf: (lang: Lang) => Engine): Group {
  const [first] = pile as [Report, ...Report[]];
  const sentence = textOf(first);
  const { flags } = engineOf(first.lang).scan([{ text: sentence, lang: first.lang }]);
  const now = flags.map(({ entry, kind, stance, confidence, span }) => {
    return { entry, kind, stance, confidence, words: sentence.slice(span.start, span.end) };
  });
  const reasons: Record<string, number> = {};
  for (const report of pile) {
    const reason = report.what === 'wrong' ? report.reason : (report.kind ?? 'kind not named');
    reasons[reason] = (reasons[reason] ?? 0) + 1;
  }
  return {
    what: first.what,
    ...(first.what === 'wrong' ? { entry: printable(first.entry) } : {}),
    lang: first.lang,
    sentence,
    words: oneLine(first.mark),
    count: pile.length,
    reasons,
    notes: pile.map(({ note }) => oneLine(note)).filter((note) => note !== ''),
    now,
    verdict: verdictOf(first, flags),
  };
}

function verdictOf(report: Report, flags: readonly Flag[]): Verdict {
  if (report.what === 'wrong') {
    if (flags.some(({ entry }) => entry === report.entry)) return 'fires';
    if (noteOf(english(), report.entry) === undefined) return 'gone';
    return report.role === 'pronoun' ? 'alone' : 'mended';
  }
  const start = oneLine(`${report.before}|`).length - 1;
  const end = start + oneLine(report.mark).length;
  const isMeant = (kind: Kind): boolean => report.kind === undefined || report.kind === kind;
  const isThere = flags.some(({ span, kind }) => span.start < end && span.end > start && isMeant(kind));
  return isThere ? 'mended' : 'missed';
}

let notes: Notes | undefined;

/** The entries that there are. */
function english(): Notes {
  notes ??= notesIn('en');
  return notes;
}

const keyOf = (report: Report): string =>
  [report.what, report.lang, report.what === 'wrong' ? report.entry : ''].map(oneLine).join(' ');

/** The sentence without brackets, on one line. */
const textOf = ({ before, mark, after }: Report): string => oneLine(before + mark + after);

const oneLine = (text: string): string => printable(text).replace(/\s+/gu, ' ').trim();

/** What two spellings of one sentence have in common: letters and digits. */
const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ`]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
