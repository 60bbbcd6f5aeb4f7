/** Attributions, outlets and wordings → flags and voices: one flag a place, in reading order, offsets of the passage. */
import type { Attribution } from './attribution';
import { attributionConfidence, wordingConfidence } from './confidence';
import type { Refutations } from './debunk';
import { distanceEvidence, distanceIn, labelBefore, labelOf } from './distance';
import type { Findings } from './engine';
import type { Wording } from './framing';
import type { Lexicon } from './hits';
import { byMention, Judged } from './judged';
import { listSpeaker } from './lists';
import { isMeant, type Named, nameConfidence, namedOutlets } from './named';
import { phraseStart } from './outlets';
import { hitAt, type Page } from './reading';
import { APART, type Judged as JudgedAttribution, judgeWording } from './stance';
import type { Steps } from './steps';
import { gapBetween, quotesFrom, spanOf, wordFrom } from './syntax';
import { GROUP, T } from './terms';
import type { Confidence, Evidence, Flag, Reading, Span, Voice } from './types';

/** What is known of the whole article. */
type Known = {
  readonly lexicon: Lexicon;
  readonly refutations: Refutations;
};

/** Quotation marks directly around the words belong to the span. */
function withQuotes(page: Page, first: number, last: number): Span {
  const span = spanOf(page.syntax, first, last);
  const near = quotesFrom(page.syntax, span.start - 2, span.end).filter((q) => q.closed && q.end > span.start);
  const marks = near.find((q) => q.start <= span.start && q.end >= span.end && q.end - span.end <= 2);
  if (marks) return { start: marks.start, end: marks.end };
  // The marks may open or close within the name: РИА «Новости».
  const closing = near.find((q) => q.start > span.start && q.end > span.end && q.end - span.end <= 2);
  if (closing) return { start: span.start, end: closing.end };
  const opening = near.find((q) => q.start < span.start && q.end < span.end);
  return opening ? { start: opening.start, end: span.end } : span;
}

const union = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) });

/** What is painted: the words with the cue and the distance word that touch them. */
function paintOf(page: Page, span: Span, evidence: readonly Evidence[]): Span {
  let paint = span;
  // Twice, since a distance word may touch the cue that touches the words.
  for (let round = 0; round < 2; round += 1) {
    for (const { what, passage, span: words } of evidence) {
      if (passage !== page.index || (what !== 'cue' && what !== 'distance')) continue;
      const [left, right] = words.start < paint.start ? [words, paint] : [paint, words];
      const from = wordFrom(page.syntax, left.end) - 1;
      const to = wordFrom(page.syntax, right.start);
      const isAround = words.start <= paint.start && words.end >= paint.end; // «за його словами» holds its pronoun
      const isBeside = left.end <= right.start && isOneStep(page, from, to);
      if (isAround || isBeside) paint = union(paint, words);
    }
  }
  return paint;
}

/** Nothing between the two words but an article or a title ("According to the Kremlin"). */
function isOneStep(page: Page, from: number, to: number): boolean {
  if ((gapBetween(page.syntax, from, to) & APART) !== 0) return false;
  for (let word = from + 1; word < to; word += 1) if (!hitAt(page, word, T.DETERMINER, T.HONORIFIC)) return false;
  return true;
}

function officialFlag({ attribution, judgement, confidence }: Judged, lexicon: Lexicon): Flag {
  const { page, first, last, form, cue, content } = attribution;
  const span = withQuotes(page, first, last);
  return {
    kind: 'official',
    role: form,
    passage: page.index,
    span,
    paint: paintOf(page, span, judgement.because),
    stance: judgement.stance,
    confidence,
    because: judgement.because,
    entry: lexicon.entries[attribution.entry]?.id ?? '',
    cue,
    ...(content ? { content } : {}),
  };
}

