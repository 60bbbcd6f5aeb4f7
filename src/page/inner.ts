/** The frame that holds the article, where the page itself is only a frame around it: readers, viewers of AMP pages. */
import { boxOf } from './dom';
import { isNews } from './gate';

const FRAMES_MAX = 20;
/** Part of the window that such a frame takes at least. */
const SHARE = 0.5;

const framesOf = (doc: Document): HTMLIFrameElement[] => [...doc.getElementsByTagName('iframe')];

/** Is it a frame of the page's own origin with an article in it? */
export function holdsNews(frame: HTMLIFrameElement): boolean {
  // Null for another origin, whose frames are not read.
  const { contentDocument: inner } = frame;
  return inner !== null && isNews(inner) && takesMost(frame);
}

export function articleFrame(doc: Document): HTMLIFrameElement | undefined {
  // A number that the browser has at hand.
  if (doc.defaultView?.length === 0) return undefined;
  return framesOf(doc).slice(0, FRAMES_MAX).find(holdsNews);
}

/** Which of the document's frames it is: how the background finds it again. */
export const placeOf = (frame: HTMLIFrameElement): number => framesOf(frame.ownerDocument).indexOf(frame);

function takesMost(frame: HTMLIFrameElement): boolean {
  const { width, height } = boxOf(frame);
  return width * height >= innerWidth * innerHeight * SHARE;
}
