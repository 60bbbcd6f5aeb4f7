/** What a file would change of what is kept, and the taking over of it. */
import { exclusionOf } from '../../shared/exclusions';
import { alone } from '../../shared/kept';
import { keptReports, REPORTS_KEY, REPORTS_MAX, withNewer } from '../../shared/kept-reports';
import type { Report } from '../../shared/report';
import { changeSettings, defaults, type OwnEntry, parseSettings, type Settings } from '../../shared/settings';
import { CHOICES } from './choices';
import type { Choices, Parcel } from './parcel';

/** All that a reader has here: what a file is compared with, and what an undo brings back. */
export type Holdings = { readonly settings: Settings; readonly reports: readonly Report[] };

/** `replace`: as in the file, where it says something. `add`: choices stay, the entries of lists come to the others. */
export type Manner = 'replace' | 'add';

export const PARTS = ['sites', 'exclusions', 'own', 'reports'] as const;
/** How many entries a part has before and after, and how many of these are new or gone. */
export type PartChange = {
  readonly part: (typeof PARTS)[number];
  readonly before: number;
  readonly after: number;
  readonly added: number;
  readonly removed: number;
};

/** A choice that would be another, in the reader's words. */
export type ChoiceChange = { readonly name: string; readonly before: string; readonly after: string };

export type Changes = { readonly parts: readonly PartChange[]; readonly choices: readonly ChoiceChange[] };

/** What there would be with the file taken over. */
export function combine(mine: Holdings, file: Parcel, manner: Manner): Holdings {
  const isAdding = manner === 'add';
  const { settings } = mine;
  const next = { ...settings, ...(isAdding ? joined(settings, file.choices) : file.choices) };
  const reports = isAdding ? join(mine.reports, file.reports, byId) : (file.reports ?? mine.reports);
  // Read once more: what is shown before is then exactly what is kept after.
  return {
    settings: parseSettings({ ...next, own: join([], next.own, byId) }),
    reports: reports.slice(-REPORTS_MAX),
  };
}

/** What differs between two holdings; nothing where they are the same. */
export function changes(before: Holdings, after: Holdings): Changes {
  const was = partsOf(before);
  const will = partsOf(after);
  const parts = PARTS.map((part) => {
    const [old, next] = [new Set(was[part]), new Set(will[part])];
    return { part, before: old.size, after: next.size, added: missing(next, old), removed: missing(old, next) };
  });
  const choices = CHOICES.map(({ name, value }) => ({
    name: name(),
    before: value(before.settings),
    after: value(after.settings),
  }));
  return {
    parts: parts.filter(({ added, removed }) => added + removed > 0),
    choices: choices.filter((one) => one.before !== one.after),
  };
}

/** As after an installation; reports stay, as they are the reader's own texts. */
export const emptied = ({ reports }: Holdings): Holdings => ({ settings: defaults, reports });

/**
 * Keeps what `change` makes of all that is kept, in one act.
 * @returns what was kept before
 * @throws when it cannot be kept; nothing is changed then.
 */
export function hold(change: (kept: Holdings) => Holdings): Promise<Holdings> {
  return alone(REPORTS_KEY, async () => {
    const reports = await keptReports();
    let before: Holdings = { settings: defaults, reports };
    const next = await withNewer(change(before).reports);
    await changeSettings(
      (settings) => {
        before = { settings, reports };
        // A pause is of the hour, not a choice: it goes on.
        return { ...change(before).settings, pausedUntil: settings.pausedUntil };
      },
      'disk',
      { [REPORTS_KEY]: next },
    );
    return before;
  });
}

const byId = ({ id }: { readonly id: string }): string => id;
const SITES = ['onSites', 'offSites', 'alwaysSites'] as const;

/** The lists of both; of a site that the reader has decided on, the reader's own decision stays. */
function joined(mine: Settings, theirs: Choices): Partial<Settings> {
  const known = SITES.flatMap((list) => mine[list]);
  const sites = (list: (typeof SITES)[number]) => [
    ...mine[list],
    ...(theirs[list] ?? []).filter((host) => !known.includes(host)),
  ];
  // Two computers give the same entry names of their own: it is the same by what it looks for.
  const ours = new Set(mine.own.map(contentOf));
  return {
    onSites: sites('onSites'),
    offSites: sites('offSites'),
    alwaysSites: sites('alwaysSites'),
    exclusions: join(mine.exclusions, theirs.exclusions, exclusionOf),
    own: join(
      mine.own,
      theirs.own?.filter((entry) => !ours.has(contentOf(entry))),
      byId,
    ),
  };
}

/** The second list's entries after the first's, each once. */
function join<T>(mine: readonly T[], theirs: readonly T[] = [], keyOf: (entry: T) => string): T[] {
  const entries = new Map<string, T>();
  for (const entry of [...mine, ...theirs]) if (!entries.has(keyOf(entry))) entries.set(keyOf(entry), entry);
  return [...entries.values()];
}

function partsOf({ settings, reports }: Holdings): Record<(typeof PARTS)[number], string[]> {
  return {
    sites: SITES.flatMap((list) => settings[list].map((host) => `${list} ${host}`)),
    exclusions: settings.exclusions.map(exclusionOf),
    own: settings.own.map((entry) => `${entry.id} ${contentOf(entry)}`),
    reports: reports.map((report) => JSON.stringify(report)),
  };
}

const missing = (of: ReadonlySet<string>, from: ReadonlySet<string>): number =>
  [...of].filter((key) => !from.has(key)).length;

/** What an own entry looks for, whatever it is called by. */
const contentOf = ({ name, kind, langs, forms }: OwnEntry): string => JSON.stringify([name, kind, langs, forms]);
