/** How the author stands to some words: own voice, reported, at a distance; with the words that show it. */
import type { Attribution } from './attribution';
import { speechIn } from './content';
import type { Refutations } from './debunk';
import { deniedBefore, distanceEvidence, distanceIn, distanceOver, labelBefore, labelOf, scareIn } from './distance';
import type { Wording } from './framing';
import type { Page } from './reading';
import { scareQuotes, titleQuotes } from './scare';
import { CLAUSE_END, GAP, spanOf } from './syntax';
import { GROUP } from './terms';
import type { Evidence, Span, Stance } from './types';

export type Judgement = { readonly stance: Stance; readonly because: readonly Evidence[] };
export type Judged = { readonly attribution: Attribution; readonly judgement: Judgement };

const evidence = (page: Page, what: Evidence['what'], span: Span): Evidence => ({ what, passage: page.index, span });

/** Stance of an attribution: reported, unless a distance word stands in what is attributed or beside the cue. */
export function judgeAttribution(attribution: Attribution, refutations: Refutations): Judgement {
  const { page, first, last, form, cue, content } = attribution;
  const quote = content && speechIn(page, content);
  const because: Evidence[] = [evidence(page, 'cue', cue)];
  if (quote) because.push(evidence(page, 'quotation', { start: quote.start, end: quote.end }));
  if (attribution.antecedent)
    because.push({ what: 'antecedent', passage: attribution.antecedent.page, span: attribution.antecedent.span });
  const distance =
    labelOf(page, first, last, attribution.group === GROUP.OUTLET ? 'role' : form) ??
    scareIn(page, first, last) ??
    distanceIn(page, first, last, attribution) ??
    deniedBefore(page, attribution) ??
    refutations.conceded(attribution) ??
    refutations.amongLies(attribution) ??
    refutations.ofSpreader(page, cue) ??
    refutations.ofSpeaker(page, first) ??
    refutations.carried(attribution);
  return distance ? { stance: 'distanced', because: [...because, distance] } : { stance: 'reported', because };
}

/**
 * Stance of a wording: the marks on it, the words around it, whose speech it stands in.
 * @param neighbours attributions of the wording's sentence
 */
export function judgeWording(
  page: Page,
  { first, last, scare: isOwnersNever }: Wording,
  neighbours: readonly Judged[],
  refutations: Refutations,
): Judgement {
  const { syntax } = page;
  const span = spanOf(syntax, first, last);
  const holder = holderOf(span, neighbours);
  const speaker = holder && holder.attribution.group !== GROUP.OTHER ? holder.attribution : undefined;
  const scare = scareQuotes(page, first, last) ?? (speaker ? undefined : titleQuotes(page, first, last));
  const inner = syntax.quotes[syntax.quoteOf[first] ?? -1];
  const speech = inner && !isScare(scare, inner) && span.end <= inner.end ? inner : undefined;
  const refuted = refutations.over(page, first);
  const distance = refuted ?? distanceOver(page, first, last, speaker) ?? labelBefore(page, first);
  const cue = holder ? [evidence(holder.attribution.page, 'cue', holder.attribution.cue)] : [];
  const quotation = speech ? [evidence(page, 'quotation', { start: speech.start, end: speech.end })] : [];
  // Marks on a Kremlin speaker's phrase quote it, unless the phrase is one that the speaker would never use.
  const isQuoting = speaker !== undefined && !isOwnersNever && !distance;
  if (scare && !isQuoting) return { stance: 'distanced', because: [distanceEvidence(page, scare), ...cue] };
  if (distance && (!speech || refuted)) return { stance: 'distanced', because: [distance, ...cue] };
  if (holder) return reportedBy(holder.judgement, cue, scare ? [evidence(page, 'quotation', scare)] : quotation);
  if (speech) return { stance: 'reported', because: quotation };
  return { stance: 'adopted', because: [] };
}

/** Whose attributed words the span lies in; of several the nearest, whose words are the fewest. */
function holderOf(span: Span, neighbours: readonly Judged[]): Judged | undefined {
  let best: Judged | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const one of neighbours) {
    const { content } = one.attribution;
    if (!content || content.start > span.start || content.end < span.end) continue;
    if (content.end - content.start < fewest) {
      best = one;
      fewest = content.end - content.start;
    }
  }
  return best;
}

/** The speaker's words stand as the speaker does: who is kept at a distance is so with the words; the proof goes along. */
function reportedBy(speaker: Judgement, cue: readonly Evidence[], quotation: readonly Evidence[]): Judgement {
  const distance = speaker.because.filter(({ what }) => what === 'distance');
  return { stance: distance.length > 0 ? 'distanced' : 'reported', because: [...distance, ...cue, ...quotation] };
}

const isScare = (scare: Span | undefined, quote: Span) =>
  scare !== undefined && quote.start === scare.start && quote.end === scare.end;

/** GAP bits that a reader would not read across when a cue stands beside its speaker. */
export const APART = CLAUSE_END | GAP.SLASH;
