/** The page's marks in reading order: they live here and die with the page. */
import { drain, type Steps } from '../engine';
import { type Evidence, type Flag, SHOWN, type Span } from '../engine/types';
import { MARKS_MAX, type Place } from '../shared/messages';
import type { SiteSettings } from '../shared/settings-for';
import type { Block } from './collect';
import { isSeen } from './locate';
import { placeOf } from './place';
import { sentenceAround } from './sentence';

/** The words a mark rests on; they may stand in another block (whom a pronoun means). */
export type Proof = { readonly what: Evidence['what']; readonly block: Block; readonly span: Span };

/** A flag in its place on this page. */
export type Mark = {
  /** Kept as long as the same flag stands in the same text node. */
  readonly id: number;
  readonly flag: Flag;
  readonly block: Block;
  readonly evidence: readonly Proof[];
  /** Of a link: host and first part of the path that it leads to. */
  readonly address?: string;
};

/** What the reader's choices leave of the marks. */
export class Ledger {
  private marks: readonly Mark[] = [];
  /** Of the marks those that are founded well enough for the reader, wanted and not excluded: the first `MARKS_MAX` of the page. */
  private kept: readonly Mark[] = [];
  private excluded = 0;
  private more = 0;
  private settings: SiteSettings;
  /** Whether a mark could be seen when it was measured last, by its number. */
  private measured: ReadonlyMap<number, boolean> = new Map();

  constructor(
    private readonly host: string,
    settings: SiteSettings,
  ) {
    this.settings = settings;
  }

  /** Takes the marks of the newest reading, of every confidence. */
  put(marks: readonly Mark[]): void {
    this.marks = marks;
    const { strictness, links } = this.settings;
    const founded = marks.filter(
      ({ flag }) => SHOWN[strictness].includes(flag.confidence) && (links || flag.role !== 'link'),
    );
    const left = founded.filter((mark) => !this.isExcluded(mark));
    this.kept = left.slice(0, MARKS_MAX);
    this.more = left.length - this.kept.length;
    this.excluded = founded.length - left.length;
  }

  /** Takes the reader's newest choices. */
  choose(settings: SiteSettings): void {
    this.settings = settings;
    this.put(this.marks);
  }

  /** Marks of the kinds and stances that are on, exclusions applied: what is painted. */
  painted(): readonly Mark[] {
    const { kinds, stances } = this.settings;
    return this.kept.filter(({ flag }) => kinds[flag.kind] && stances[flag.stance]);
  }

  /** What can be counted and stepped through: painted, and not in a folded or hidden part of the page. */
  shown(): readonly Mark[] {
    return drain(this.shownSteps('all'));
  }

  /**
   * The same with pauses: in a page of a hundred thousand elements each measurement takes its time.
   * @param which of a `fresh` measurement only what was not measured before is measured
   */
  *shownSteps(which: 'all' | 'fresh'): Steps<readonly Mark[]> {
    const marks = this.painted();
    const known = which === 'fresh' ? this.measured : undefined;
    const seen = yield* visible(marks, known);
    const isShown = new Set(seen.map(({ id }) => id));
    this.measured = new Map(marks.map(({ id }) => [id, isShown.has(id)]));
    return seen;
  }

  /** What the popup lists: also of kinds and stances that are off, as its filters count them. */
  listed(): readonly Mark[] {
    return drain(visible(this.kept));
  }

  /** How many marks the reader's exclusions take away. */
  hidden(): number {
    return this.excluded;
  }

  /** Has the page more marks than are painted and listed? */
  isCut(): boolean {
    return this.more > 0;
  }

  find(id: number): Mark | undefined {
    return this.kept.find((mark) => mark.id === id);
  }

  /** What an exclusion of this mark "in this place" needs. */
  place(mark: Mark): Place {
    const { flag, block } = mark;
    const sentence = sentenceAround(block.passage.text, flag.span);
    const words = block.passage.text.slice(sentence.start, sentence.end);
    return { place: placeOf(this.host, flag.entry, words), host: this.host, entry: flag.entry };
  }

  private isExcluded(mark: Mark): boolean {
    return this.settings.hidden.some(
      ({ entry, place }) => entry === mark.flag.entry && (place === undefined || place === this.place(mark).place),
    );
  }
}

/** Marks that are measured one by one; no article has more, and the rest of an endless list is taken as it is. */
const MEASURED_MAX = 400;
const MEASURED_AT_ONCE = 8;

function* visible(marks: readonly Mark[], known?: ReadonlyMap<number, boolean>): Steps<readonly Mark[]> {
  const seen: Mark[] = [];
  let measured = 0;
  for (const [i, mark] of marks.entries()) {
    let isShown = i >= MEASURED_MAX || known?.get(mark.id);
    if (isShown === undefined) {
      if (measured++ % MEASURED_AT_ONCE === 0) yield undefined;
      isShown = isSeen(mark.block, mark.flag.paint);
    }
    if (isShown) seen.push(mark);
  }
  return seen;
}
