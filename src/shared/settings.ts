/** Reader's choices: shape, defaults, parse, read, write, watch. `kept.ts` knows where they are. */
import * as v from 'valibot';
import { KINDS, type Kind, LANGS, type Lang, STRICTNESSES, type Stance, type Strictness } from '../engine/types';
import { fieldOf as own } from './field';
import { UI_LANGUAGES, type UiLanguage } from './i18n';
import { alone, KEY, load, save, type Where, watchKept, whereWeAre } from './kept';
import { listOf, moment, parse } from './parse';

/** A mark that the reader does not want: in this place, for this entry on this site, or for this entry everywhere. */
export type Exclusion =
  | {
      readonly scope: 'here';
      readonly entry: string;
      readonly title: string;
      readonly host: string;
      readonly place: string;
      readonly at: number;
    }
  | {
      readonly scope: 'site';
      readonly entry: string;
      readonly title: string;
      readonly host: string;
      readonly at: number;
    }
  | { readonly scope: 'anywhere'; readonly entry: string; readonly title: string; readonly at: number };

/** A source or phrase of the reader's own, looked for beside the lexicon. */
export type OwnEntry = {
  /** `own_` and eight letters or digits; names its marks and its exclusions. */
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** Languages of the texts that it is looked for in; none: in all. */
  readonly langs: readonly Lang[];
  /** What is looked for: words as they stand in a text; `*` at the end of a word stands for any ending. */
  readonly forms: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
};

/** How marks look in a page, and our own windows. */
export type Look = {
  readonly style: 'line' | 'tint' | 'none';
  readonly strength: 'quiet' | 'normal' | 'strong';
  /** Hues of the three kinds. */
  readonly palette: 'standard' | 'colour-blind';
  /** Of our own windows; the card goes by the page. */
  readonly theme: 'system' | 'light' | 'dark';
  /** Ticks beside the scroll bar. */
  readonly ticks: boolean;
  /** Does a card open under the pointer? If not, by a press or a key alone. */
  readonly hover: boolean;
};

/** Of these, what is painted in pages. */
export type MarkLook = Pick<Look, 'style' | 'strength' | 'palette'>;

export const STYLES = ['line', 'tint', 'none'] as const;
export const STRENGTHS = ['quiet', 'normal', 'strong'] as const;
export const PALETTES = ['standard', 'colour-blind'] as const;
export const THEMES = ['system', 'light', 'dark'] as const;

export type Settings = {
  readonly v: 2;
  /** Everywhere on or off. */
  readonly enabled: boolean;
  /** Milliseconds since 1970 until which marks are paused; 0 when not. */
  readonly pausedUntil: number;
  readonly kinds: { readonly [K in Kind]: boolean };
  readonly stances: { readonly [S in Stance]: boolean };
  /** How well founded a mark must be. */
  readonly strictness: Strictness;
  /** What of a page of news is read: the article's text alone, or all of the page. */
  readonly reach: 'article' | 'page';
  /** Are links to state media marked? */
  readonly links: boolean;
  readonly look: Look;
  /** Is news read on all sites, or on `onSites` and `alwaysSites` alone? */
  readonly sites: 'all' | 'chosen';
  readonly onSites: readonly string[];
  /** Hosts where Rupor is off, lower case, without `www.`. */
  readonly offSites: readonly string[];
  /** Hosts that are always read, even where a page does not look like news. */
  readonly alwaysSites: readonly string[];
  readonly exclusions: readonly Exclusion[];
  readonly own: readonly OwnEntry[];
  readonly language: 'auto' | UiLanguage;
};

/** What a reader has before the first choice, and what stands in for a field that cannot be read. */
export const defaults: Settings = {
  v: 2,
  enabled: true,
  pausedUntil: 0,
  kinds: { 'state-media': true, official: true, framing: true },
  stances: { adopted: true, reported: true, distanced: true },
  strictness: 'normal',
  reach: 'article',
  links: true,
  look: { style: 'line', strength: 'normal', palette: 'standard', theme: 'system', ticks: true, hover: true },
  sites: 'all',
  onSites: [],
  offSites: [],
  alwaysSites: [],
  exclusions: [],
  own: [],
  language: 'auto',
};

