import type { Done, Job } from './scanner';
import type { Hands } from './threads';

/** A job that is under way, or done. */
export type Pair = { readonly job: Job; readonly done: Done };

/**
 * Does the jobs side by side and tells what came of them in their order, each as soon as it and all before it are done.
 * No more jobs are taken than hands can hold: a slow reader of the output slows the reading of the input.
 */
export async function* inOrder(jobs: AsyncIterable<Job>, hands: Hands): AsyncGenerator<Pair> {
  const source = jobs[Symbol.asyncIterator]();
  const underWay: Promise<Pair>[] = [];
  let coming: Promise<IteratorResult<Job>> | undefined = source.next();
  while (coming || underWay.length > 0) {
    const [first] = underWay;
    const next: IteratorResult<Job> | undefined = await (underWay.length >= hands.many || !coming
      ? first?.then(() => undefined)
      : Promise.race([...(first ? [first.then(() => undefined)] : []), coming]));
    if (next === undefined) {
      const pair = await underWay.shift();
      if (pair) yield pair;
    } else if (next.done) coming = undefined;
    else {
      const job = next.value;
      underWay.push(hands.do(job).then((done) => ({ job, done })));
      coming = source.next();
    }
  }
}
