/** D1 to D6, I1 and the budgets of a page, in real Chromium. */
import pkg from '../../package.json' with { type: 'json' };
import { launchBare } from '../browsers.mjs';
import type { Figure, Run } from './figure';
import * as cold from './page-cold';
import { buildExtension } from './page-extension';
import * as huge from './page-huge';
import * as lists from './page-lists';
import * as live from './page-live';
import * as parts from './page-parts';
import * as tabs from './page-tabs';

export const ids: readonly string[] = [...parts.ids, ...live.ids, ...huge.ids, ...cold.ids, ...lists.ids, ...tabs.ids];

export async function versions(): Promise<readonly string[]> {
  const browser = await launchBare('chrome');
  const version = await browser.version();
  await browser.close();
  return [version, `mark.js ${pkg.devDependencies['mark.js']}`];
}

export async function* figures(run: Run): AsyncGenerator<Figure> {
  let rescan = Number.NaN;
  const wants = (part: { readonly ids: readonly string[] }): boolean => part.ids.some(run.wants);
  if (wants(parts) || run.wants('D5')) yield* parts.figures(run, (time) => (rescan = time));
  if (![live, huge, cold, lists, tabs].some(wants)) return;
  run.say('building the extension');
  const extension = buildExtension();
  try {
    if (wants(live)) yield* live.figures(run, extension, rescan);
    if (wants(huge)) yield* huge.figures(run, extension);
    if (wants(cold)) yield* cold.figures(run, extension);
    if (wants(lists)) yield* lists.figures(run, extension);
    if (wants(tabs)) yield* tabs.figures(run, extension);
  } finally {
    extension.remove();
  }
}
