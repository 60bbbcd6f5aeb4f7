/** How the author stands to some words: own voice, reported, at a distance; with the words that show it. */
import type { Attribution } from './attribution';
import { isInsideSpeech, speechIn } from './content';
import type { Wording } from './framing';
import { isAdjacent } from './mentions';
import { hitAt, hitOver, hitsAround, type Page } from './reading';
import { scareQuotes } from './scare';
import { CLAUSE_END, GAP, spanOf } from './syntax';
import { GROUP, SCOPE, T } from './terms';
import type { Evidence, Span, Stance } from './types';

export type Judgement = { readonly stance: Stance; readonly because: readonly Evidence[] };

/** A distance word this many words before a phrase still belongs to it («так звана нова Новоросія»). */
const NEXT_REACH = 3;

const evidence = (page: Page, what: Evidence['what'], span: Span): Evidence => ({ what, passage: page.index, span });

/** A distance word of the sentence whose reach covers the words from `first` to `last`. */
function distanceOver(page: Page, first: number, last: number): Evidence | undefined {
  for (const hit of hitsAround(page, first)) {
    if (hit.kind !== T.DISTANCE) continue;
    const isBefore = hit.last <= first && first - hit.last < NEXT_REACH && sameClause(page, hit.last, first);
    const covers = hit.x === SCOPE.NEXT ? isBefore : !(hit.first >= first && hit.last <= last);
    if (covers) return evidence(page, 'distance', spanOf(page.syntax, hit.first, hit.last));
  }
  return undefined;
}

function sameClause(page: Page, from: number, to: number): boolean {
  for (let word = from; word <= to; word += 1) if (((page.syntax.gaps[word] ?? 0) & CLAUSE_END) !== 0) return false;
  return true;
}

/** A label before the name in its noun phrase: «пропагандистам російського «РИА Новости»». */
export function labelBefore(page: Page, first: number): Evidence | undefined {
  for (let word = first - 1; word >= 0 && word >= first - 3; word -= 1) {
    if (!isAdjacent(page.syntax, word + 1)) return undefined;
    const label = hitOver(page, word, T.LABEL);
    if (label) return evidence(page, 'distance', spanOf(page.syntax, label.first, label.last));
    if (!hitOver(page, word, T.RUSSIAN, T.OUTLET_KIND, T.HONORIFIC)) return undefined;
  }
  return undefined;
}

/** «Міф: …», "Claim: …": the paragraph states what a debunk refutes. */
function refuted(page: Page): Evidence | undefined {
  const head = hitAt(page, 0, T.CLAIM);
  const isHead = head && ((page.syntax.gaps[head.last] ?? 0) & (GAP.COLON | GAP.DASH | GAP.STOP)) !== 0;
  return isHead ? evidence(page, 'distance', spanOf(page.syntax, head.first, head.last)) : undefined;
}

/** Stance of an attribution: reported, unless a distance word stands in what is attributed or beside the cue. */
export function judgeAttribution(attribution: Attribution): Judgement {
  const { page, first, last, cue, content } = attribution;
  const quote = content && speechIn(page, content);
  const because: Evidence[] = [evidence(page, 'cue', cue)];
  if (quote) because.push(evidence(page, 'quotation', { start: quote.start, end: quote.end }));
  if (attribution.antecedent)
    because.push({ what: 'antecedent', passage: attribution.antecedent.page, span: attribution.antecedent.span });
  const distance = labelBefore(page, first) ?? distanceIn(page, first, last) ?? refuted(page);
  return distance ? { stance: 'distanced', because: [...because, distance] } : { stance: 'reported', because };
}

/** A distance word of the author's in the sentence: what stands inside quoted speech is the speaker's own. */
function distanceIn(page: Page, first: number, last: number): Evidence | undefined {
  for (const hit of hitsAround(page, first)) {
    if (hit.kind !== T.DISTANCE || hit.x === SCOPE.NEXT || isInsideSpeech(page, hit)) continue;
    if (hit.first >= first && hit.last <= last) continue;
    return evidence(page, 'distance', spanOf(page.syntax, hit.first, hit.last));
  }
  return undefined;
}

/**
 * Stance of a wording: the marks on it, the words around it, whose speech it stands in.
 * @param neighbours attributions of the wording's sentence
 */
export function judgeWording(
  page: Page,
  { first, last, scare: isOwnersNever }: Wording,
  neighbours: readonly { readonly attribution: Attribution; readonly judgement: Judgement }[],
): Judgement {
  const { syntax } = page;
  const span = spanOf(syntax, first, last);
  const scare = scareQuotes(page, first, last);
  const holder = neighbours.find(
    ({ attribution }) =>
      attribution.content && attribution.content.start <= span.start && span.end <= attribution.content.end,
  );
  const inner = syntax.quotes[syntax.quoteOf[first] ?? -1];
  const speech = inner && !isScare(scare, inner) && span.end <= inner.end ? inner : undefined;
  const distance = distanceOver(page, first, last) ?? refuted(page);
  const cue = holder ? [evidence(page, 'cue', holder.attribution.cue)] : [];
  const quotation = speech ? [evidence(page, 'quotation', { start: speech.start, end: speech.end })] : [];
  // Marks on a Kremlin speaker's phrase quote it, unless the phrase is one that the speaker would never use.
  const isQuoting = holder !== undefined && holder.attribution.group !== GROUP.OTHER && !isOwnersNever && !distance;
  if (scare && !isQuoting) return { stance: 'distanced', because: [evidence(page, 'distance', scare), ...cue] };
  if (distance && (!speech || refuted(page))) return { stance: 'distanced', because: [distance, ...cue] };
  if (holder)
    return {
      stance: holder.judgement.stance === 'distanced' ? 'distanced' : 'reported',
      because: [...cue, ...(scare ? [evidence(page, 'quotation', scare)] : quotation)],
    };
  if (speech) return { stance: 'reported', because: quotation };
  return { stance: 'adopted', because: [] };
}

const isScare = (scare: Span | undefined, quote: Span) =>
  scare !== undefined && quote.start === scare.start && quote.end === scare.end;

/** GAP bits that a reader would not read across when a cue stands beside its speaker. */
export const APART = CLAUSE_END | GAP.SLASH;
