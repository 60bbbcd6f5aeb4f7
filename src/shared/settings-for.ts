/**
 * Of the reader's choices what the scripts of one site's pages need. They run where a page that was taken over could speak
 * for them, so nothing here tells of another site, or of when something was chosen.
 */
import { KINDS, LANGS, STRICTNESSES } from '../engine/types';
import { fieldOf } from './field';
import { UI_LANGUAGES, type UiLanguage } from './i18n';
import {
  defaults,
  type Exclusion,
  isOff,
  type Look,
  type OwnEntry,
  PALETTES,
  type Settings,
  STRENGTHS,
  STYLES,
} from './settings';

const SITES = ['off', 'look', 'always'] as const;
const REACHES = ['article', 'page'] as const;
const LANGUAGES = ['auto', ...(Object.keys(UI_LANGUAGES) as UiLanguage[])] as const;

/** An entry that is not marked on this site; with a `place`, not in that place. */
export type Hidden = { readonly entry: string; readonly place?: string };

/** An entry of the reader's own, as far as a page needs it. */
export type SiteEntry = Omit<OwnEntry, 'at'>;

type Common = 'pausedUntil' | 'kinds' | 'stances' | 'strictness' | 'reach' | 'links' | 'language';

/** What a page's scripts go by. */
export type SiteSettings = Pick<Settings, Common> & {
  /** Is this site not read at all, read where it is news, or read whatever it looks like? */
  readonly site: (typeof SITES)[number];
  readonly look: Omit<Look, 'theme'>;
  readonly hidden: readonly Hidden[];
  readonly own: readonly SiteEntry[];
};

/** @param host as `hostOf` says it */
export function settingsFor(settings: Settings, host: string): SiteSettings {
  const { pausedUntil, kinds, stances, strictness, reach, links, language, alwaysSites } = settings;
  const { theme: _, ...look } = settings.look;
  const common = { pausedUntil, kinds, stances, strictness, reach, links, language, look };
  // What is not read needs no entries.
  if (isOff(settings, host)) return { ...common, site: 'off', hidden: [], own: [] };
  return {
    ...common,
    site: alwaysSites.includes(host) ? 'always' : 'look',
    hidden: settings.exclusions.filter((one) => one.scope === 'anywhere' || one.host === host).map(hiddenBy),
    own: settings.own.map(({ at: _, ...entry }) => entry),
  };
}

const hiddenBy = (exclusion: Exclusion): Hidden =>
  exclusion.scope === 'here' ? { entry: exclusion.entry, place: exclusion.place } : { entry: exclusion.entry };

/**
 * What a page's script takes for its settings, from anything: never throws, without a schema, which would be weight in a
 * page. A site of which nothing was said is left alone: it may be one that the reader has switched off.
 */
export function parseSiteSettings(said: unknown): SiteSettings {
  const { kinds, stances, strictness, reach, links, language, look } = defaults;
  const of = (field: keyof SiteSettings): unknown => fieldOf(said, field);
  const lookOf = (field: keyof Look): unknown => fieldOf(of('look'), field);
  const pausedUntil = of('pausedUntil');
  return {
    site: oneOf(SITES, of('site'), 'off'),
    pausedUntil: typeof pausedUntil === 'number' && Number.isFinite(pausedUntil) ? pausedUntil : 0,
    kinds: flags(kinds, of('kinds')),
    stances: flags(stances, of('stances')),
    strictness: oneOf(STRICTNESSES, of('strictness'), strictness),
    reach: oneOf(REACHES, of('reach'), reach),
    links: flag(links, of('links')),
    language: oneOf(LANGUAGES, of('language'), language),
    look: {
      style: oneOf(STYLES, lookOf('style'), look.style),
      strength: oneOf(STRENGTHS, lookOf('strength'), look.strength),
      palette: oneOf(PALETTES, lookOf('palette'), look.palette),
      ticks: flag(look.ticks, lookOf('ticks')),
      hover: flag(look.hover, lookOf('hover')),
    },
    hidden: listOf(of('hidden'), hiddenIn),
    own: listOf(of('own'), ownIn),
  };
}

function hiddenIn(said: unknown): Hidden | undefined {
  const entry = textIn(fieldOf(said, 'entry'));
  const place = textIn(fieldOf(said, 'place'));
  return entry === undefined ? undefined : { entry, ...(place !== undefined && { place }) };
}

function ownIn(said: unknown): SiteEntry | undefined {
  const id = textIn(fieldOf(said, 'id'));
  const name = textIn(fieldOf(said, 'name'));
  const kind = KINDS.find((one) => one === fieldOf(said, 'kind'));
  if (id === undefined || name === undefined || !kind) return undefined;
  const langs = listOf(fieldOf(said, 'langs'), (said) => LANGS.find((one) => one === said));
  return { id, name, kind, langs, forms: listOf(fieldOf(said, 'forms'), textIn) };
}

const textIn = (said: unknown): string | undefined => (typeof said === 'string' ? said : undefined);
const flag = (otherwise: boolean, said: unknown): boolean => (typeof said === 'boolean' ? said : otherwise);
const oneOf = <T>(known: readonly T[], said: unknown, otherwise: T): T =>
  known.find((one) => one === said) ?? otherwise;

function flags<K extends string>(otherwise: Readonly<Record<K, boolean>>, said: unknown): Readonly<Record<K, boolean>> {
  const known = Object.entries(otherwise) as [K, boolean][];
  return Object.fromEntries(known.map(([key, usual]) => [key, flag(usual, fieldOf(said, key))])) as Record<K, boolean>;
}

const listOf = <T>(said: unknown, parse: (item: unknown) => T | undefined): T[] =>
  Array.isArray(said) ? said.map(parse).filter((item) => item !== undefined) : [];
