/**
 * How much a tab may have done. What pages say is harmless, but each message costs something, and a page whose process is
 * taken over can say ten thousand in a second.
 */
import type { ToBackground } from '../shared/messages';

/** A page of news says some thirty on its way, most of them files; one that changes all the time, a few a second. */
const MOST = 200;
/** So many come again in a second. */
const EACH_SECOND = 20;
/** A tab that has been silent for so long has all of them again. Milliseconds. */
const REST = (MOST / EACH_SECOND) * 1000;

type Purse = { left: number; at: number };
const purses = new Map<number, Purse>();

/** May what this tab says be done? What it costs is taken from what the tab has left. @param now milliseconds */
export function affords(tab: number, message: ToBackground, now: number): boolean {
  const purse = purses.get(tab) ?? { left: MOST, at: now };
  purse.left = Math.min(MOST, purse.left + (Math.max(0, now - purse.at) * EACH_SECOND) / 1000);
  purse.at = now;
  purses.set(tab, purse);
  const cost = costOf(message);
  if (purse.left < cost) return false;
  purse.left -= cost;
  return true;
}

/** A file is brought, as each file of a need; frames are looked through. */
function costOf(message: ToBackground): number {
  if (message.say === 'need') return message.files.length;
  return message.say === 'frame' || message.say === 'open' ? 2 : 1;
}

/** Forgets tabs that have said nothing for long, and those that are closed. */
export function forgetSilent(now: number): void {
  for (const [tab, { at }] of purses) if (now - at > REST) purses.delete(tab);
}
