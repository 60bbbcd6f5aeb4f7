import * as v from 'valibot';
import type { Engine } from '../engine';
import type { Input } from './input';
import { atLine, readRecords, type Shape } from './ndjson';
import { storyPassages } from './passages';
import { type FoundSpan, findSpans } from './spans';

/** One record read and marked, or the sentence that says why its line could not be. */
export type FeedItem =
  | { readonly id: string | number; readonly text: string; readonly spans: readonly FoundSpan[] }
  | { readonly fault: string };

/** One line of a feed. Fields that are not named here are the reader's own and are left alone. */
const STORY = {
  schema: v.looseObject({
    id: v.union([v.string(), v.number()]),
    lang: v.nullish(v.string()),
    title: v.nullish(v.string()),
    text: v.string(),
  }),
  mends: {
    id: 'must be a string or a number: give each record its own id',
    lang: 'must be a language code such as "uk", or be left out',
    title: 'must be a string, or be left out',
    text: 'must be a string: put the text of the news there',
  },
} satisfies Shape<unknown>;

/** Scans a feed line by line, holding one record at a time. */
export async function* scanFeed(input: Input, engine: Engine): AsyncGenerator<FeedItem> {
  for await (const record of readRecords(input.name, input.open(), STORY)) {
    if ('fault' in record) {
      yield record;
      continue;
    }
    const { id, lang, title, text } = record.value;
    try {
      const story = { title: title ?? undefined, lang: lang ?? undefined, text };
      yield { id, text, spans: findSpans(engine, storyPassages(story)) };
    } catch (error) {
      // A record that breaks the engine is reported like a broken line: the rest of a long feed is still wanted.
      const reason = error instanceof Error ? error.message : String(error);
      yield { fault: atLine(input.name, record.number, `the engine failed (${reason}). Please report this text.`) };
    }
  }
}
