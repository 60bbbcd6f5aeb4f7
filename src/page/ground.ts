/** Light or dark: what is behind a passage, so that marks and card fit the page and not the system. */
import type { Ground } from '../shared/hues';
import { elementAround } from './dom';

/** Luminance of the petrol line on light and on dark paper: the middle one of the three hues. WCAG 2.2 formula. */
const LINE_ON_LIGHT = 0.144;
const LINE_ON_DARK = 0.495;
/** Text of more luminance is light, and stands on something dark. */
const LIGHT_TEXT = 0.4;
/** Ancestors that are looked at; beyond them the text's own colour decides. */
const CLIMB_MAX = 40;

/**
 * What is behind elements that were looked at already, as passages of one article share all but the innermost; and what
 * colours of text say.
 */
export type Grounds = Map<Element | string, Ground | undefined>;

/** Which of the two sets of lines shows better behind this text. @param known of the same moment: styles change */
export function groundOf(node: Node, known: Grounds = new Map()): Ground {
  const around = elementAround(node);
  if (!around) return 'light';
  // Over an image, or nothing, the page's maker chose a text colour that can be read there.
  return groundBehind(around, known) ?? groundByText(getComputedStyle(around).color, known);
}

/** A background that nobody has set, in the words of browsers. */
const CLEAR = 'rgba(0, 0, 0, 0)';

/** @returns undefined where the nearest thing behind it is an image, or there is nothing */
function groundBehind(start: Element, known: Grounds): Ground | undefined {
  const climbed: Element[] = [];
  let ground: Ground | undefined;
  for (let element: Element | null = start; element; element = elementAround(element)) {
    ground = known.get(element);
    if (ground || known.has(element)) break;
    climbed.push(element);
    const { backgroundColor, backgroundImage } = getComputedStyle(element);
    // Most elements have neither, and every mark of a page asks here.
    const luminance = backgroundColor === CLEAR ? undefined : luminanceOf(backgroundColor);
    if (luminance !== undefined) ground = bestOn(luminance);
    if (ground || backgroundImage.includes('(') || climbed.length >= CLIMB_MAX) break;
  }
  for (const element of climbed) known.set(element, ground);
  return ground;
}

function groundByText(colour: string, known: Grounds): Ground {
  const before = known.get(colour);
  if (before) return before;
  const ground = (luminanceOf(colour) ?? 0) > LIGHT_TEXT ? 'dark' : 'light';
  known.set(colour, ground);
  return ground;
}

const bestOn = (luminance: number): Ground =>
  contrast(luminance, LINE_ON_LIGHT) >= contrast(luminance, LINE_ON_DARK) ? 'light' : 'dark';

/** @returns undefined for a colour that is mostly transparent or in an unknown notation */
export function luminanceOf(colour: string): number | undefined {
  const numbers = colour.replace('display-p3', '').match(/-?[\d.]+(?:e-?\d+)?/g);
  const parts = numbers?.map(Number.parseFloat) ?? [];
  const [a = 0, b = 0, c = 0, alpha = 1] = parts;
  if (parts.length < 3 || alpha < 0.5) return undefined;
  if (/^rgba?\(/.test(colour)) return relative(a / 255, b / 255, c / 255);
  if (/^color\((?:srgb|display-p3) /.test(colour)) return relative(a, b, c);
  // Perceived lightness: its cube is close to luminance.
  if (/^ok(?:lab|lch)\(/.test(colour)) return a ** 3;
  if (/^(?:lab|lch)\(/.test(colour)) return ((a + 16) / 116) ** 3;
  return undefined;
}

function relative(...channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
