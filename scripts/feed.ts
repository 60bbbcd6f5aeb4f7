/**
 * News without end, for measuring: `tsx scripts/feed.ts 100 > feed.ndjson` writes 100 MB. The same bytes in every run;
 * sentences of the project's own, in six languages, most of them with nothing to mark.
 */
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import { LANGS, type Lang } from '../src/engine/types';
import { ORDINARY } from '../tests/ordinary';
import { PIECES } from '../tests/pieces';

const MB = 1_000_000;
/** Bytes written at once. */
const CHUNK = 1 << 20;
/** Sentences of a record: from some 600 to 6,000 bytes. */
const SENTENCES = { least: 6, most: 40 };
/** One record in so many has something to mark; in it one sentence in so many does. */
const MARKED = { record: 3, sentence: 6 };

/** Numbers that look like chance and are the same in every run. */
class Dice {
  private seed = 7;

  below(bound: number): number {
    this.seed = (this.seed * 48_271) % 2_147_483_647;
    return this.seed % bound;
  }

  oneOf<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

/** Three records in four are in the languages of which most news with such marks is written. */
const USUAL: readonly (keyof typeof ORDINARY)[] = ['uk', 'en'];

function record(id: number, dice: Dice): string {
  const lang: Lang = dice.below(4) > 0 ? dice.oneOf(USUAL) : dice.oneOf(LANGS);
  const isMarked = dice.below(MARKED.record) === 0;
  const { plain, bound } = PIECES[lang];
  const marked = [...plain, ...bound].map((piece) => `${piece}.`);
  const ordinary = lang === 'uk' || lang === 'en' ? ORDINARY[lang] : ORDINARY[dice.oneOf(USUAL)];
  const sentences: string[] = [];
  const count = SENTENCES.least + dice.below(SENTENCES.most - SENTENCES.least);
  for (let i = 0; i < count; i += 1) {
    const list = isMarked && dice.below(MARKED.sentence) === 0 ? marked : ordinary;
    sentences.push(dice.oneOf(list) + (i % 4 === 3 ? '\n' : ' '));
  }
  return `${JSON.stringify({ id, lang, title: dice.oneOf(ordinary), text: sentences.join('') })}\n`;
}

/** Records until there are so many megabytes of them, in chunks. */
export function* newsFeed(megabytes: number): Generator<Buffer> {
  const dice = new Dice();
  let written = 0;
  let lines: string[] = [];
  let size = 0;
  for (let id = 1; written < megabytes * MB; id += 1) {
    const line = record(id, dice);
    lines.push(line);
    size += Buffer.byteLength(line);
    if (size < CHUNK && written + size < megabytes * MB) continue;
    yield Buffer.from(lines.join(''));
    written += size;
    lines = [];
    size = 0;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const megabytes = Number(process.argv[2] ?? 'none');
  if (!(megabytes > 0)) {
    console.error('Say how many megabytes: tsx scripts/feed.ts 100 > feed.ndjson');
    process.exit(2);
  }
  for (const chunk of newsFeed(megabytes)) if (!process.stdout.write(chunk)) await once(process.stdout, 'drain');
}
