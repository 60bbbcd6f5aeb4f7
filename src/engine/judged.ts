/** Attributions with their stance. */
import type { Attribution } from './attribution';
import type { Refutations } from './debunk';
import { type Judged as JudgedAttribution, type Judgement, judgeAttribution } from './stance';
import type { Confidence } from './types';

/** An attribution with its stance, judged when first asked, and how well it is founded. */
export class Judged implements JudgedAttribution {
  private made: Judgement | undefined;

  constructor(
    readonly attribution: Attribution,
    readonly confidence: Confidence,
    private readonly refutations: Refutations,
  ) {}

  get judgement(): Judgement {
    this.made ??= judgeAttribution(this.attribution, this.refutations);
    return this.made;
  }
}

/** By the mention that speaks. */
export const byMention = (list: readonly Judged[]) =>
  new Map(list.flatMap((one) => (one.attribution.mention ? [[one.attribution.mention, one] as const] : [])));
