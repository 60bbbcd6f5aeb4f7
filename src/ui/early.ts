/** What `early-script.ts` leaves for the page of ours that it runs in. */
export type Early = {
  readonly tab: Promise<number | undefined>;
  /** What the page in that tab says of itself, unread; rejects where nobody is there. */
  readonly answer: Promise<unknown>;
};

const world = globalThis as { ruporEarly?: Early | undefined };

export function leaveEarly(early: Early): void {
  world.ruporEarly = early;
}

/** What that tab's page has said by itself; undefined where it was not asked, and for every question after the first. */
export async function takeEarly(tab: number): Promise<Early | undefined> {
  const early = world.ruporEarly;
  world.ruporEarly = undefined;
  return early && (await early.tab) === tab ? early : undefined;
}
