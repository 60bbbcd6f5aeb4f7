/** Is this script still part of a running extension? After an update an old one lives on in open pages. */
import type { Broadcast, ToBackground } from '../shared/messages';
import { native } from '../shared/native';
import { type Count, world } from './world';

/** A background that was stopped in the middle answers the second time. */
const TRIES = 3;
/** Between two tries. Milliseconds. */
const REST = 200;

export function isAlive(): boolean {
  try {
    return native().runtime?.id !== undefined;
  } catch {
    return false; // "Extension context invalidated."
  }
}

/** Says something to the background and to our open pages; nobody may be listening, and whoever needs an answer asks again. */
export async function tell(message: ToBackground | Broadcast): Promise<unknown> {
  return isAlive()
    ? native()
        .runtime.sendMessage(message)
        .catch(() => undefined)
    : undefined;
}

/** Says something until the background answers, as long as it is wanted. @returns the answer; undefined where none came */
export async function insist(message: ToBackground, isWanted: () => boolean = () => true): Promise<unknown> {
  for (let attempt = 1; attempt <= TRIES && isWanted() && isAlive(); attempt++) {
    const answer = (await tell(message)) ?? undefined;
    if (answer !== undefined) return answer;
    await new Promise((done) => setTimeout(done, REST));
  }
  return undefined;
}

/** Says a count until the background has shown it, or a newer one is said. */
export async function tellCount(count: Count): Promise<void> {
  world.ruporCount = count;
  await insist(count, () => world.ruporCount === count);
}
