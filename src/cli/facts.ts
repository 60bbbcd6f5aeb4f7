import type { Inspection, Place, SeenAttribution, SeenHit, SeenMention } from '../engine/inspect';
import type { Span } from '../engine/types';
import type { Placed } from './passages';

/** A thing that the engine saw, with the span of its words in the whole text. */
type Located<P extends Place> = Omit<P, 'span' | keyof Span> & Span;

/** What the engine saw in a text. Offsets: UTF-16, half-open, into the whole text; what it saw in the title is left out. */
export type Facts = {
  readonly hits: readonly Located<SeenHit>[];
  readonly mentions: readonly Located<SeenMention>[];
  readonly attributions: readonly Located<SeenAttribution>[];
  readonly wordings: readonly (Span & { readonly entry: string })[];
  readonly sentences: readonly Span[];
  readonly speech: readonly Span[];
};

/** The inspection of the passages in the offsets of the text that they were cut from. */
export function factsOf(seen: Inspection, placed: readonly Placed[]): Facts {
  const located = <P extends Place>(things: readonly P[]): Located<P>[] =>
    things.flatMap((thing) => {
      const { base } = placed[thing.passage] ?? {};
      if (base === undefined) return [];
      const { span, ...rest } = thing;
      return [{ ...rest, start: base + span.start, end: base + span.end } as Located<P>];
    });
  const moved = (span: Span, passage: number): Span => {
    const base = placed[passage]?.base ?? 0;
    return { start: base + span.start, end: base + span.end };
  };
  return {
    hits: located(seen.hits),
    mentions: located(seen.mentions),
    attributions: located(
      seen.attributions.map((one) => ({
        ...one,
        cue: moved(one.cue, one.passage),
        ...(one.content ? { content: moved(one.content, one.passage) } : {}),
      })),
    ),
    wordings: located(seen.wordings),
    sentences: located(seen.sentences),
    speech: located(seen.speech),
  };
}

/** Do the two spans share a unit? */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Does the outer span hold the whole inner one? */
export const holds = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** The sentence that the span begins in; the span itself where none is known. */
export function sentenceOf({ sentences }: Facts, span: Span): Span {
  return sentences.find((sentence) => overlaps(sentence, span)) ?? span;
}
