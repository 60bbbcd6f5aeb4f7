/** Reads the page: collects in slices, scans what has changed, keeps what has not. */
import type { Engine } from '../engine';
import type { Flag, Lang, Reading, Voice } from '../engine/types';
import type { Hosts } from '../lexicon';
import { type Block, collect, type Reach, type Walk } from './collect';
import type { Mark } from './ledger';
import { borneOut, linkFlags } from './links';
import { findScope } from './scope';
import { languageOfAll } from './sentence';
import type { Slices } from './slices';

/** Blocks before a changed one that are read with it: a pronoun looks back this far. */
const LOOK_BACK = 6;
/** Blocks after a changed one that are judged anew: their pronouns may have meant someone in it. */
const LOOK_AHEAD = 3;
/** Text given to the engine at once, between two pauses. UTF-16 units. */
const SCAN_MAX = 12_000;
/** A page that keeps pulling the ground away is read in one go at last. */
const TRIES = 3;

/** Someone's words, and how long they are in UTF-16 units. */
export type Weighed = Pick<Voice, 'kremlin'> & { readonly weight: number };

type Entry = {
  readonly block: Block;
  readonly marks: readonly Mark[];
  readonly voices: readonly Weighed[];
  readonly words: number;
};

/** What one reading of the page found, in reading order. */
export type PageReading = {
  readonly marks: readonly Mark[];
  readonly voices: readonly Weighed[];
  readonly words: number;
  readonly shadows: readonly ShadowRoot[];
};

export class Reader {
  private entries: readonly Entry[] = [];
  private nextId = 1;

  private engine: { readonly lang: Lang; readonly scan: Engine['scan'] } | undefined;

  /** @param open makes the engine of a language; not before there is something to read in it */
  constructor(
    private readonly open: (lang: Lang) => Promise<Engine>,
    private readonly hosts: () => Hosts | undefined,
  ) {}

  /** Forgets what was read: the page shows another article. */
  forget(): void {
    this.entries = [];
  }

  async read(body: HTMLElement, reach: Reach, slices: Slices): Promise<PageReading> {
    const { blocks, walk } = await gather(body, reach, slices);
    const lang = languageOfAll(blocks.map((block) => block.passage.text));
    if (this.engine && this.engine.lang !== lang) this.forget();
    const old = new Map(this.entries.map((entry) => [keyOf(entry.block), entry]));
    const entries = blocks.map((block) => {
      const known = old.get(keyOf(block));
      return known && isSame(known.block, block) ? known : undefined;
    });
    const judged: Entry[] = entries.map((entry, i) => entry ?? blank(blocks[i] as Block));
    const todo = jobs(blocks, entries);
    if (todo.length > 0 && this.engine?.lang !== lang) this.engine = { lang, ...(await this.open(lang)) };
    for (const job of todo) {
      await slices.turn();
      this.scan(blocks, job, judged, old);
    }
    this.entries = judged;
    return {
      marks: judged.flatMap((entry) => entry.marks),
      voices: judged.flatMap((entry) => entry.voices),
      words: judged.reduce((sum, entry) => sum + entry.words, 0),
      shadows: walk.shadows,
    };
  }

  private scan(blocks: readonly Block[], job: Job, into: Entry[], old: ReadonlyMap<unknown, Entry>): void {
    const first = Math.max(0, job.from - LOOK_BACK);
    const fed = blocks.slice(first, job.to);
    if (!this.engine) return;
    const { flags, voices }: Reading = this.engine.scan(
      fed.map((block) => block.passage),
      // The reader's setting is applied to what was found: it may change while the page is open.
      'wide',
    );
    for (let i = job.from; i < job.to; i++) {
      const block = blocks[i];
      if (!block) continue;
      const index = i - first;
      const before = old.get(keyOf(block))?.marks ?? [];
      const found = flags.filter((flag) => flag.passage === index);
      const hosts = this.hosts();
      const own = hosts ? borneOut(block, hosts, found) : found;
      const links = hosts ? linkFlags(block, index, hosts, own) : [];
      const marks = [...own.map((flag) => ({ flag })), ...links]
        .sort((a, b) => a.flag.span.start - b.flag.span.start)
        .map(({ flag, ...rest }) => ({
          id: before.find((mark) => isSameFlag(mark.flag, flag))?.id ?? this.nextId++,
          flag,
          block,
          ...rest,
          evidence: flag.because.flatMap(({ what, passage, span }) => {
            const at = fed[passage];
            return at ? [{ what, block: at, span }] : [];
          }),
        }));
      const parts = voices
        .filter((voice) => voice.passage === index)
        .map(({ passage: _, span, ...who }) => ({ ...who, weight: span.end - span.start }));
      into[i] = { ...blank(block), marks, voices: parts };
    }
  }
}

async function gather(body: HTMLElement, reach: Reach, slices: Slices): Promise<{ blocks: Block[]; walk: Walk }> {
  for (let attempt = 1; ; attempt++) {
    const blocks: Block[] = [];
    const walking = collect(body, reach === 'page' ? body : findScope(body), reach);
    let step = walking.next();
    for (; !step.done; step = walking.next()) {
      if (step.value) blocks.push(step.value);
      else if (attempt < TRIES) await slices.turn();
    }
    if (step.value.end !== 'lost' || attempt >= TRIES) return { blocks, walk: step.value };
  }
}

/** Blocks `from` to `to` (half-open) that are judged in one scan. */
type Job = { readonly from: number; readonly to: number };

function jobs(blocks: readonly Block[], entries: readonly (Entry | undefined)[]): Job[] {
  const list: Job[] = [];
  let from = -1;
  let length = 0;
  let ahead = 0;
  for (let i = 0; i <= blocks.length; i++) {
    ahead = i < blocks.length && !entries[i] ? LOOK_AHEAD + 1 : Math.max(0, ahead - 1);
    const wanted = i < blocks.length && ahead > 0;
    if (from >= 0 && (!wanted || length > SCAN_MAX)) {
      list.push({ from, to: i });
      from = -1;
      length = 0;
    }
    if (!wanted) continue;
    if (from < 0) from = i;
    length += blocks[i]?.passage.text.length ?? 0;
  }
  return list;
}

function blank(block: Block): Entry {
  return { block, marks: [], voices: [], words: block.passage.text.match(/\S+/g)?.length ?? 0 };
}

/** A block is known again by its first text node; the later parts of one that was cut in an endless node are not. */
function keyOf({ pieces: [first] }: Block): unknown {
  return first?.from === 0 ? first.node : Symbol('part');
}

function isSame(a: Block, b: Block): boolean {
  return (
    a.passage.text === b.passage.text &&
    a.passage.role === b.passage.role &&
    a.pieces.length === b.pieces.length &&
    a.pieces.every(
      (piece, i) =>
        piece.node === b.pieces[i]?.node && piece.at === b.pieces[i]?.at && piece.link === b.pieces[i]?.link,
    )
  );
}

function isSameFlag(a: Flag, b: Flag): boolean {
  return a.entry === b.entry && a.kind === b.kind && a.span.start === b.span.start && a.span.end === b.span.end;
}
