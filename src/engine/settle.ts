/** Attributions, outlets and wordings → flags and voices: one flag a place, in reading order, offsets of the passage. */
import type { Attribution } from './attribution';
import { isFirm, isTheme } from './company';
import { attributionConfidence, wordingConfidence } from './confidence';
import type { Refutations } from './debunk';
import { distanceEvidence, distanceIn, labelBefore, labelOf } from './distance';
import type { Findings } from './engine';
import { F, NUMBERS } from './features';
import type { Wording } from './framing';
import { isAllCapitals, type Lexicon } from './hits';
import { listSpeaker } from './lists';
import type { Mention } from './mentions';
import { outletLists } from './outlet-lists';
import { hasKindWord, introducesNamed, outletCue, phraseStart } from './outlets';
import { hitAt, hitsAround, type Page } from './reading';
import { scareQuotes } from './scare';
import { APART, type Judged as JudgedAttribution, judgeAttribution, judgeWording } from './stance';
import type { Steps } from './steps';
import { gapBetween, quotesFrom, spanOf, startsSentence, wordFrom } from './syntax';
import { GROUP, T } from './terms';
import type { Confidence, Evidence, Flag, Reading, Span, Voice } from './types';

/** An attribution with its stance and how well it is founded. */
type Judged = JudgedAttribution & { readonly confidence: Confidence };

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

/** An outlet as the text names it, with the words that make it a source. */
type Named = {
  readonly page: Page;
  readonly mention: Mention;
  readonly judged?: Judged;
  readonly cue?: Span;
  /** Another outlet stands beside it in a list. */
  readonly isListed: boolean;
  /** Another outlet stands in its sentence, by a name that is nothing else. */
  readonly isAccompanied: boolean;
};

/** What the outlet is said to say; a theme («меседжі російської пропаганди») says nothing by a noun. */
function judgedOutlet(page: Page, mention: Mention, of: ReadonlyMap<Mention, Judged>): Judged | undefined {
  const judged = of.get(mention);
  return judged?.attribution.by === 'noun' && isTheme(page, mention) ? undefined : judged;
}

/** The outlets of a passage; a source makes sources of those that stand in a list with it. */
function namedOutlets(page: Page, ofMention: ReadonlyMap<Mention, Judged>): Named[] {
  const outlets = page.mentions.filter(
    (mention) => mention.group === GROUP.OUTLET && !(mention.collective && introducesNamed(page, mention)),
  );
  const sentenceOf = (mention: Mention) => page.syntax.sentences[mention.first] ?? 0;
  const entriesIn = new Map<number, Set<number>>();
  for (const mention of outlets) {
    if (mention.weak) continue;
    const entries = entriesIn.get(sentenceOf(mention)) ?? new Set();
    entriesIn.set(sentenceOf(mention), entries.add(mention.entry));
  }
  const lists = outletLists(page);
  const sources = new Map<readonly Mention[], Named>();
  const named = outlets.map((mention) => {
    const isApart = isFirm(page, mention);
    const judged = isApart ? undefined : judgedOutlet(page, mention, ofMention);
    const cue = isApart ? undefined : (judged?.attribution.cue ?? outletCue(page, mention));
    const list = lists.get(mention);
    const entries = entriesIn.get(sentenceOf(mention));
    const isAccompanied = entries !== undefined && (entries.size > 1 || !entries.has(mention.entry));
    const isListed = list !== undefined && !mention.collective;
    const one = { page, mention, isListed, isAccompanied, ...(judged ? { judged } : {}), ...(cue ? { cue } : {}) };
    if (list && cue && !sources.has(list)) sources.set(list, one);
    return one;
  });
  return named.map((one) => {
    const list = lists.get(one.mention);
    const { cue, judged } = (one.cue || !list ? undefined : sources.get(list)) ?? {};
    return { ...one, ...(judged ? { judged } : {}), ...(cue ? { cue } : {}) };
  });
}

/** Does the name mean the outlet here, by what stands around it? */
function isMeant({ page, mention, cue, isListed, isAccompanied }: Named): boolean {
  if (!mention.weak || cue) return true;
  // «російські ЗМІ» that carry nothing are the media at large.
  if (mention.collective) return false;
  if (isListed || hasKindWord(page, mention)) return true;
  if (isBrand(page, mention)) return isAboutMedia(page, mention, T.MEDIA);
  // A name in quotation marks is a satellite's as well, unless the sentence is about media.
  return isQuotedName(page, mention) && (isAccompanied || isAboutMedia(page, mention, T.MEDIA, T.OUTLET_KIND));
}

