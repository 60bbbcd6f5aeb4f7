/** Outlets as a text names them: is the outlet meant, and is it a source? */
import { isFirm, isTheme } from './company';
import { F, NUMBERS } from './features';
import { isAllCapitals } from './hits';
import { byMention, type Judged } from './judged';
import type { Mention } from './mentions';
import { outletLists } from './outlet-lists';
import { hasKindWord, introducesNamed, outletCue } from './outlets';
import { hitAt, hitsAround, type Page } from './reading';
import { scareQuotes } from './scare';
import { startsSentence } from './syntax';
import { GROUP, T } from './terms';
import type { Confidence, Span } from './types';

/** An outlet as the text names it, with the words that make it a source. */
export type Named = {
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
export function namedOutlets(page: Page, attributed: readonly Judged[]): readonly Named[] {
  const outlets = page.mentions.filter(
    (mention) => mention.group === GROUP.OUTLET && !(mention.collective && introducesNamed(page, mention)),
  );
  if (outlets.length === 0) return [];
  const ofMention = byMention(attributed);
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
export function isMeant({ page, mention, cue, isListed, isAccompanied }: Named): boolean {
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
  if (hitAt(page, first - 1, T.DETERMINER)) return false;
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
export function nameConfidence(named: Named, meant: ReadonlySet<number>): Confidence | undefined {
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
