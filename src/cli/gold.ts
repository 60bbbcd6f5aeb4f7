import * as v from 'valibot';
import { KINDS, STANCES } from '../engine/types';
import type { Input } from './input';
import { atLine, readRecords, type Shape } from './ndjson';
import { type Placed, storyPassages } from './passages';
import { EXIT, Refusal, type Terminal } from './terminal';

const OFFSET = v.pipe(v.number(), v.integer(), v.minValue(0));
const SPAN = v.object({
  start: OFFSET,
  end: OFFSET,
  text: v.optional(v.string()),
  kind: v.picklist(KINDS),
  role: v.optional(v.string(), ''),
  entity: v.optional(v.string(), ''),
  stance: v.optional(v.picklist(STANCES)),
});
const GOLD = {
  schema: v.object({
    id: v.union([v.string(), v.number()]),
    lang: v.optional(v.string(), 'unknown'),
    genre: v.optional(v.string(), 'unknown'),
    title: v.nullish(v.string()),
    text: v.string(),
    spans: v.array(SPAN),
    optional: v.optional(v.array(SPAN), []),
  }),
  mends: {
    id: 'must be a string or a number: give each text its own id',
    lang: 'must be a language code such as "uk", or be left out',
    genre: 'must be a string, or be left out',
    title: 'must be a string, or be left out',
    text: 'must be a string',
    spans: 'must be a list of marked spans; write [] where nothing is to be marked',
    optional: 'must be a list of spans, or be left out',
    start: 'must be a whole number from 0: the UTF-16 offset of the first unit',
    end: 'must be a whole number from 0: the UTF-16 offset after the last unit',
    kind: `must be one of ${KINDS.join(', ')}`,
    role: 'must be a string, or be left out',
    entity: 'must be a string, or be left out',
    stance: `must be one of ${STANCES.join(', ')}`,
  },
} satisfies Shape<unknown>;

/** A text marked by hand. Offsets: UTF-16, half-open, into `text`. */
export type GoldRecord = v.InferOutput<typeof GOLD.schema>;
export type GoldSpan = v.InferOutput<typeof SPAN>;

/** The passages of a gold text, as `scan` would read it. */
export function passagesOf({ title, lang, text }: GoldRecord): Placed[] {
  return storyPassages({ title: title ?? undefined, lang, text });
}

/** More sentences than this about one file help nobody. */
const FAULTS_SHOWN = 20;

/** All records of the files. A wrong line would make every number wrong, so it is told and nothing is scored. */
export async function readGold(all: readonly Input[], terminal: Terminal): Promise<GoldRecord[]> {
  const records: GoldRecord[] = [];
  const faults: string[] = [];
  for (const input of all) {
    for await (const record of readRecords(input.name, input.open(), GOLD)) {
      if ('fault' in record) {
        faults.push(record.fault);
        continue;
      }
      const fault = spanFault(record.value);
      if (fault === undefined) records.push(record.value);
      else faults.push(atLine(input.name, record.number, fault));
    }
  }
  for (const fault of faults.slice(0, FAULTS_SHOWN)) terminal.warn(fault);
  if (faults.length > 0) {
    const lines = faults.length === 1 ? 'This line is' : `These ${faults.length} lines are`;
    throw new Refusal(`${lines} not gold; mend first, nothing was scored.`, EXIT.broken);
  }
  return records;
}

function spanFault({ text, spans, optional }: GoldRecord): string | undefined {
  for (const [list, all] of Object.entries({ spans, optional })) {
    for (const [i, span] of all.entries()) {
      const where = `"${list}.${i}"`;
      if (span.end <= span.start) return `${where} is empty: "end" must be greater than "start".`;
      if (span.end > text.length)
        return `${where} ends at ${span.end}, the text at ${text.length}: correct the offsets.`;
      const words = text.slice(span.start, span.end);
      if (span.text !== undefined && span.text !== words) {
        return `${where} says ${JSON.stringify(span.text)}, its offsets ${JSON.stringify(words)}: count in UTF-16 units.`;
      }
    }
  }
  return undefined;
}
