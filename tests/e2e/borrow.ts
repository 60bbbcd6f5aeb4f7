/**
 * Browsers that outlive a test file: to start one costs Firefox five seconds of a processor, to put the extension into it
 * less than one. Each file has one to itself, in which nothing of Rupor is left.
 */
import type { Browser } from 'puppeteer-core';
import { launchBare } from '../../scripts/browsers.mjs';
import { kind } from './kind';
import { shutOutside } from './outside';

/** A browser without the extension, and the way out of the machine that it has been shut out from. */
export type Lent = { readonly browser: Browser; readonly outside: Awaited<ReturnType<typeof shutOutside>> };

/** All that were started and not closed, and whether someone has them. The worker sees it from its own modules. */
const KEY = Symbol.for('browsers of a worker');
const kept = globalThis as { [KEY]?: Map<Lent, 'free' | 'lent'> };
kept[KEY] ??= new Map();
const browsers = kept[KEY];

/** Starts one. @param how a profile that outlives it; preferences for Firefox */
export async function begin(how: { readonly profile?: string; readonly prefs?: object } = {}): Promise<Lent> {
  const outside = await shutOutside();
  const args = kind === 'chrome' ? outside.args : [];
  const browser = await launchBare(kind, { ...how, args, prefs: { ...outside.prefs, ...how.prefs } });
  return { browser, outside };
}

/** Ends one. */
export async function end({ browser, outside }: Lent): Promise<void> {
  await browser.close();
  outside.close();
}

/** @returns one that is free, with one empty tab */
export async function borrow(): Promise<Lent> {
  const free = [...browsers].find(([{ browser }, state]) => state === 'free' && browser.connected)?.[0];
  const lent = free ?? (await begin());
  browsers.set(lent, 'lent');
  return lent;
}

/** Takes it back, when the extension has been taken out. */
export async function giveBack(lent: Lent): Promise<void> {
  const old = await lent.browser.pages();
  await lent.browser.newPage();
  for (const page of old) await page.close();
  browsers.set(lent, 'free');
}

/** Ends all that were lent. */
export async function endAll(): Promise<void> {
  const all = [...browsers.keys()];
  browsers.clear();
  await Promise.all(all.map(end));
}
