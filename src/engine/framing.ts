/** Wordings: phrases and patterns of narratives, with the second signs that weak ones need. */
import type { Attribution } from './attribution';
import type { Hit, Lexicon } from './hits';
import { hitAt, hitOver, hitsAround, opensReport, type Page } from './reading';
import { scareQuotes } from './scare';
import { GAP, spanOf } from './syntax';
import { type Condition, type Evident, GROUP, type Pattern, T } from './terms';
import type { Evidence, Span } from './types';
import { kindsOf, WordHits } from './word-hits';

/** Some words of a narrative, before its stance is judged. */
export type Wording = {
  readonly entry: number;
  readonly first: number;
  readonly last: number;
  /** Quotation marks on it are the author's distance, in whoever's speech: the speaker would not use the phrase. */
  readonly scare: boolean;
  /** The second sign, where one was needed. */
  readonly context?: Span;
  /** What it rests on: a set phrase, one with a second sign, a sentence pattern, or a phrase whose sign is missing. */
  readonly basis: 'phrase' | 'sign' | 'pattern' | 'doubt';
};

/** A passage, and what the article has said so far. */
export type Scene = {
  readonly page: Page;
  readonly before: Page | undefined;
  readonly attributionsAt: (sentence: number) => readonly Attribution[];
  /** What refutes the sentence of a word. */
  readonly refutationAt: (word: number) => Evidence | undefined;
  /** Narratives that the article has used before, in reading order; `read` adds what it finds. */
  readonly said: Set<number>;
  /** Narratives that the article uses anywhere in words that need no second sign. */
  readonly chorus: ReadonlySet<number>;
};

/** Words of the page. */
type Place = { readonly first: number; readonly last: number };

/** Signs that no pattern reaches across. */
const BARRIERS = GAP.STOP | GAP.SEMICOLON | GAP.COLON;

export class Framer {
  private readonly classes = new WeakMap<Page, WordHits>();
  /** Patterns by the class of their first step. */
  private readonly byClass = new Map<number, Pattern[]>();

  constructor(
    private readonly lexicon: Lexicon,
    /** Class that stands for Ukraine in texts, or -1. */
    private readonly ukraine: number,
  ) {
    for (const pattern of lexicon.tables.patterns) {
      const cls = pattern.steps[0]?.cls ?? -1;
      this.byClass.set(cls, [...(this.byClass.get(cls) ?? []), pattern]);
    }
  }

  /** Adds the narratives of a passage's plain set phrases: beside them an everyday word is meant as theirs. */
  joinChorus(page: Page, chorus: Set<number>): void {
    for (const hit of page.hits) {
      if (hit.kind !== T.PHRASE || chorus.has(hit.ref)) continue;
      const condition = this.conditionOf(hit.x);
      const isPlain = !condition || (condition.any.length === 0 && !this.isNear(page, hit.first, condition.not));
      if (isPlain) chorus.add(hit.ref);
    }
  }

  /** All wordings of a passage, the longest where they overlap; doubtful ones only where no other stands. */
  read(scene: Scene): Wording[] {
    const { page, attributionsAt, said } = scene;
    const found: Wording[] = [];
    const doubtful: Wording[] = [];
    for (const hit of page.hits) {
      if (hit.kind === T.PHRASE) {
        const sentence = page.syntax.sentences[hit.first] ?? 0;
        const sign = this.passes(scene, hit, hit.ref, hit.x);
        const hint = sign ? undefined : this.hintOf(page, hit, sentence, attributionsAt);
        const { ref: entry, first, last } = hit;
        const common = { entry, first, last, scare: this.conditionOf(hit.x)?.scare ?? false };
        if (sign) said.add(entry);
        if (sign === true) found.push({ ...common, basis: 'phrase' });
        else if (sign) found.push({ ...common, basis: 'sign', context: sign });
        else if (hint) doubtful.push({ ...common, basis: 'doubt', context: hint });
      } else if (hit.kind === T.CLASS) {
        for (const pattern of this.byClass.get(hit.ref) ?? []) {
          const wording = this.matchPattern(page, hit, pattern);
          if (!wording) continue;
          const sign = this.passes(scene, wording, wording.entry, pattern.condition);
          if (sign) found.push(sign === true ? wording : { ...wording, context: sign });
          if (sign) said.add(wording.entry);
        }
      }
    }
    if (found.length === 0 && doubtful.length === 0) return found;
    const byLength = (a: Wording, b: Wording) => b.last - b.first - (a.last - a.first) || a.first - b.first;
    const taken = new Uint8Array(page.syntax.count);
    const kept = [...found.sort(byLength), ...doubtful.sort(byLength)].filter(({ first, last }) => {
      if (taken.subarray(first, last).includes(1)) return false;
      taken.fill(1, first, last);
      return true;
    });
    return kept.sort((a, b) => a.first - b.first);
  }

  private conditionOf(index: number): Condition | undefined {
    return index < 0 ? undefined : this.lexicon.tables.conditions[index];
  }

  /** True where nothing more is needed, the sign's words where one was, undefined where the words stay unmarked. */
  private passes(scene: Scene, place: Place, entry: number, index: number): true | Span | undefined {
    const condition = this.conditionOf(index);
    if (!condition) return true;
    if (this.isNear(scene.page, place.first, condition.not)) return undefined;
    if (condition.any.length === 0) return true;
    for (const need of condition.any) {
      const signs = typeof need === 'object' ? need : [need];
      const spans = signs.map((sign) => this.findSign(scene, place, entry, sign));
      const [first] = spans;
      if (first && !spans.includes(undefined)) return first;
    }
    return undefined;
  }

