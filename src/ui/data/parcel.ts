/** The file that a reader's choices travel in. Anybody may have written it: nothing is taken that is not known to the letter. */
import * as v from 'valibot';
import { version } from '../../../package.json';
import { KINDS, STANCES, STRICTNESSES } from '../../engine/types';
import { fieldOf } from '../../shared/field';
import { REPORTS_MAX } from '../../shared/kept-reports';
import { parseReport, type Report } from '../../shared/report';
import {
  defaults,
  exclusion,
  LIST_MAX,
  language,
  OWN_LIMITS,
  ownEntry,
  PALETTES,
  type Settings,
  STRENGTHS,
  STYLES,
  THEMES,
} from '../../shared/settings';
import { type Refusal, type Unpacked, whyNot } from './refusal';

/** A larger file is none of ours. Bytes. */
export const FILE_MAX = 2 * 1024 * 1024;
const PROGRAM = 'Rupor';
/** Of the file around the settings, which have a version of their own. */
const FORMAT = 1;
/** Settings are three deep, with the file around them five. */
const DEPTH_MAX = 8;

/** What of the settings travels: all but a pause. */
export type Choices = { readonly [K in keyof Omit<Settings, 'v' | 'pausedUntil'>]?: Settings[K] };

/** What a file holds; what it says nothing of stays with its reader as it is. */
export type Parcel = { readonly choices: Choices; readonly reports?: readonly Report[] };

type Entries = { readonly [K in keyof Choices]-?: v.GenericSchema<unknown, Settings[K]> };

const flag = v.boolean();
const flags = <K extends string>(names: readonly K[]) =>
  v.strictObject(Object.fromEntries(names.map((name) => [name, flag])) as { [N in K]: typeof flag });
const upTo = <T>(schema: v.GenericSchema<unknown, T>, max: number) => v.pipe(v.array(schema), v.maxLength(max));
/** As `hostOf` writes them. They become patterns of addresses: an asterisk would be every site. */
const host = v.pipe(v.string(), v.maxLength(253), v.regex(/^(?!www\.)([a-z0-9_-]+(\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/));
const hosts = upTo(host, LIST_MAX);

const entries: Entries = {
  enabled: flag,
  kinds: flags(KINDS),
  stances: flags(STANCES),
  strictness: v.picklist(STRICTNESSES),
  reach: v.picklist(['article', 'page']),
  links: flag,
  look: v.strictObject({
    style: v.picklist(STYLES),
    strength: v.picklist(STRENGTHS),
    palette: v.picklist(PALETTES),
    theme: v.picklist(THEMES),
    ticks: flag,
    hover: flag,
  }),
  sites: v.picklist(['all', 'chosen']),
  onSites: hosts,
  offSites: hosts,
  alwaysSites: hosts,
  exclusions: upTo(exclusion, LIST_MAX),
  own: upTo(ownEntry, OWN_LIMITS.entries),
  language,
};

/** All of them may be missing; a version may not. */
const CHOSEN = Object.keys(entries) as [keyof Entries];

const report = v.pipe(
  v.unknown(),
  v.rawTransform(({ dataset, addIssue, NEVER }): Report => {
    const parsed = parseReport(dataset.value);
    if (!parsed) addIssue({ message: 'no report' });
    return parsed ?? NEVER;
  }),
);

const file = v.strictObject({
  program: v.literal(PROGRAM),
  format: v.literal(FORMAT),
  version: v.pipe(v.string(), v.maxLength(40)),
  saved: v.pipe(v.string(), v.isoTimestamp()),
  settings: v.partial(v.strictObject({ v: v.pipe(v.number(), v.integer(), v.minValue(1)), ...entries }), CHOSEN),
  reports: v.exactOptional(upTo(report, REPORTS_MAX)),
});

/** A file of all that the reader has chosen, and of the reports where they are to travel. @param now milliseconds since 1970 */
export function packUp(settings: Settings, reports: readonly Report[] | undefined, now: number) {
  const { pausedUntil: _, ...choices } = settings;
  const saved = new Date(now).toISOString();
  const content = { program: PROGRAM, format: FORMAT, version, saved, settings: choices, ...(reports && { reports }) };
  return { name: `rupor-${dayOf(now)}.json`, text: `${JSON.stringify(content, null, 2)}\n` };
}

/** What a file holds, or why it is refused. Never throws. */
export function unpack(text: string): Unpacked<Parcel> {
  if (new Blob([text]).size > FILE_MAX) return { refused: { why: 'large' } };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (problem) {
    return { refused: whereNotJson(problem, text) };
  }
  if (fieldOf(content, 'program') !== PROGRAM) return { refused: { why: 'foreign' } };
  if (isAbove(fieldOf(content, 'format'), FORMAT) || isAbove(fieldOf(fieldOf(content, 'settings'), 'v'), defaults.v))
    return { refused: { why: 'newer' } };
  const trap = trapIn(content, '', 0);
  if (trap !== undefined) return { refused: { why: 'unknown', path: trap } };
  const read = v.safeParse(file, content, { abortEarly: true });
  if (!read.success) return { refused: whyNot(read.issues[0]) };
  const { v: _, ...choices } = read.output.settings;
  const { reports } = read.output;
  return { taken: { choices: choices as Choices, ...(reports && { reports }) } };
}

/** The day where the reader is, as `2026-11-23`. */
function dayOf(at: number): string {
  const day = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

const isAbove = (value: unknown, known: number): boolean => typeof value === 'number' && value > known;

/** Each browser says in words of its own where the text breaks off: by line and column, by position, or not at all. */
function whereNotJson(problem: unknown, text: string): Refusal {
  const [, line, column] = /line (\d+) column (\d+)/.exec(String(problem)) ?? [];
  if (line && column) return { why: 'not-json', at: { line: Number(line), column: Number(column) } };
  const [, position] = /at position (\d+)/.exec(String(problem)) ?? [];
  if (!position) return { why: 'not-json' };
  const before = text.slice(0, Number(position)).split('\n');
  return { why: 'not-json', at: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } };
}

const TRAPS = ['__proto__', 'constructor', 'prototype'];

/** The place of a name that would reach into the objects of a program, or of a depth that no file of ours has. */
function trapIn(value: unknown, path: string, depth: number): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth > DEPTH_MAX) return path;
  for (const [key, inner] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    const trap = TRAPS.includes(key) ? place : trapIn(inner, place, depth + 1);
    if (trap !== undefined) return trap;
  }
  return undefined;
}
