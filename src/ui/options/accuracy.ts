/** How well marks are found, as it was measured: counts alone, from which the page works out the shares. */
import * as v from 'valibot';
import { KINDS, LANGS } from '../../engine/types';
import measured from './accuracy.json';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const day = v.pipe(v.string(), v.isoDate());

/** `gold`: passages that are there; `found`: those that were marked; `right`: marked ones that are there. */
export const accuracyTable = v.strictObject({
  measured: day,
  /** Version of the dictionary. */
  lexicon: v.pipe(v.string(), v.nonEmpty()),
  texts: count,
  rows: v.array(
    v.pipe(
      v.strictObject({
        lang: v.picklist(LANGS),
        kind: v.picklist(['all', ...KINDS]),
        texts: count,
        gold: count,
        found: count,
        right: count,
      }),
      v.check(({ right, gold, found }) => right <= gold && right <= found, 'no more can be right than there are'),
    ),
  ),
});
export type AccuracyTable = v.InferOutput<typeof accuracyTable>;

export const ACCURACY = measured as AccuracyTable;
