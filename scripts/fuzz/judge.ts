/** One run of one target: which law it breaks, if any. */
import { assertNoPoisoning, restoreGlobals } from '@fast-check/poisoning';
import { PACE_LAW, Pace } from './pace';
import { Broken, type Sample } from './sample';
import { TARGETS } from './targets';

export type Verdict = { readonly law: string; readonly detail: string } | undefined;

/** All errors of one place and kind are one fault: numbers in them are no matter. */
function lawOf(error: unknown): string {
  if (error instanceof Broken) return error.law;
  const [, place = ''] = /\n\s+at ([^\n]*)/.exec(error instanceof Error ? (error.stack ?? '') : '') ?? [];
  const where = place.replace(/.*[\\/](\S+?):\d+:\d+\)?$/, '$1');
  return `never throws: ${String(error).slice(0, 60).replace(/\d+/g, 'N')} in ${where}`;
}

/** All but the language's own: the window of the pages is ours, and Node makes many of its globals at their first use. */
const OTHERS =
  /^(?!(?:Object|Function|Array|String|Number|Boolean|Symbol|BigInt|Map|Set|WeakMap|WeakSet|WeakRef|Promise|RegExp|Date|Error|TypeError|RangeError|JSON|Math|Reflect|Iterator|Uint8Array|Uint16Array|Uint32Array|Int32Array)$)/;

/** @throws Broken where a run has left something on a prototype or among the globals, and takes that away again */
function unpoisoned(): void {
  try {
    assertNoPoisoning({ ignoredRootRegex: OTHERS });
  } catch (error) {
    restoreGlobals({ ignoredRootRegex: OTHERS });
    throw new Broken('no prototype is poisoned', String(error));
  }
}

const paces = new Map<string, Pace>();

/** Runs a target on a sample. @returns undefined where every law holds */
export async function judged(target: string, sample: Sample): Promise<Verdict> {
  const { check, isUntimed } = TARGETS[target] ?? {};
  if (!check) throw new Error(`There is no target ${target}.`);
  const pace = paces.get(target) ?? new Pace();
  paces.set(target, pace);
  try {
    const start = performance.now();
    await check(sample);
    const time = performance.now() - start;
    unpoisoned();
    const slow = isUntimed ? undefined : await pace.isTooSlow(sample, time, () => check(sample));
    return slow ? { law: PACE_LAW, detail: slow } : undefined;
  } catch (error) {
    return { law: lawOf(error), detail: error instanceof Error ? error.message : String(error) };
  }
}