  /** What stands in for the missing sign: quotation marks on the phrase, or a Kremlin speaker in the sentence before. */
  private hintOf(
    page: Page,
    hit: Hit,
    sentence: number,
    attributionsAt: (sentence: number) => readonly Attribution[],
  ): Span | undefined {
    const condition = this.conditionOf(hit.x);
    if (!condition || this.isNear(page, hit.first, condition.not)) return undefined;
    const speaker = condition.any.includes('speech')
      ? attributionsAt(sentence - 1).find(({ group }) => group === GROUP.OFFICIAL || group === GROUP.OUTLET)
      : undefined;
    return scareQuotes(page, hit.first, hit.last) ?? speaker?.cue;
  }

  private findSign(
    { page, before, attributionsAt, refutationAt, said, chorus }: Scene,
    hit: Place,
    entry: number,
    sign: Evident,
  ): Span | undefined {
    const { syntax } = page;
    switch (sign) {
      case 'quotes':
        return scareQuotes(page, hit.first, hit.last);
      case 'speech': {
        const span = spanOf(syntax, hit.first, hit.last);
        const holder = attributionsAt(syntax.sentences[hit.first] ?? 0).find(
          (a) =>
            (a.group === GROUP.OFFICIAL || a.group === GROUP.OUTLET) &&
            a.content &&
            a.content.start <= span.start &&
            span.end <= a.content.end,
        );
        return holder?.cue;
      }
      case 'cue': {
        const cue = hitsAround(page, hit.first).find((h) => h.kind === T.SAY);
        return cue && spanOf(syntax, cue.first, cue.last);
      }
      case 'again':
        return said.has(entry) ? spanOf(syntax, hit.first, hit.last) : undefined;
      case 'claim':
        return refutationAt(hit.first) ? spanOf(syntax, hit.first, hit.last) : undefined;
      case 'chorus':
        return chorus.size > (chorus.has(entry) ? 1 : 0) ? spanOf(syntax, hit.first, hit.last) : undefined;
      case 'ukraine': {
        const here = this.findNear(page, hit.first, [this.ukraine], 1);
        // A headline or the paragraph before sets the scene as well as the sentence before does.
        return (
          here ??
          (before?.hits.some((h) => h.kind === T.CLASS && h.ref === this.ukraine)
            ? spanOf(syntax, hit.first, hit.last)
            : undefined)
        );
      }
      default:
        return this.findNear(page, hit.first, [sign], 0);
    }
  }

  private isNear(page: Page, word: number, classes: readonly number[]): boolean {
    return classes.length > 0 && this.findNear(page, word, classes, 0) !== undefined;
  }

  /** A word of one of the classes in the word's sentence, or up to `back` sentences before. */
  private findNear(page: Page, word: number, classes: readonly number[], back: number): Span | undefined {
    const sentence = page.syntax.sentences[word] ?? 0;
    for (let at = sentence; at >= 0 && at >= sentence - back; at -= 1) {
      const hit = page.bySentence[at]?.find((h) => h.kind === T.CLASS && classes.includes(h.ref));
      if (hit) return spanOf(page.syntax, hit.first, hit.last);
    }
    return undefined;
  }

  private matchPattern(page: Page, start: Hit, pattern: Pattern): Wording | undefined {
    const last = this.matchSteps(page, pattern, 1, start.last);
    if (last === undefined) return undefined;
    return {
      entry: pattern.narrative,
      first: start.first,
      last: pattern.first ? start.last : last,
      scare: pattern.first,
      basis: 'pattern',
    };
  }

  /** The word after the last step's, or undefined. Tries each place a step can stand, nearest first. */
  private matchSteps(page: Page, pattern: Pattern, step: number, from: number): number | undefined {
    const wanted = pattern.steps[step];
    if (!wanted) return from;
    const { syntax } = page;
    for (let word = from; word <= from + wanted.skip && word < syntax.count; word += 1) {
      if (((syntax.gaps[word] ?? 0) & BARRIERS) !== 0) break;
      for (const end of this.endsAt(page, wanted, word)) {
        const last = this.matchSteps(page, pattern, step + 1, end);
        if (last !== undefined) return last;
      }
      if (turns(page, word)) break;
    }
    return wanted.optional ? this.matchSteps(page, pattern, step + 1, from) : undefined;
  }

  /** Hits of pattern words by their first word. */
  private classesOf(page: Page): WordHits {
    const known = this.classes.get(page) ?? new WordHits(page.syntax.count, page.hits, CLASSES);
    this.classes.set(page, known);
    return known;
  }

  private endsAt(page: Page, step: Pattern['steps'][number], word: number): readonly number[] {
    const here = this.classesOf(page)
      .get(word)
      ?.filter((hit) => hit.ref === step.cls);
    return here && here.length > 0 ? here.map((hit) => hit.last).sort((a, b) => b - a) : NOWHERE;
  }
}

const CLASSES = kindsOf(T.CLASS);
const NOWHERE: readonly number[] = [];

/** Does a negation stand here, or another clause begin? What lies beyond is no part of the same claim. */
const turns = (page: Page, word: number) =>
  hitOver(page, word, T.NEGATION) !== undefined || opensReport(page, word) || opensClause(page, word);

const opensClause = (page: Page, word: number) =>
  ((page.syntax.gaps[word] ?? 0) & GAP.COMMA) !== 0 && hitAt(page, word, T.RELATIVE, T.IF) !== undefined;
