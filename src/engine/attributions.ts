/** The attributions of an article, found again by their sentence. */
import type { Attribution } from './attribution';
import type { Page } from './reading';

/** Attributions by the sentence that they stand in; what is attributed never leaves it. */
export class Attributions {
  /** By passage, in the order in which they were found. */
  private readonly byPassage: Attribution[][] = [];
  /** By passage and sentence. */
  private readonly bySentence: Attribution[][][] = [];

  add(attribution: Attribution): void {
    const { page, first } = attribution;
    this.byPassage[page.index] ??= [];
    this.byPassage[page.index]?.push(attribution);
    const sentence = page.syntax.sentences[first] ?? 0;
    this.bySentence[page.index] ??= [];
    const sentences = this.bySentence[page.index] as Attribution[][];
    sentences[sentence] ??= [];
    sentences[sentence]?.push(attribution);
  }

  of(page: Page): readonly Attribution[] {
    return this.byPassage[page.index] ?? NONE;
  }

  in(page: Page, sentence: number): readonly Attribution[] {
    return this.bySentence[page.index]?.[sentence] ?? NONE;
  }
}
const NONE: readonly Attribution[] = [];
