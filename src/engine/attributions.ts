/** The attributions of an article, found again by their sentence. */
import type { Attribution } from './attribution';
import type { Page } from './reading';

/** Attributions by the sentence that they stand in; what is attributed never leaves it. */
export class Attributions {
  /** By passage and sentence. */
  private readonly found: Attribution[][][] = [];

  constructor(readonly all: readonly Attribution[]) {
    for (const attribution of all) {
      const { page, first } = attribution;
      const sentence = page.syntax.sentences[first] ?? 0;
      this.found[page.index] ??= [];
      const sentences = this.found[page.index] as Attribution[][];
      sentences[sentence] ??= [];
      sentences[sentence]?.push(attribution);
    }
  }

  in(page: Page, sentence: number): readonly Attribution[] {
    return this.found[page.index]?.[sentence] ?? NONE;
  }
}
const NONE: readonly Attribution[] = [];
