/** Light or dark: what is behind a passage, so that marks and card fit the page and not the system. */
import { elementAround } from './dom';

export type Ground = 'light' | 'dark';

/** Luminance of the petrol line on light and on dark paper: the middle one of the three hues. WCAG 2.2 formula. */
const LINE_ON_LIGHT = 0.144;
const LINE_ON_DARK = 0.495;
/** Ancestors that are looked at; beyond them the text's own colour decides. */
const CLIMB_MAX = 40;

/** Luminance behind elements that were looked at already: passages of one article share all but the innermost. */
export type Grounds = Map<Element, number>;

/** Which of the two sets of lines shows better behind this text. @param known of the same moment: styles change */
export function groundOf(node: Node, known: Grounds = new Map()): Ground {
  const luminance = behind(node, known);
  return contrast(luminance, LINE_ON_LIGHT) >= contrast(luminance, LINE_ON_DARK) ? 'light' : 'dark';
}

function behind(node: Node, known: Grounds): number {
  const around = elementAround(node);
  const colour = around ? colourBehind(around, known) : NOTHING;
  if (colour !== NOTHING) return colour;
  // The page's maker chose a text colour that can be read there.
  const text = around ? luminanceOf(getComputedStyle(around).color) : undefined;
  return text !== undefined && text > 0.4 ? 0 : 1;
}

/** An image is behind it, or nothing. */
const NOTHING = -1;

function colourBehind(start: Element, known: Grounds): number {
  const climbed: Element[] = [];
  let colour: number | undefined;
  for (let element: Element | null = start; element && colour === undefined; element = elementAround(element)) {
    colour = known.get(element);
    if (colour !== undefined) break;
    climbed.push(element);
    const style = getComputedStyle(element);
    colour = luminanceOf(style.backgroundColor);
    if (colour === undefined && (style.backgroundImage.includes('(') || climbed.length >= CLIMB_MAX)) colour = NOTHING;
  }
  colour ??= NOTHING;
  for (const element of climbed) known.set(element, colour);
  return colour;
}

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
