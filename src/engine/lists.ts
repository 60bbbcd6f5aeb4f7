/** Lists of statements: «Головне із заяв Пєскова:» and points below it, each a paragraph of its own. */
import type { Attribution } from './attribution';
import type { Attributions } from './attributions';
import { isSpeech } from './content';
import { isCapital } from './fold';
import type { Page } from './reading';
import { GROUP } from './terms';

/** A mark or a number that begins a point of a list. */
const POINT = /^(?:[-–—•▪●■◾◽🔹🔸🔻🔺▫⚡❗✅❌➡👉📌]|\d{1,2}[.)]\s|\p{Extended_Pictographic})/u;

/**
 * Who is said to say what the points of a list hold, or all of a post.
 * @param before the passage before this one, and the speaker of its list
 */
export function listSpeaker(
  page: Page,
  before: { readonly page: Page; readonly speaker: Attribution | undefined } | undefined,
  attributions: Attributions,
): Attribution | undefined {
  const { raw } = page.syntax;
  // Most passages begin with a capital letter, and the pattern is a slow one.
  const isPoint = !isCapital(raw.charCodeAt(0)) && POINT.test(raw);
  if (before && opensList(before.page)) {
    // «Заявив Лавров. Головне:» keeps the speaker of the sentence before.
    const last = before.page.syntax.bounds.length - 2;
    return isPoint
      ? (speakerIn(before.page, last, attributions) ?? speakerIn(before.page, last - 1, attributions))
      : undefined;
  }
  return (isPoint ? before?.speaker : undefined) ?? speakerOfPost(page, attributions);
}

/** The line that opens a list ends in a colon. */
const opensList = ({ syntax: { raw } }: Page): boolean => raw.trimEnd().endsWith(':');

/** «⚡️Міноборони РФ: … …», «… … — Міноборони РФ»: a body whose name opens or closes a post without quotations has said all of it. */
function speakerOfPost(page: Page, attributions: Attributions): Attribution | undefined {
  const last = page.syntax.bounds.length - 2;
  if (last < 1 || page.syntax.quotes.some((quote) => isSpeech(page, quote))) return undefined;
  const isWhole = ({ by, group, mention }: Attribution) =>
    by === 'mark' && group === GROUP.OFFICIAL && mention?.isPerson === false && !mention.isState;
  return attributions.in(page, 0).find(isWhole) ?? attributions.in(page, last).find(isWhole);
}

function speakerIn(page: Page, sentence: number, attributions: Attributions): Attribution | undefined {
  return attributions.in(page, sentence).findLast(({ group }) => group !== GROUP.OTHER);
}
