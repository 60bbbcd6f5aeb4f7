/** Reader's choices: shape, defaults, parse, read, write, watch. Kept in storage.local under one key. */
import * as v from 'valibot';
import { type Kind, STRICTNESSES, type Strictness } from '../engine/types';
import { browser, type Storage } from './browser';

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

export type Settings = {
  readonly v: 1;
  /** Everywhere on or off. */
  readonly enabled: boolean;
  /** Milliseconds since 1970 until which marks are paused; 0 when not. */
  readonly pausedUntil: number;
  readonly kinds: { readonly [K in Kind]: boolean };
  /** How well founded a mark must be. */
  readonly strictness: Strictness;
  /** Hosts where Rupor is off, lower case, without `www.`. */
  readonly offSites: readonly string[];
  /** Hosts that are always read, even where a page does not look like news. */
  readonly alwaysSites: readonly string[];
  readonly exclusions: readonly Exclusion[];
  readonly language: 'auto' | 'uk' | 'en';
};

/** What a reader has before the first choice, and what stands in for a field that cannot be read. */
export const defaults: Settings = {
  v: 1,
  enabled: true,
  pausedUntil: 0,
  kinds: { 'state-media': true, official: true, framing: true },
  strictness: 'normal',
  offSites: [],
  alwaysSites: [],
  exclusions: [],
  language: 'auto',
};

const KEY = 'settings';
/** A list longer than this was not made by hand; the newest are kept. */
const LIST_MAX = 2000;
/** The longest host name there is. */
const HOST_MAX = 253;
/** Ids and titles of the lexicon are far shorter; a longer one is not ours. */
const TEXT_MAX = 200;
/** A storage that has not answered by now is taken for broken. */
const STORAGE_MS = 2000;

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(TEXT_MAX));
const host = v.pipe(v.string(), v.toLowerCase(), v.nonEmpty(), v.maxLength(HOST_MAX));
const time = v.pipe(v.number(), v.finite(), v.minValue(0));
const exclusion = v.variant('scope', [
  v.object({ scope: v.literal('here'), entry: text, title: text, host, place: text, at: time }),
  v.object({ scope: v.literal('site'), entry: text, title: text, host, at: time }),
  v.object({ scope: v.literal('anywhere'), entry: text, title: text, at: time }),
]);
const flag = v.boolean();
const strictness = v.picklist(STRICTNESSES);
const language = v.picklist(['auto', 'uk', 'en']);

/** Settings from anything: never throws; a field (or an item of a list) that cannot be read comes out as its default. */
export function parseSettings(input: unknown): Settings {
  const kinds = own(input, 'kinds');
  return {
    v: 1,
    enabled: either(flag, own(input, 'enabled'), defaults.enabled),
    pausedUntil: either(time, own(input, 'pausedUntil'), defaults.pausedUntil),
    kinds: {
      'state-media': either(flag, own(kinds, 'state-media'), true),
      official: either(flag, own(kinds, 'official'), true),
      framing: either(flag, own(kinds, 'framing'), true),
    },
    strictness: either(strictness, own(input, 'strictness'), defaults.strictness),
    offSites: [...new Set(list(host, own(input, 'offSites')))],
    alwaysSites: [...new Set(list(host, own(input, 'alwaysSites')))],
    exclusions: list(exclusion, own(input, 'exclusions')),
    language: either(language, own(input, 'language'), defaults.language),
  };
}

/** The settings as they are kept; the defaults where the storage fails or says nothing. */
export async function readSettings(): Promise<Settings> {
  try {
    return parseSettings(await load());
  } catch {
    // A broken storage must not keep a page from being read.
    return defaults;
  }
}

let writing: Promise<unknown> = Promise.resolve();

/**
 * Reads, changes and writes the settings, one change after another.
 * @throws when the storage fails or holds the settings of a newer Rupor; what is kept is then untouched.
 */
export function changeSettings(change: (settings: Settings) => Settings): Promise<Settings> {
  const done = writing.then(() => alone(() => rewrite(change)));
  // The next change waits for this one but does not fail with it.
  writing = done.catch(() => undefined);
  return done;
}

/** Calls back with the new settings whenever any context of Rupor changes them. */
export function watchSettings(onChange: (settings: Settings) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const listener = (changes: Record<string, Storage.StorageChange>, area: string): void => {
    if (area === 'local' && Object.hasOwn(changes, KEY)) onChange(parseSettings(changes[KEY]?.newValue));
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}

/** Is Rupor switched off for this host, or everywhere? */
export function isOff(settings: Settings, host: string): boolean {
  return !settings.enabled || settings.offSites.includes(host);
}

/** Are marks paused at `now` (milliseconds since 1970)? */
export function isPaused(settings: Settings, now: number): boolean {
  return now < settings.pausedUntil;
}

async function rewrite(change: (settings: Settings) => Settings): Promise<Settings> {
  const kept = await load();
  const version = own(kept, 'v');
  if (typeof version === 'number' && version > defaults.v) throw new Error('The settings are of a newer Rupor.');
  // Parsed once more, so that nothing is written that could not be read.
  const next = parseSettings(change(parseSettings(kept)));
  await inTime(browser.storage.local.set({ [KEY]: next }));
  return next;
}

/**
 * Lets no other window of Rupor write in between. Only extension pages share an origin that is ours: on a web page
 * the lock would be the page's to hold for ever, so a content script goes without.
 */
function alone<T>(work: () => Promise<T>): Promise<T> {
  const ours = globalThis.location?.protocol.endsWith('-extension:') ?? false;
  return ours && globalThis.navigator?.locks ? navigator.locks.request(`rupor-${KEY}`, work) : work();
}

async function load(): Promise<unknown> {
  return own(await inTime(browser.storage.local.get(KEY)), KEY);
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The storage does not answer.')), STORAGE_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** A field of the object itself: what a prototype lends does not count. */
function own(input: unknown, field: string): unknown {
  if (typeof input !== 'object' || input === null || !Object.hasOwn(input, field)) return undefined;
  return (input as Record<string, unknown>)[field];
}

function either<T>(schema: v.GenericSchema<unknown, T>, input: unknown, fallback: T): T {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : fallback;
}

function list<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T[] {
  if (!Array.isArray(input)) return [];
  return input
    .flatMap((item) => {
      const result = v.safeParse(schema, item);
      return result.success ? [result.output] : [];
    })
    .slice(-LIST_MAX);
}