function outletFlag(
  { page, mention, judged, cue }: Named,
  confidence: Confidence,
  { lexicon, refutations }: Known,
): Flag {
  const label = labelBefore(page, mention.first);
  const first = phraseStart(page, mention);
  const span = withQuotes(page, mention.first, mention.last);
  const own: Evidence[] = judged
    ? [...judged.judgement.because]
    : cue
      ? [{ what: 'cue', passage: page.index, span: cue }]
      : [{ what: 'context', passage: page.index, span: spanOf(page.syntax, first, mention.last) }];
  if (mention.distancing) own.push(distanceEvidence(page, span));
  const distance =
    labelOf(page, mention.first, mention.last, 'role') ??
    (judged ? undefined : distanceIn(page, mention.first, mention.last)) ??
    (cue ? refutations.ofSpreader(page, cue) : undefined) ??
    // In a debunk whoever spread the claim is kept at a distance, but a generic name that is only mentioned is a theme.
    (cue || lexicon.entries[mention.entry]?.type !== 'generic'
      ? refutations.ofSpeaker(page, mention.first)
      : refutations.over(page, mention.first));
  if (distance && !own.some((e) => e.what === 'distance')) own.push(distance);
  const isDistanced = own.some((e) => e.what === 'distance');
  const { content } = judged?.attribution ?? {};
  return {
    kind: 'state-media',
    role: cue ? 'attribution' : 'mention',
    passage: page.index,
    span,
    // A label belongs to the name that it introduces: «пропагандистам російського «РИА Новости»» is painted whole.
    // The verb of an outlet that is only spoken to belongs to whoever speaks, and is painted with them.
    paint: paintOf(
      page,
      label ? union(label.span, span) : span,
      judged ? own : own.filter((e) => e.what === 'distance'),
    ),
    stance: isDistanced ? 'distanced' : cue ? 'reported' : 'adopted',
    confidence,
    because: own,
    entry: lexicon.entries[mention.entry]?.id ?? '',
    ...(cue ? { cue } : {}),
    ...(content ? { content } : {}),
  };
}

function wordingFlag(
  page: Page,
  wording: Wording,
  judged: readonly JudgedAttribution[],
  { lexicon, refutations }: Known,
): Flag {
  const span = withQuotes(page, wording.first, wording.last);
  const judgement = judgeWording(page, wording, judged, refutations);
  const because: Evidence[] = [...judgement.because];
  // A sign that is shown already, such as the quotation marks themselves, is not shown twice.
  const { context } = wording;
  const isShown = context && because.some((e) => e.span.start <= context.start && context.end <= e.span.end);
  if (context && !isShown) because.push({ what: 'context', passage: page.index, span: context });
  return {
    kind: 'framing',
    role: 'wording',
    passage: page.index,
    span,
    paint: paintOf(
      page,
      span,
      because.filter((e) => e.what === 'distance'),
    ),
    stance: judgement.stance,
    confidence: wordingConfidence(wording),
    because,
    entry: lexicon.entries[wording.entry]?.id ?? '',
  };
}

/** A point of a list is what the speaker who opens the list is said to say. */
const pointOf = (page: Page, { attribution, judgement }: Judged): JudgedAttribution => ({
  judgement,
  attribution: { ...attribution, content: { start: 0, end: page.syntax.raw.length } },
});

