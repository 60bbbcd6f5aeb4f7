/**
 * What the reader's choices say of one site, read without a schema: the first script is in every page and has no room
 * for one. What cannot be read says nothing, as in `parseSettings`.
 */

/** `look`: read it if it is news. `until` in milliseconds since 1970. */
export type Choice = { readonly is: 'off' | 'always' | 'look' } | { readonly is: 'paused'; readonly until: number };

/**
 * @param kept what the storage holds as settings
 * @param host as `hostOf` says it
 * @param now milliseconds since 1970
 */
export function choiceFor(kept: unknown, host: string, now: number): Choice {
  const { enabled, pausedUntil, sites, onSites, offSites, alwaysSites } = own(kept);
  const isChosen = sites !== 'chosen' || lists(onSites, host) || lists(alwaysSites, host);
  if (enabled === false || lists(offSites, host) || !isChosen) return { is: 'off' };
  if (typeof pausedUntil === 'number' && Number.isFinite(pausedUntil) && now < pausedUntil)
    return { is: 'paused', until: pausedUntil };
  return { is: lists(alwaysSites, host) ? 'always' : 'look' };
}

type Kept = { readonly [K in 'enabled' | 'pausedUntil' | 'sites' | 'onSites' | 'offSites' | 'alwaysSites']?: unknown };

function own(kept: unknown): Kept {
  return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}

const lists = (sites: unknown, host: string): boolean =>
  Array.isArray(sites) && sites.some((site) => typeof site === 'string' && site.toLowerCase() === host);
