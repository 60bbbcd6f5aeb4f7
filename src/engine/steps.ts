/** Work that can pause between its steps, so that a page stays alive while its article is read. */
export type Steps<T> = Generator<undefined, T, void>;

/** Does all steps at once. */
export function drain<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