/** Of flags of one kind that overlap, the longer stays; of equal ones the first. A possible one never pushes out another. */
function withoutOverlaps(flags: readonly Flag[], { passage }: Page): Flag[] {
  if (flags.length < 2) return [...flags];
  const taken = new Map<Flag['kind'], Uint8Array>();
  const rank = ({ confidence }: Flag) => (confidence === 'possible' ? 1 : 0);
  const byLength = [...flags].sort(
    (a, b) =>
      rank(a) - rank(b) || b.span.end - b.span.start - (a.span.end - a.span.start) || a.span.start - b.span.start,
  );
  const kept = byLength.filter(({ kind, span }) => {
    const units = taken.get(kind) ?? new Uint8Array(passage.text.length);
    taken.set(kind, units);
    if (units.subarray(span.start, span.end).includes(1)) return false;
    units.fill(1, span.start, span.end);
    return true;
  });
  return kept.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** A passage whose attributions are judged. */
type Draft = {
  readonly page: Page;
  readonly judged: readonly Judged[];
  /** What only a reader of the wide setting wants to see. */
  readonly supposed: readonly Judged[];
  readonly outlets: readonly Named[];
  /** Who opens the list that the passage is a point of. */
  readonly speaker: Attribution | undefined;
};

/** @returns flags and voices of every confidence */
export function* settle(findings: Findings, lexicon: Lexicon): Steps<Reading> {
  const { pages, attributions, refutations, possible, wordings } = findings;
  const judgedOf = new Map<Attribution, Judged>();
  const meant = new Set<number>();
  const drafts: Draft[] = [];
  for (const page of pages) {
    const judged = attributions.of(page).map((one) => new Judged(one, attributionConfidence(one), refutations));
    for (const one of judged) judgedOf.set(one.attribution, one);
    const supposed = possible.of(page).map((one) => new Judged(one, 'possible', refutations));
    const outlets = namedOutlets(page, judged);
    for (const one of outlets) if (isMeant(one)) meant.add(one.mention.entry);
    const speaker = listSpeaker(page, drafts.at(-1), attributions);
    drafts.push({ page, judged, supposed, outlets, speaker });
    yield;
  }
  const known: Known = { lexicon, refutations };
  const flags: Flag[] = [];
  const voices: Voice[] = [];
  for (const draft of drafts) {
    const { page, judged, supposed, speaker } = draft;
    const found = attributionFlags(draft, meant, known);
    for (const wording of wordings[page.index] ?? []) {
      const near = attributions.in(page, page.syntax.sentences[wording.first] ?? 0);
      const neighbours: JudgedAttribution[] = near.map((one) => judgedOf.get(one) as Judged);
      if (near.length === 0 && speaker) neighbours.push(pointOf(page, judgedOf.get(speaker) as Judged));
      found.push(wordingFlag(page, wording, neighbours, known));
    }
    for (const flag of withoutOverlaps(found, page)) flags.push(flag);
    for (const voice of voicesOf(judged, supposed)) voices.push(voice);
    yield;
  }
  return { flags, voices };
}

/**
 * Officials and outlets of a passage.
 * @param meant entries that the article names beyond doubt somewhere
 */
function attributionFlags({ judged, supposed, outlets }: Draft, meant: ReadonlySet<number>, known: Known): Flag[] {
  if (judged.length + supposed.length + outlets.length === 0) return [];
  const isOutlet = ({ mention }: Attribution) => mention?.group === GROUP.OUTLET;
  const all = [...judged, ...supposed.filter(({ attribution }) => !isOutlet(attribution))];
  const flags = all
    .filter(({ attribution }) => attribution.group === GROUP.OFFICIAL)
    .map((one) => officialFlag(one, known.lexicon));
  // «агентство», «телеканал» after the outlet was named: a short reference is an attribution of its own.
  for (const one of all) {
    if (one.attribution.group !== GROUP.OUTLET || !one.attribution.antecedent) continue;
    flags.push({ ...officialFlag(one, known.lexicon), kind: 'state-media', role: 'attribution' } as Flag);
  }
  const supposedOf = byMention(supposed);
  for (const one of outlets) {
    const confidence = nameConfidence(one, meant);
    const supposition = supposedOf.get(one.mention);
    // An outlet that is marked anyhow is no mere supposition.
    if (confidence && (confidence !== 'possible' || !supposition)) flags.push(outletFlag(one, confidence, known));
    else if (supposition)
      flags.push(outletFlag({ ...one, judged: supposition, cue: supposition.attribution.cue }, 'possible', known));
  }
  return flags;
}

/** A voice of someone unknown may be the Kremlin's, where a supposition says so of the same words. */
function voicesOf(judged: readonly Judged[], supposed: readonly Judged[]): Voice[] {
  const doubts = new Set(supposed.map(({ attribution }) => attribution.first));
  const voices: Voice[] = [];
  for (const { attribution, confidence } of judged) {
    const { page, group, content, first } = attribution;
    if (!content) continue;
    const isKremlin = group === GROUP.OFFICIAL || group === GROUP.OUTLET;
    const kremlin = isKremlin ? confidence : doubts.has(first) ? 'possible' : undefined;
    voices.push({ passage: page.index, span: content, ...(kremlin ? { kremlin } : {}) });
  }
  return voices.sort((a, b) => a.span.start - b.span.start);
}
