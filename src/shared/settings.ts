/** Reader's choices: shape, defaults, parse, read, write, watch. Kept in storage.local under one key. */
import type { Kind } from '../engine/types';

/** A mark that the reader does not want: in this place, for this entry on this site, or for this entry everywhere. */
export type Exclusion =
  | { readonly scope: 'here'; readonly entry: string; readonly title: string; readonly host: string; readonly place: string; readonly at: number }
  | { readonly scope: 'site'; readonly entry: string; readonly title: string; readonly host: string; readonly at: number }
  | { readonly scope: 'anywhere'; readonly entry: string; readonly title: string; readonly at: number };

export type Settings = {
  readonly v: 1;
  /** Everywhere on or off. */
  readonly enabled: boolean;
  /** Milliseconds since 1970 until which marks are paused; 0 when not. */
  readonly pausedUntil: number;
  readonly kinds: { readonly [K in Kind]: boolean };
  /** Hosts where Rupor is off, lower case, without `www.`. */
  readonly offSites: readonly string[];
  /** Hosts that are always read, even where a page does not look like news. */
  readonly alwaysSites: readonly string[];
  readonly exclusions: readonly Exclusion[];
  readonly language: 'auto' | 'uk' | 'en';
};
