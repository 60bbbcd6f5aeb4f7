/** What a reader chooses to tell us of a wrong mark or a missed passage: shape, limits, parse. Rupor itself sends nothing. */
import * as v from 'valibot';
import { KINDS, LANGS, STANCES } from '../engine/types';
import { fieldOf } from './field';
import { listOf, moment, parse } from './parse';
import { CONTEXT_MAX, QUOTE_MAX } from './report-limits';

export const REASONS = ['meaning', 'refuted', 'namesake', 'history', 'not-kremlin', 'other'] as const;
/** Why the reader thinks the mark is wrong. */
export type Reason = (typeof REASONS)[number];

/** What a reader may do with a report: keep it, open a draft issue, write a letter, copy it, save it as a file. */
export const ACTS = ['kept', 'issue', 'mail', 'copy', 'file'] as const;
export type Act = (typeof ACTS)[number];

/** Longest note, in UTF-16 units. */
export const NOTE_MAX = 500;
/** Longest address of a page, in UTF-16 units. */
export const ADDRESS_MAX = 600;
/** Longest text to be sent, in UTF-16 units: all the parts at their longest fit into it. */
export const TEXT_MAX = 2000;

const VERSION = 2;
const short = v.pipe(v.string(), v.maxLength(200));
const upTo = (length: number) => v.pipe(v.string(), v.maxLength(length));

const common = {
  v: v.literal(VERSION),
  /** Random; names the report in the list of kept ones. */
  id: v.pipe(v.string(), v.uuid()),
  /** Milliseconds since 1970. */
  at: moment,
  lang: v.picklist(LANGS),
  before: upTo(CONTEXT_MAX),
  /** The words that are marked, or that the reader selected. */
  mark: v.pipe(v.string(), v.nonEmpty(), v.maxLength(QUOTE_MAX)),
  after: upTo(CONTEXT_MAX),
  note: upTo(NOTE_MAX),
  /** As precise as the reader allowed: nothing, a host, or an address without query. */
  page: v.variant('precision', [
    v.object({ precision: v.literal('none') }),
    v.object({ precision: v.literal('host'), host: upTo(253) }),
    v.object({ precision: v.literal('full'), address: upTo(ADDRESS_MAX) }),
  ]),
  /** Versions of Rupor and of its lexicon. */
  rupor: short,
  lexicon: short,
  /** The text as the reader left it, where it differs from the one that the choices make. */
  edited: v.optional(upTo(TEXT_MAX)),
  /** What was done with it, each once, in this order. */
  done: v.optional(v.pipe(listOf(v.picklist(ACTS), ACTS.length), v.readonly()), []),
};

const wrong = v.object({
  ...common,
  what: v.literal('wrong'),
  kind: v.picklist(KINDS),
  stance: v.picklist(STANCES),
  role: short,
  /** Lexicon entry id. */
  entry: short,
  title: short,
  reason: v.picklist(REASONS),
  /** A hash over host, entry and sentence: tells whether this place was reported already. It stays in the browser. */
  place: v.optional(short, ''),
});

const missed = v.object({
  ...common,
  what: v.literal('missed'),
  /** What the reader takes it for, where the reader says so. */
  kind: v.optional(v.picklist(KINDS)),
});

/** A report of any version, as the present one. */
export const reportSchema = v.pipe(v.unknown(), v.transform(migrate), v.variant('what', [wrong, missed]));

type Frozen<T> = { readonly [K in keyof T]: T[K] };
export type WrongMark = Frozen<v.InferOutput<typeof wrong>>;
export type MissedPassage = Frozen<v.InferOutput<typeof missed>>;
export type Report = WrongMark | MissedPassage;

/** A report from anything; undefined where it is none. Never throws. */
export function parseReport(input: unknown): Report | undefined {
  return parse(reportSchema, input);
}

/** Is it a report of a newer Rupor? */
export function isNewer(kept: unknown): boolean {
  const version = fieldOf(kept, 'v');
  return typeof version === 'number' && version > VERSION;
}

/** The first version knew wrong marks only, and not what was done with them. */
function migrate(input: unknown): unknown {
  const isFirst = typeof input === 'object' && input !== null && 'v' in input && input.v === 1;
  return isFirst ? { ...input, v: VERSION, what: 'wrong', done: ['kept'] } : input;
}

/** The sentence of a report, on one line; the passage that was missed stands in brackets. */
export function sentenceOf({ what, before, mark, after }: Report): string {
  return oneLine(what === 'missed' ? `${before}[[${mark}]]${after}` : before + mark + after);
}

/** Would a second report of this tell nothing new? */
export function isSame(one: Report, other: Report): boolean {
  if (one.what === 'wrong' && other.what === 'wrong')
    return one.entry === other.entry && one.place !== '' && one.place === other.place;
  return one.what === other.what && sentenceOf(one) === sentenceOf(other);
}

/**
 * A report as it leaves the browser in a file: beside the very text only what that text says, so that what a reader has
 * taken out of the text is not in the file either.
 */
export function forFile(report: Report, text: string) {
  const { before, mark, after, note, page, done: _done, edited: _edited, ...rest } = report;
  const says = (part: string): boolean => text.includes(oneLine(part));
  const known = page.precision === 'host' ? page.host : page.precision === 'full' ? page.address : '';
  return {
    ...rest,
    ...(text.includes(sentenceOf(report))
      ? { before, mark, after }
      : { before: '', mark: says(mark) ? mark : '…', after: '' }),
    note: says(note) ? note : '',
    page: says(known) ? page : ({ precision: 'none' } as const),
    ...(report.what === 'wrong' ? { place: '' } : {}),
    text,
  };
}

/** Cuts the sentence around a mark to the limits, at the ends that are far from the mark. */
export function excerpt(parts: { readonly before: string; readonly mark: string; readonly after: string }) {
  const half = CONTEXT_MAX / 2;
  const room = {
    before: Math.max(half, CONTEXT_MAX - parts.after.length),
    after: Math.max(half, CONTEXT_MAX - parts.before.length),
  };
  return {
    before: parts.before.length > room.before ? `…${whole(parts.before.slice(1 - room.before))}` : parts.before,
    mark: parts.mark.length > QUOTE_MAX ? `${whole(parts.mark.slice(0, QUOTE_MAX - 1))}…` : parts.mark,
    after: parts.after.length > room.after ? `${whole(parts.after.slice(0, room.after - 1))}…` : parts.after,
  };
}

/** On one line: a value must not begin a new one, or it could pass for another field. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Drops a half of a surrogate pair that a cut left at an end: it cannot be encoded in an address. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}
