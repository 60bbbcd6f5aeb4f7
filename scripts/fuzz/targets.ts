/** All that is fuzzed, by name: what it is fed and which laws it has to keep. */
import type fc from 'fast-check';
import { attributionLaws, engineLaws, noiseLaws } from './engine-laws';
import { feedLaws } from './feed-laws';
import { htmlLaws } from './html-laws';
import { pageLaws } from './page-laws';
import type { Sample } from './sample';
import { articles, feeds, pages } from './samples';
import { foldLaws, syntaxLaws } from './text-laws';

export type Target = {
  readonly samples: fc.Arbitrary<Sample>;
  /** @throws where a law does not hold, or the code under test throws */
  readonly check: (sample: Sample) => void | Promise<void>;
  /** Nobody waits for it. */
  readonly isUntimed?: true;
};

export const TARGETS: Readonly<Record<string, Target>> = {
  fold: { samples: articles, check: foldLaws },
  syntax: { samples: articles, check: syntaxLaws },
  // What the engine saw on its way, for `eval` alone: each hit with all that it may mean.
  attribution: { samples: articles, check: attributionLaws, isUntimed: true },
  engine: { samples: articles, check: engineLaws },
  noise: { samples: articles, check: noiseLaws },
  page: { samples: pages, check: pageLaws },
  html: { samples: pages, check: htmlLaws },
  feed: { samples: feeds, check: feedLaws },
};
