/** «Not this»: hiding a mark here, on a site or anywhere, and bringing it back. */
import { browser } from './browser';
import { t } from './i18n';
import { type Where, whereWeAre } from './kept';
import type { ToBackground } from './messages';
import { changeSettings, type Exclusion } from './settings';

/** Hides what the exclusion names. @throws when the storage fails; nothing is changed then. */
export async function exclude(exclusion: Exclusion, where = whereWeAre()): Promise<void> {
  if (where === 'passed-on') return ask({ say: 'exclude', exclusion });
  await edit((kept) => [...kept, exclusion], exclusion, where);
}

/** Brings back what the exclusion hid. @throws when the storage fails; nothing is changed then. */
export async function readmit(exclusion: Exclusion, where = whereWeAre()): Promise<void> {
  if (where === 'passed-on') return ask({ say: 'readmit', exclusion });
  await edit((kept) => kept, exclusion, where);
}

type Edit = (others: readonly Exclusion[]) => readonly Exclusion[];

async function edit(of: Edit, exclusion: Exclusion, where: Where): Promise<void> {
  await changeSettings((settings) => {
    const others = settings.exclusions.filter((kept) => !isSame(kept, exclusion));
    return { ...settings, exclusions: of(others) };
  }, where);
}

/** In a private window the background does it for a page's script. */
async function ask(message: ToBackground): Promise<void> {
  if ((await browser.runtime.sendMessage(message)) !== true) throw new Error('The background did not keep it.');
}

/** What a reader is told once the mark called `name` is hidden. */
export function hiddenText(name: string, exclusion: Exclusion): string {
  if (exclusion.scope === 'site') return t('hidden_site', name, exclusion.host);
  return t(`hidden_${exclusion.scope}`, name);
}

const isSame = (one: Exclusion, other: Exclusion): boolean => exclusionOf(one) === exclusionOf(other);

/** What an exclusion hides and where, the same for two of the same. */
export function exclusionOf(exclusion: Exclusion): string {
  const { scope, entry } = exclusion;
  if (scope === 'anywhere') return `${entry} anywhere`;
  return scope === 'site' ? `${entry} site ${exclusion.host}` : `${entry} here ${exclusion.host} ${exclusion.place}`;
}
