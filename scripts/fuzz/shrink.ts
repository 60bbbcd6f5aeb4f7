/** Delta debugging: makes a failing sample small, and keeps it failing in the same way. */
import type { Sample } from './sample';

type Fails = (sample: Sample) => Promise<boolean>;

/** Drops ever smaller runs of a list as long as the rest still fails. */
async function fewer<T>(list: readonly T[], fails: (list: readonly T[]) => Promise<boolean>): Promise<readonly T[]> {
  let kept = list;
  for (let size = kept.length >> 1; size >= 1; size = size === 1 ? 0 : (size + 1) >> 1) {
    for (let at = 0; at < kept.length; ) {
      const rest = kept.toSpliced(at, size);
      if (await fails(rest)) kept = rest;
      else at += size;
    }
  }
  return kept;
}

/** @param until `performance.now()` at which it has to be small enough */
export async function shrunk(sample: Sample, isStill: Fails, until: number): Promise<Sample> {
  const fails: Fails = async (one) => performance.now() < until && (await isStill(one));
  let now = sample;
  for (let before = ''; before !== JSON.stringify(now) && performance.now() < until; ) {
    before = JSON.stringify(now);
    now = { ...now, texts: await fewer(now.texts, (texts) => fails({ ...now, texts })) };
    for (const at of now.texts.keys()) {
      const units = await fewer((now.texts[at] ?? '').split(''), (list) =>
        fails({ ...now, texts: now.texts.with(at, list.join('')) }),
      );
      now = { ...now, texts: now.texts.with(at, units.join('')) };
    }
  }
  return now;
}
