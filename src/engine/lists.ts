/** Lists of statements: «Головне із заяв Пєскова:» and points below it, each a paragraph of its own. */
import type { Attribution } from './attribution';
import type { Attributions } from './attributions';
import { isSpeech } from './content';
import type { Page } from './reading';
import { GROUP } from './terms';

/** A mark or a number that begins a point of a list. */
const POINT = /^(?:[-–—•▪●■◾◽🔹🔸🔻🔺▫⚡❗✅❌➡👉📌]|\d{1,2}[.)]\s|\p{Extended_Pictographic})/u;
/** The line that opens a list ends in a colon. */
const OPENS = /:\s*$/u;

/** By passage: who is said to say what the points of its list hold. */
export function listSpeakers(pages: readonly Page[], attributions: Attributions): (Attribution | undefined)[] {
  const speakers: (Attribution | undefined)[] = [];
  for (const [index, page] of pages.entries()) {
    const before = pages[index - 1];
    const isPoint = POINT.test(page.syntax.raw);
    if (before && OPENS.test(before.syntax.raw)) {
      // «Заявив Лавров. Головне:» keeps the speaker of the sentence before.
      const last = before.syntax.bounds.length - 2;
      speakers.push(
        isPoint ? (speakerIn(before, last, attributions) ?? speakerIn(before, last - 1, attributions)) : undefined,
      );
    } else speakers.push((isPoint ? speakers[index - 1] : undefined) ?? speakerOfPost(page, attributions));
  }
  return speakers;
}

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
