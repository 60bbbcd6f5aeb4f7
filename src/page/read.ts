/** Reads the page: collects in slices, scans what has changed, keeps what has not. */
import type { BareEngine, Engine, OwnEntry } from '../engine';
import type { Lang } from '../engine/types';
import type { Hosts } from '../lexicon';
import { type Block, collect, type Place, partOf, type Reach, type Walk, wholeOf as wholePage } from './collect';
import type { Changed } from './dirt';
import { isConnected, lengthOf, textOf } from './dom';
import {
  asFresh,
  type Entry,
  keyOf,
  lightOf,
  match,
  type Part,
  renewed,
  splice,
  type Weighed,
  wholeOf,
} from './entries';
import { blockOf } from './gist';
import { headingsOf } from './headings';
import { judge } from './judge';
import type { Mark } from './ledger';
import { FIRST_OF_LONG, type Job, jobsFor, Plan, WHOLE_MAX } from './plan';
import { scopeSteps } from './scope';
import { languageOfAll } from './sentence';
import type { Slices } from './slices';

/** A page that keeps pulling the ground away is read in one go at last. */
const TRIES = 3;
/** Between two looks at what a first reading has found so far. Milliseconds. */
const PART_EVERY = 250;
/** Text that came outside the article's container, as a share of what was read: the article may be elsewhere now. */
const OUTSIDE_SHARE = 0.3;
/** Text that has grown so many times since its language was told is told anew. */
const GROWTH = 2;

/** What one reading of the page found, in reading order. */
export type PageReading = {
  readonly marks: readonly Mark[];
  readonly voices: readonly Weighed[];
  readonly words: number;
  readonly shadows: readonly ShadowRoot[];
  /** The page is so long that only its beginning was read. */
  readonly isCut: boolean;
};

type Tell = (reading: PageReading) => Promise<void>;

export class Reader {
  private entries: readonly Entry[] = [];
  /** What was judged last for the block that begins with a text node. */
  private judged = new WeakMap<Node, Entry>();
  private place: Place | undefined;
  private shadows: readonly ShadowRoot[] = [];
  private isCut = false;
  private tools: { readonly lang: Lang; readonly bare: BareEngine; readonly engine: Engine } | undefined;
  /** What the reader of the page has added to the lexicon, and whether that has changed since the page was read. */
  private own: readonly OwnEntry[] = [];
  private isOwnNew = false;
  /** How much text there was when its language was told, and how much came outside the article. UTF-16 units. */
  private told = 0;
  private outside = 0;
  private lastId = 0;

  /**
   * @param open makes the engine of a language; not before there is something to read in it
   * @param hosts whose an address is, as soon as that is known
   */
  constructor(
    private readonly open: (lang: Lang, slices: Slices) => Promise<BareEngine>,
    private readonly hosts: () => Hosts | undefined,
  ) {}

  /** Looks for these entries beside the lexicon's: with the next reading, which judges all blocks anew. */
  lookFor(own: readonly OwnEntry[]): void {
    if (isSameOwn(own, this.own)) return;
    this.own = own;
    this.isOwnNew = true;
    if (this.tools) this.tools = { ...this.tools, engine: this.tools.bare.with(own) };
  }

  /** Forgets what was read: the page shows another article. */
  forget(): void {
    this.entries = [];
    this.judged = new WeakMap();
    this.place = undefined;
  }

  /** Reads all of it. @param onPart is told what a first reading has found so far */
  async read(body: HTMLElement, reach: Reach, slices: Slices, onPart: Tell): Promise<PageReading> {
    const place = wholePage(body, reach === 'page' ? body : await slices.through(scopeSteps(body)), reach);
    this.outside = 0;
    if (this.entries.length === 0) {
      this.isOwnNew = false;
      await this.readFirst(place, slices, onPart);
    } else {
      const { blocks, walk } = await gather(place, slices);
      this.shadows = walk.shadows;
      this.isCut = walk.end === 'too-long';
      await this.keep(match(blocks, this.known), slices);
    }
    this.place = place;
    return this.found();
  }

  /**
   * Reads only these parts of a page that was read before, and lets go of what is gone.
   * @param changed parts are blocks in the document, none inside another
   * @returns undefined where the page has to be read as a whole
   */
  async readParts({ parts, thinned }: Changed, reach: Reach, slices: Slices): Promise<PageReading | undefined> {
    const { place } = this;
    if (this.isOwnNew || place?.reach !== reach || this.shadows.length > 0 || !isConnected(place.scope))
      return undefined;
    const found: Part[] = [];
    for (const element of parts) {
      const within = partOf(place, element);
      const { blocks, walk } = within ? await gather(within, slices) : NOTHING;
      if (walk.shadows.length > 0) return undefined;
      if (within && !within.frame.wanted && blocks.length === 0) this.outside += textOf(element).length;
      found.push({ element, entries: match(blocks, this.known) });
    }
    const list = splice(this.entries, found, thinned);
    if (!list || this.outside > unitsOf(list) * OUTSIDE_SHARE) return undefined;
    // Where text has gone there is room for some of what was left out.
    if (this.isCut && unitsOf(list) < unitsOf(this.entries)) return undefined;
    await this.keep(list, slices);
    return this.found();
  }