/** «RT», and any name in Latin letters beside a word in Cyrillic: no word of the language, if not always the outlet. */
function isBrand(page: Page, mention: Mention): boolean {
  const { syntax } = page;
  const { first, last } = mention;
  const isLatin = (word: number) => syntax.raw.charCodeAt(syntax.starts[word] ?? 0) < CYRILLIC;
  if (!isLatin(first) || isQuotedName(page, mention)) return false;
  // "the RT on the wall radio" is a thing; an outlet has no article.
  if (first > 0 && hitAt(page, first - 1, T.DETERMINER)) return false;
  const beside = first > 0 ? first - 1 : last;
  return isAllCapitals(syntax, first) || (beside < syntax.count && !isLatin(beside));
}
/** Letters from here up are not Latin. */
const CYRILLIC = 0x400;

const isQuotedName = (page: Page, mention: Mention) => scareQuotes(page, mention.first, mention.last) !== undefined;

/** Does a word for media stand in the sentence, outside the name? */
const isAboutMedia = (page: Page, mention: Mention, ...kinds: readonly number[]) =>
  hitsAround(page, mention.first).some(
    ({ kind, first, last }) => kinds.includes(kind) && (last <= mention.first || first >= mention.last),
  );

/** A name that the article has used for the outlet means it again; at the start of a sentence a capital tells nothing. */
const isAgain = ({ page, mention }: Named, meant: ReadonlySet<number>) =>
  !mention.collective &&
  meant.has(mention.entry) &&
  (!startsSentence(page.syntax, mention.first) || isAllCapitals(page.syntax, mention.first));

/**
 * How sure it is that the words mean the outlet; undefined where nothing says so.
 * @param meant entries that the article names beyond doubt somewhere
 */
function nameConfidence(named: Named, meant: ReadonlySet<number>): Confidence | undefined {
  const { page, mention, judged, cue } = named;
  if (judged?.attribution.mention === mention) return judged.confidence;
  if (!mention.weak) return cue || !mention.collective ? 'sure' : 'likely';
  if (isMeant(named) || isAgain(named, meant)) return 'likely';
  // «пропагандисти» are somebody's faces; «російська пропаганда», «російські ЗМІ» that carry nothing are nobody's.
  const label = hitAt(page, mention.last - 1, T.LABEL);
  const isPeople = label !== undefined && (label.features & NUMBERS) === F.PL;
  const isHinted = mention.collective ? isPeople : isQuotedName(page, mention);
  return isHinted ? 'possible' : undefined;
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

function wordingFlag(page: Page, wording: Wording, judged: readonly Judged[], { lexicon, refutations }: Known): Flag {
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
const pointOf = (page: Page, { attribution, ...rest }: Judged): Judged => ({
  ...rest,
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

const byMention = (list: readonly Judged[]) =>
  new Map(list.flatMap((one) => (one.attribution.mention ? [[one.attribution.mention, one] as const] : [])));

/** @returns flags and voices of every confidence */
export function* settle(findings: Findings, lexicon: Lexicon): Steps<Reading> {
  const { pages, attributions, refutations, possible, wordings } = findings;
  const judgedOf = new Map<Attribution, Judged>();
  const meant = new Set<number>();
  const drafts: Draft[] = [];
  for (const page of pages) {
    const judge = (attribution: Attribution, confidence: Confidence): Judged => ({
      attribution,
      judgement: judgeAttribution(attribution, refutations),
      confidence,
    });
    const judged = attributions.of(page).map((one) => judge(one, attributionConfidence(one)));
    for (const one of judged) judgedOf.set(one.attribution, one);
    const supposed = possible.of(page).map((one) => judge(one, 'possible'));
    const outlets = namedOutlets(page, byMention(judged));
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
      const neighbours = near.map((one) => judgedOf.get(one) as Judged);
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
  const voices = judged.flatMap((one): Voice[] => {
    const { page, group, content, first } = one.attribution;
    if (!content) return [];
    const isKremlin = group === GROUP.OFFICIAL || group === GROUP.OUTLET;
    const kremlin = isKremlin ? one.confidence : doubts.has(first) ? 'possible' : undefined;
    return [{ passage: page.index, span: content, ...(kremlin ? { kremlin } : {}) }];
  });
  return voices.sort((a, b) => a.span.start - b.span.start);
}
