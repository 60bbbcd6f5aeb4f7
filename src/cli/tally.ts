/** How much was read and marked: what the last line says, and what `--fail-on` goes by. */
import { InvalidArgumentError } from 'commander';
import { KINDS, type Kind, STANCES, type Stance } from '../engine/types';

export type Tally = {
  /** Texts, pages and records. */
  readonly texts: number;
  /** Of them with a mark. */
  readonly marked: number;
  /** Marks by kind and stance, as `framing adopted`. */
  readonly marks: Readonly<Record<string, number>>;
};

export const NOTHING: Tally = { texts: 0, marked: 0, marks: {} };

/** Both together. */
export function sum(a: Tally, b: Tally): Tally {
  const marks: Record<string, number> = { ...a.marks };
  for (const [key, count] of Object.entries(b.marks)) marks[key] = (marks[key] ?? 0) + count;
  return { texts: a.texts + b.texts, marked: a.marked + b.marked, marks };
}

/** One text and its marks. */
export function tallyOf(spans: readonly { readonly kind: Kind; readonly stance: Stance }[]): Tally {
  const marks: Record<string, number> = {};
  for (const { kind, stance } of spans) marks[keyOf(kind, stance)] = (marks[keyOf(kind, stance)] ?? 0) + 1;
  return { texts: 1, marked: spans.length > 0 ? 1 : 0, marks };
}

/** Marks of a kind and a stance. */
export const countOf = ({ marks }: Tally, kind: Kind, stance: Stance): number => marks[keyOf(kind, stance)] ?? 0;

const keyOf = (kind: Kind, stance: Stance): string => `${kind} ${stance}`;

/** Marks that make the command fail. */
export type Limit = { readonly stances: readonly Stance[]; readonly kinds: readonly Kind[] };

/** What each word lets fail: `reported` also what the text says in its own voice. */
const LIMITS: Readonly<Record<string, readonly Stance[]>> = {
  adopted: ['adopted'],
  reported: ['adopted', 'reported'],
  any: STANCES,
};

/** Reads `adopted`, `reported` or `any`, with a kind after a colon or without. */
export function limitOf(text: string): Limit {
  const [word = '', kind, ...rest] = text.split(':');
  const stances = Object.hasOwn(LIMITS, word) ? LIMITS[word] : undefined;
  const kinds = kind === undefined ? KINDS : KINDS.filter((known) => known === kind);
  if (stances && kinds.length > 0 && rest.length === 0) return { stances, kinds };
  throw new InvalidArgumentError(`Write adopted, reported or any, or one of them and a kind: adopted:${KINDS[2]}.`);
}

/** Is there a mark that the limit names? */
export function isBeyond(tally: Tally, { stances, kinds }: Limit): boolean {
  return kinds.some((kind) => stances.some((stance) => countOf(tally, kind, stance) > 0));
}
