/** What a reader chooses to tell us about a wrong mark: shape, limits, parse, text. Rupor itself sends nothing. */
import * as v from 'valibot';
import { bugs } from '../../package.json';
import { KINDS, LANGS, STANCES } from '../engine/types';
import { textIn, type UiLanguage } from './i18n';

export const REASONS = ['meaning', 'refuted', 'namesake', 'history', 'not-kremlin', 'other'] as const;
/** Why the reader thinks the mark is wrong. */
export type Reason = (typeof REASONS)[number];

/** Longest marked words, in UTF-16 units. */
export const QUOTE_MAX = 300;
/** Longest stretch of the sentence around the mark, before and after together, in UTF-16 units. */
export const CONTEXT_MAX = 240;
/** Longest note, in UTF-16 units. */
export const NOTE_MAX = 500;
/** Longest text to be sent, in UTF-16 units: all the parts at their longest fit into it. */
export const TEXT_MAX = 2000;
/** GitHub and the mail programs cut or refuse longer addresses; a Ukrainian letter takes six characters of it. */
const URL_MAX = 8000;

const short = v.pipe(v.string(), v.maxLength(200));

const schema = v.object({
  v: v.literal(1),
  /** Random; names the report in the list of kept ones. */
  id: v.pipe(v.string(), v.uuid()),
  /** Milliseconds since 1970. */
  at: v.pipe(v.number(), v.finite(), v.minValue(0)),
  kind: v.picklist(KINDS),
  stance: v.picklist(STANCES),
  role: short,
  /** Lexicon entry id. */
  entry: short,
  title: short,
  lang: v.picklist(LANGS),
  reason: v.picklist(REASONS),
  before: v.pipe(v.string(), v.maxLength(CONTEXT_MAX)),
  mark: v.pipe(v.string(), v.nonEmpty(), v.maxLength(QUOTE_MAX)),
  after: v.pipe(v.string(), v.maxLength(CONTEXT_MAX)),
  note: v.pipe(v.string(), v.maxLength(NOTE_MAX)),
  /** A hash over host, entry and sentence: tells whether this place was reported already. */
  place: short,
  /** As precise as the reader allowed: nothing, a host, or an address without query. */
  page: v.variant('precision', [
    v.object({ precision: v.literal('none') }),
    v.object({ precision: v.literal('host'), host: v.pipe(v.string(), v.maxLength(253)) }),
    v.object({ precision: v.literal('full'), address: v.pipe(v.string(), v.maxLength(600)) }),
  ]),
  /** Versions of Rupor and of its lexicon. */
  rupor: short,
  lexicon: short,
  /** The text as the reader left it, where it differs from the one that the choices make. */
  edited: v.optional(v.pipe(v.string(), v.maxLength(TEXT_MAX))),
});

type Writable = v.InferOutput<typeof schema>;
export type Report = { readonly [K in keyof Writable]: Writable[K] };

/** A report from anything; undefined where it is none. Never throws. */
export function parseReport(input: unknown): Report | undefined {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : undefined;
}

/** Exactly what is shown and sent, unless the reader edits it. One `name: value` a line, in the given language. */
export function reportText(report: Report, language: UiLanguage): string {
  const line = textIn.bind(undefined, language);
  const lines = [
    line('line_versions', report.rupor, report.lexicon),
    line('line_mark', line(`kind_${report.kind}`).toLowerCase(), report.entry),
    line('line_stance', line(`stance_${report.stance}`)),
    line('line_reason', line(`short_${report.reason}`)),
  ];
  if (report.note.trim() !== '') lines.push(line('line_note', oneLine(report.note)));
  if (report.page.precision === 'host') lines.push(line('line_host', report.page.host));
  if (report.page.precision === 'full') lines.push(line('line_page', report.page.address));
  lines.push(line('line_excerpt', oneLine(report.before + report.mark + report.after)));
  return lines.join('\n');
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

/** The address of a draft issue with this text; undefined where the text is too long for an address. */
export function issueUrl(text: string, title: string): string | undefined {
  return fitting(`${bugs}/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(text)}`);
}

/** The address of a letter with this text, to nobody yet; undefined where the text is too long for an address. */
export function mailUrl(text: string, title: string): string | undefined {
  // A mail address separates lines with CR LF (RFC 6068).
  const body = text.replace(/\n/g, '\r\n');
  return fitting(`mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`);
}

function fitting(url: string): string | undefined {
  return url.length <= URL_MAX ? url : undefined;
}

/** A value must not begin a new line, or it could pass for another field. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Drops a half of a surrogate pair that a cut left at an end: it cannot be encoded in an address. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}
