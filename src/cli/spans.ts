import type { Engine } from '../engine';
import type { Evidence, Flag, Span } from '../engine/types';
import { noteOf } from '../lexicon';
import { englishNotes } from './notes';
import type { Placed } from './passages';

/** One sign that a flag rests on. Offsets as in `FoundSpan`; absent where the words lie in the title. */
type FoundSign = {
  readonly what: Evidence['what'];
  readonly start?: number;
  readonly end?: number;
  readonly text: string;
};

/** A flag as the command line prints it. Offsets: UTF-16, half-open, into the whole text. */
export type FoundSpan = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: Flag['kind'];
  /** As in the engine; for framing the narrative's id. */
  readonly role: string;
  /** English name of outlet or speaker; empty for framing. */
  readonly entity: string;
  readonly narrative?: string;
  readonly stance: Flag['stance'];
  readonly confidence: Flag['confidence'];
  readonly evidence: readonly FoundSign[];
};

/** A flag as it is printed, and the lexicon's entry that it stands for. */
export type Mark = { readonly entry: string; readonly span: FoundSpan };

/** The flags of the passages in the offsets of the text that they were cut from, in reading order. */
export function findSpans(engine: Engine, placed: readonly Placed[]): FoundSpan[] {
  return findMarks(engine, placed).map(({ span }) => span);
}

/** The same with the entries. */
export function findMarks(engine: Engine, placed: readonly Placed[]): Mark[] {
  const reading = engine.scan(placed.map(({ passage }) => passage));
  return reading.flags.flatMap((flag) => {
    const span = toSpan(flag, placed);
    return span ? [{ entry: flag.entry, span }] : [];
  });
}

/** The flag in text offsets; undefined for a flag in the title. */
export function toSpan(flag: Flag, placed: readonly Placed[]): FoundSpan | undefined {
  const words = locate(flag.passage, flag.span, placed);
  if (words.start === undefined || words.end === undefined) return undefined;
  const evidence = flag.because.map(({ what, passage, span }) => ({ what, ...locate(passage, span, placed) }));
  const place = { start: words.start, end: words.end, text: words.text, kind: flag.kind };
  const { stance, confidence } = flag;
  if (flag.kind === 'framing') {
    return { ...place, role: flag.entry, entity: '', narrative: flag.entry, stance, confidence, evidence };
  }
  return { ...place, role: flag.role, entity: entityOf(flag.entry), stance, confidence, evidence };
}

/** English name of an entry, as the corpus has it. */
export function entityOf(entry: string): string {
  return noteOf(englishNotes(), entry)?.entity ?? entry;
}

function locate(index: number, span: Span, placed: readonly Placed[]): Omit<FoundSign, 'what'> {
  const at = placed[index];
  if (at === undefined) throw new RangeError(`The engine named passage ${index}; there are ${placed.length}.`);
  const text = at.passage.text.slice(span.start, span.end);
  return at.base === undefined ? { text } : { start: at.base + span.start, end: at.base + span.end, text };
}
