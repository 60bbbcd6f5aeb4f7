/** What a reader decided about a site, and the settings with it. */
import type { Settings } from '../../shared/settings';

export const DECISIONS = ['off', 'on', 'always'] as const;
export type Decision = (typeof DECISIONS)[number];

export type SiteRow = { readonly host: string; readonly decision: Decision };

/** Every site with a decision, by name. One that is off stays so whatever else is said of it, as in `isOff`. */
export function decisionsOf({ onSites, offSites, alwaysSites }: Settings): readonly SiteRow[] {
  const decisions = new Map<string, Decision>();
  for (const host of onSites) decisions.set(host, 'on');
  for (const host of alwaysSites) decisions.set(host, 'always');
  for (const host of offSites) decisions.set(host, 'off');
  return [...decisions].map(([host, decision]) => ({ host, decision })).sort((a, b) => (a.host < b.host ? -1 : 1));
}

/** The settings with this decision about the site in place of any other; without one, nothing is decided. */
export function withDecision(settings: Settings, host: string, decision: Decision | undefined): Settings {
  const list = (sites: readonly string[], own: Decision): readonly string[] => {
    const others = sites.filter((site) => site !== host);
    return own === decision ? [...others, host] : others;
  };
  return {
    ...settings,
    onSites: list(settings.onSites, 'on'),
    offSites: list(settings.offSites, 'off'),
    alwaysSites: list(settings.alwaysSites, 'always'),
  };
}