/** A list longer than this was not made by hand; the newest are kept. */
export const LIST_MAX = 2000;
/** A stored list longer than this is none that a Rupor has written; some of its items may be unreadable. */
const STORED_MAX = 100 * LIST_MAX;
/** The longest host name there is. */
const HOST_MAX = 253;
/** Ids and titles of the lexicon are far shorter; a longer one is not ours. */
const TEXT_MAX = 200;
/** Limits of the reader's own entries: letters of a form or name, forms of an entry, entries. */
export const OWN_LIMITS = { text: 80, forms: 40, entries: 200 } as const;

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(TEXT_MAX));
const host = v.pipe(v.string(), v.toLowerCase(), v.nonEmpty(), v.maxLength(HOST_MAX));
/** An exclusion from anybody. */
export const exclusion: v.GenericSchema<unknown, Exclusion> = v.variant('scope', [
  v.object({ scope: v.literal('here'), entry: text, title: text, host, place: text, at: moment }),
  v.object({ scope: v.literal('site'), entry: text, title: text, host, at: moment }),
  v.object({ scope: v.literal('anywhere'), entry: text, title: text, at: moment }),
]);
const words = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(OWN_LIMITS.text));
/** An entry of the reader's own, from anybody. */
export const ownEntry: v.GenericSchema<unknown, OwnEntry> = v.object({
  id: v.pipe(v.string(), v.regex(/^own_[a-z0-9]{8}$/)),
  name: words,
  kind: v.picklist(KINDS),
  langs: listOf(v.picklist(LANGS), LANGS.length),
  forms: v.pipe(listOf(words, OWN_LIMITS.forms), v.minLength(1)),
  at: moment,
});
const flag = v.boolean();
const strictness = v.picklist(STRICTNESSES);
export const language: v.GenericSchema<unknown, Settings['language']> = v.picklist([
  'auto',
  ...(Object.keys(UI_LANGUAGES) as UiLanguage[]),
]);

/** Settings from anything: never throws; a field (or an item of a list) that cannot be read comes out as its default. */
export function parseSettings(input: unknown): Settings {
  const kinds = own(input, 'kinds');
  const stances = own(input, 'stances');
  const look = own(input, 'look');
  return {
    v: 2,
    enabled: either(flag, own(input, 'enabled'), defaults.enabled),
    pausedUntil: either(moment, own(input, 'pausedUntil'), defaults.pausedUntil),
    kinds: {
      'state-media': either(flag, own(kinds, 'state-media'), true),
      official: either(flag, own(kinds, 'official'), true),
      framing: either(flag, own(kinds, 'framing'), true),
    },
    stances: {
      adopted: either(flag, own(stances, 'adopted'), true),
      reported: either(flag, own(stances, 'reported'), true),
      distanced: either(flag, own(stances, 'distanced'), true),
    },
    strictness: either(strictness, own(input, 'strictness'), defaults.strictness),
    reach: either(v.picklist(['article', 'page']), own(input, 'reach'), defaults.reach),
    links: either(flag, own(input, 'links'), defaults.links),
    look: {
      style: either(v.picklist(STYLES), own(look, 'style'), defaults.look.style),
      strength: either(v.picklist(STRENGTHS), own(look, 'strength'), defaults.look.strength),
      palette: either(v.picklist(PALETTES), own(look, 'palette'), defaults.look.palette),
      theme: either(v.picklist(THEMES), own(look, 'theme'), defaults.look.theme),
      ticks: either(flag, own(look, 'ticks'), defaults.look.ticks),
      hover: either(flag, own(look, 'hover'), defaults.look.hover),
    },
    sites: either(v.picklist(['all', 'chosen']), own(input, 'sites'), defaults.sites),
    onSites: hosts(own(input, 'onSites')),
    offSites: hosts(own(input, 'offSites')),
    alwaysSites: hosts(own(input, 'alwaysSites')),
    exclusions: list(exclusion, own(input, 'exclusions')),
    own: list(ownEntry, own(input, 'own')).slice(-OWN_LIMITS.entries),
    language: either(language, own(input, 'language'), defaults.language),
  };
}

