/** The attributions of an article, found again by their sentence. */
import type { Attribution } from './attribution';
import type { Page } from './reading';

/** Attributions by the sentence that they stand in; what is attributed never leaves it. */
export class Attributions {
  private readonly bySentence = new Map<string, Attribution[]>();

  constructor(readonly all: readonly Attribution[]) {
    for (const attribution of all) {
      const key = `${attribution.page.index}:${attribution.page.syntax.sentences[attribution.first]}`;
      const list = this.bySentence.get(key);
      if (list) list.push(attribution);
      else this.bySentence.set(key, [attribution]);
    }
  }

  in(page: Page, sentence: number): readonly Attribution[] {
    return this.bySentence.get(`${page.index}:${sentence}`) ?? [];
  }
}
