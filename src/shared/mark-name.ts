/** Names of the highlights. A page can read them, so they say nothing about Rupor. */
import { KINDS, type Kind, STANCES, type Stance } from '../engine/types';
import { GROUNDS, type Ground } from './hues';

/** What is painted over a mark: what its stance looks like, that its card is open, or that one has just jumped to it. */
export type Layer = Stance | typeof OPEN | typeof FLASH;
export const OPEN = 'open' as const;
export const FLASH = 'flash' as const;
export const LAYERS: readonly Layer[] = [...STANCES, OPEN, FLASH];

const KIND: { readonly [K in Kind]: string } = { 'state-media': 's', official: 'o', framing: 'f' };
const LAYER: { readonly [L in Layer]: string } = { adopted: '1', reported: '2', distanced: '3', open: '4', flash: '5' };

/** `passage-<kind><layer>-<ground>` */
export const markName = (kind: Kind, layer: Layer, ground: Ground): string =>
  `passage-${KIND[kind]}${LAYER[layer]}-${ground}`;

/** All there are. */
export const markNames = (): string[] =>
  KINDS.flatMap((kind) => LAYERS.flatMap((layer) => GROUNDS.map((ground) => markName(kind, layer, ground))));