  /** Of a long page each part is judged as soon as it is collected, so that the first marks come early. */
  private async readFirst(place: Place, slices: Slices, onPart: Tell): Promise<void> {
    const isLong = holdsMore(place.scope, WHOLE_MAX);
    for (let attempt = 1; ; attempt++) {
      const list: Entry[] = [];
      const plan = new Plan((i) => list[i]?.length ?? 0, isLong ? FIRST_OF_LONG : WHOLE_MAX);
      let shown = Number.NEGATIVE_INFINITY;
      const walking = collect(place);
      let step = walking.next();
      for (; !step.done; step = walking.next()) {
        if (!step.value) {
          if (attempt < TRIES && slices.isOver()) await slices.turn();
          continue;
        }
        const job = plan.add(step.value.passage.text.length, true);
        if (job) {
          await this.scan(list, job, slices, isLong);
          if (performance.now() - shown > PART_EVERY) {
            await onPart(this.found(list));
            shown = performance.now();
          }
        }
        list.push(...match([step.value], () => undefined));
      }
      const last = plan.end();
      if (last) await this.scan(list, last, slices, isLong);
      if (last && last.from > 0 && unitsOf(list) <= WHOLE_MAX) {
        await this.scan(list, { context: 0, from: 0, to: list.length }, slices, false);
      }
      this.entries = list;
      this.shadows = step.value.shadows;
      this.isCut = step.value.end === 'too-long';
      if (step.value.end !== 'lost' || attempt >= TRIES) return;
    }
  }

  /** Judges what is fresh in the list, and keeps it. */
  private async keep(list: readonly Entry[], slices: Slices): Promise<void> {
    const total = unitsOf(list);
    const isOther = total > this.told * GROWTH && (await this.tell(list, slices));
    const isAnew = isOther || this.isOwnNew;
    this.isOwnNew = false;
    const next = isAnew ? list.map(asFresh) : renewed(list, this.entries);
    const jobs = jobsFor(next, total, (entry) => entry);
    for (const job of jobs) await this.scan(next, job, slices, total > WHOLE_MAX);
    this.entries = next;
  }

  /** @param isLong is the page so long that it is better read again than kept in mind? */
  private async scan(list: Entry[], { context, from, to }: Job, slices: Slices, isLong: boolean): Promise<void> {
    await slices.turn();
    if (!this.tools) await this.tell(list, slices);
    if (!this.tools) return;
    const fed = list.slice(context, to).map(wholeOf);
    const passages = fed.map(({ block }) => block.passage);
    // In the widest setting: the reader's own is applied to what was found, and may change while the page is open.
    const reading = await slices.through(this.tools.engine.read(passages, 'wide'));
    const newId = () => ++this.lastId;
    const judged = judge(fed, from - context, reading, this.hosts(), newId);
    for (const [i, whole] of judged.entries()) {
      const entry = isLong ? lightOf(whole) : whole;
      list[from + i] = entry;
      const key = keyOf(entry.block);
      if (key) this.judged.set(key, entry);
    }
  }

  /** Tells the language of a text, and opens what it is read with. @returns is it another one than before? */
  private async tell(list: readonly Entry[], slices: Slices): Promise<boolean> {
    const lang = languageOfAll(textsOf(list));
    this.told = unitsOf(list);
    if (list.length === 0 || this.tools?.lang === lang) return false;
    const bare = await this.open(lang, slices);
    this.tools = { lang, bare, engine: bare.with(this.own) };
    return true;
  }

  /** The article's container, as it was found last. */
  get scope(): Element | undefined {
    return this.place?.scope;
  }

  /** The page's heading over each mark, by the mark's number. */
  headings(): ReadonlyMap<number, string> {
    return headingsOf(this.entries);
  }

  private readonly known = (node: Node): Entry | undefined => this.judged.get(node);

  private found(list = this.entries): PageReading {
    const marks: Mark[] = [];
    const voices: Weighed[] = [];
    let words = 0;
    // Most of thousands of blocks hold nothing.
    for (const entry of list) {
      words += entry.words;
      if (entry.marks.length > 0) marks.push(...entry.marks);
      if (entry.voices.length > 0) voices.push(...entry.voices);
    }
    return { marks, voices, words, shadows: this.shadows, isCut: this.isCut };
  }
}

/** Are the same words looked for? What entries are called is no matter. */
function isSameOwn(a: readonly OwnEntry[], b: readonly OwnEntry[]): boolean {
  const told = (own: readonly OwnEntry[]) =>
    JSON.stringify(own.map(({ id, kind, langs, forms }) => [id, kind, langs, forms]));
  return told(a) === told(b);
}

const NOTHING: { readonly blocks: readonly Block[]; readonly walk: Walk } = {
  blocks: [],
  walk: { end: 'done', shadows: [] },
};

const unitsOf = (list: readonly Entry[]): number => list.reduce((sum, { length }) => sum + length, 0);

function* textsOf(list: readonly Entry[]): Generator<string> {
  for (const { block } of list) yield blockOf(block).passage.text;
}

/** Would reading the place as one article take long? Script and styles count, as that is seldom much. UTF-16 units. */
function holdsMore(scope: Element, max: number): boolean {
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT);
  let total = 0;
  while (total <= max && walker.nextNode()) total += lengthOf(walker.currentNode as Text);
  return total > max;
}

async function gather(place: Place, slices: Slices): Promise<{ blocks: Block[]; walk: Walk }> {
  for (let attempt = 1; ; attempt++) {
    const blocks: Block[] = [];
    const walking = collect(place);
    let step = walking.next();
    for (; !step.done; step = walking.next()) {
      if (step.value) blocks.push(step.value);
      else if (attempt < TRIES && slices.isOver()) await slices.turn();
    }
    if (step.value.end !== 'lost' || attempt >= TRIES) return { blocks, walk: step.value };
  }
}