/** The settings as they are kept; the defaults where the storage fails or says nothing. */
export async function readSettings(where: Where = whereWeAre()): Promise<Settings> {
  try {
    return parseSettings(await load(where));
  } catch {
    // A broken storage must not keep a page from being read.
    return defaults;
  }
}

/** Are these the settings of a newer Rupor? */
export function isNewer(kept: unknown): boolean {
  const version = own(kept, 'v');
  return typeof version === 'number' && version > defaults.v;
}

/** What is kept was written by a newer Rupor, and is not to be lost. */
export class NewerSettings extends Error {
  override name = 'NewerSettings';
}

let writing: Promise<unknown> = Promise.resolve();

/**
 * Reads, changes and writes the settings, one change after another. What is chosen in a private window is kept in memory.
 * @param more further items to keep with them, all or nothing; not in private windows
 * @throws {NewerSettings} when what is kept is of a newer Rupor.
 * @throws when the storage fails. What is kept is then untouched.
 */
export function changeSettings(
  change: (settings: Settings) => Settings,
  where: Where = whereWeAre(),
  more: object = {},
): Promise<Settings> {
  const done = writing.then(() => alone(KEY, () => rewrite(change, where, more)));
  // The next change waits for this one but does not fail with it.
  writing = done.catch(() => undefined);
  return done;
}

/** Calls back with the new settings whenever any context of Rupor changes them. */
export function watchSettings(
  onChange: (settings: Settings) => void,
  signal: AbortSignal,
  where: Where = whereWeAre(),
): void {
  watchKept((kept) => onChange(parseSettings(kept)), signal, where);
}

/** Is Rupor switched off for this host, or everywhere? */
export function isOff(settings: Settings, host: string): boolean {
  const { enabled, sites, onSites, offSites, alwaysSites } = settings;
  if (!enabled || offSites.includes(host)) return true;
  return sites === 'chosen' && !onSites.includes(host) && !alwaysSites.includes(host);
}

/** The settings with Rupor switched on or off for this host, and nothing else changed. */
export function withSite(settings: Settings, host: string, isOn: boolean): Settings {
  const without = (sites: readonly string[]) => sites.filter((site) => site !== host);
  const offSites = isOn ? without(settings.offSites) : [...without(settings.offSites), host];
  const onSites =
    settings.sites === 'chosen' && isOn ? [...without(settings.onSites), host] : without(settings.onSites);
  return { ...settings, offSites, onSites };
}

/** Are marks paused at `now` (milliseconds since 1970)? */
export function isPaused(settings: Settings, now: number): boolean {
  return now < settings.pausedUntil;
}

async function rewrite(change: (settings: Settings) => Settings, where: Where, more: object): Promise<Settings> {
  const kept = await load(where);
  const version = own(kept, 'v');
  if (typeof version === 'number' && version > defaults.v)
    throw new NewerSettings('The settings are of a newer Rupor.');
  // Parsed once more, so that nothing is written that could not be read.
  const next = parseSettings(change(parseSettings(kept)));
  await save(where, next, more);
  return next;
}

function either<T>(schema: v.GenericSchema<unknown, T>, input: unknown, fallback: T): T {
  return parse(schema, input) ?? fallback;
}

const hosts = (input: unknown): string[] => [...new Set(list(host, input))];

function list<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T[] {
  const items = parse(listOf(v.unknown(), STORED_MAX), input) ?? [];
  return items.flatMap((item) => parse(schema, item) ?? []).slice(-LIST_MAX);
}
