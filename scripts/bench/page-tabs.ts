/** Fifty tabs left open: what each costs in memory because of the extension. */
import { type Figure, judge, type Run } from './figure';
import type { Extension } from './page-extension';
import { memoryOf } from './page-memory';
import { article, shop } from './page-text';

export const ids = ['tabs.quiet', 'tabs.article'] as const;

const TABS = 50;
/** The issue asks to state these; the bounds are ours: a hundredth and a tenth of what a tab takes by itself. */
const KINDS = {
  'tabs.quiet': { what: 'page that is no news', html: shop(), target: 1 },
  'tabs.article': { what: 'article', html: article(12_000), target: 10 },
} as const;

export async function* figures(run: Run, extension: Extension): AsyncGenerator<Figure> {
  for (const id of ids.filter(run.wants)) {
    const { what, html, target } = KINDS[id];
    run.say(`${TABS} tabs with a ${what}`);
    const without = await memoryOf(html, TABS, undefined);
    const having = await memoryOf(html, TABS, extension.folder);
    const more = having.processes - without.processes;
    const mb = (value: number): string => value.toFixed(2);
    yield judge({
      id,
      what: `each of ${TABS} tabs with a ${what}: memory more than without us`,
      value: more,
      target,
      sense: 'at-most',
      unit: 'MB',
      detail: `PSS of all processes ${mb(having.processes)} and ${mb(without.processes)}; JavaScript ${mb(having.heap)} and ${mb(without.heap)}`,
    });
  }
}
