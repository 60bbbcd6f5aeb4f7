/**
 * The style sheet of the marks, made from the table of hues for the look that the reader chose. The background puts it
 * into pages that are read: as an author's in Chromium, as a user's in Firefox, where an author's ::highlight() stops at
 * shadow roots. A highlight takes no custom property of ours, so all values are written out.
 */
import { KINDS, type Kind, STANCES, type Stance } from '../engine/types';
import { GROUNDS, type Ground, HUES, LINES, TINTS, WEIGHTS } from './hues';
import { FLASH, LAYERS, type Layer, markName, OPEN } from './mark-name';
import type { MarkLook } from './settings';

type Strength = MarkLook['strength'];

/** Lengths that depend on the text's size are percentages: inherited from the root, an `em` would be the root's. */
const LINE = ['text-underline-offset: 22%', 'text-decoration-skip-ink: none'];

/**
 * @param root what stands before each `::highlight()`. Chromium would work out a bare one for every element of a page; on
 *   `:root` alone it is inherited, which Firefox does not do.
 * @returns rules for the screen only: Chromium would print them. Those of a look that paints nothing are those of lines,
 *   as the mark one jumps to flashes all the same.
 */
export function sheetOf(look: MarkLook, root: ':root' | ''): string {
  const rule = (names: readonly string[], declarations: readonly string[]): string => {
    const selectors = names.map((name) => `  ${root}::highlight(${name})`).join(',\n');
    return `${selectors} {\n${declarations.map((one) => `    ${one};\n`).join('')}  }\n`;
  };
  const each = <L extends Layer>(
    layers: readonly L[],
    paint: (kind: Kind, layer: L, ground: Ground) => readonly string[],
  ) =>
    GROUNDS.flatMap((ground) =>
      KINDS.flatMap((kind) => layers.map((layer) => rule([markName(kind, layer, ground)], paint(kind, layer, ground)))),
    ).join('');
  const plain = each(LAYERS, (kind, layer, ground) => {
    const { hue, tint, flash } = HUES[look.palette][kind][ground];
    if (layer === OPEN) return [tinted(hue, tint)];
    if (layer === FLASH) return [tinted(hue, flash)];
    return look.style === 'tint' ? [tintOf(look, kind, layer, ground)] : lineOf(look, kind, layer, ground);
  });
  const strong: MarkLook = { ...look, strength: 'strong' };
  const contrast = each(STANCES, (kind, stance, ground) => [
    look.style === 'tint' ? tintOf(strong, kind, stance, ground) : underline(strong, kind, stance, ground),
  ]);
  const forced = LAYERS.flatMap((layer) =>
    KINDS.map((kind) =>
      rule(
        GROUNDS.map((ground) => markName(kind, layer, ground)),
        forcedOf(look, kind, layer),
      ),
    ),
  );
  return [
    `@media screen {\n${plain}}\n`,
    `@media screen and (prefers-contrast: more) {\n${contrast}}\n`,
    `@media screen and (forced-colors: active) {\n${forced.join('')}}\n`,
  ].join('\n');
}

const weightOf = (strength: Strength, kind: Kind, stance: Stance): number =>
  WEIGHTS[strength][LINES[kind] === 'wavy' ? 'wave' : 'line'][stance];

function underline({ palette, strength }: MarkLook, kind: Kind, stance: Stance, ground: Ground): string {
  const { hue, soft } = HUES[palette][kind][ground];
  const colour = stance === 'distanced' && strength !== 'strong' ? soft : hue;
  return `text-decoration: underline ${LINES[kind]} ${colour} ${weightOf(strength, kind, stance)}px`;
}

function lineOf(look: MarkLook, kind: Kind, stance: Stance, ground: Ground): string[] {
  const { hue, tint } = HUES[look.palette][kind][ground];
  const under = stance === 'adopted' ? [tinted(hue, tint * TINTS[look.strength].line)] : [];
  return [underline(look, kind, stance, ground), ...LINE, ...under];
}

function tintOf({ palette, strength }: MarkLook, kind: Kind, stance: Stance, ground: Ground): string {
  const { hue, tint } = HUES[palette][kind][ground];
  return tinted(hue, tint * TINTS[strength].alone[stance]);
}

/** Tints lie under text of any colour the page has, so they stay transparent. */
function tinted(hue: string, opacity: number): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hue.slice(at, at + 2), 16));
  return `background-color: rgb(${red} ${green} ${blue} / ${Math.round(opacity * 100) / 100})`;
}

/**
 * The system's colours win; line style and weight still tell kind and stance. A tint would hide the text.
 * Chromium 156 paints every highlight as a selection here, whatever its rule says (forced-color-adjust does not apply
 * to ::highlight()), so the open mark and the one jumped to have a line above as well.
 */
function forcedOf({ style, strength }: MarkLook, kind: Kind, layer: Layer): string[] {
  if (layer === OPEN) return ['text-decoration: overline solid CanvasText 1px', 'background-color: transparent'];
  if (layer === FLASH)
    return ['text-decoration: overline solid HighlightText 3px', 'color: HighlightText', 'background-color: Highlight'];
  const width = weightOf(strength, kind, layer);
  return [
    `text-decoration: underline ${LINES[kind]} CanvasText ${width}px`,
    ...(style === 'tint' ? LINE : []),
    'background-color: transparent',
  ];
}
