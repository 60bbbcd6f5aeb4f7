/** «Not this»: hiding a mark here, on a site or anywhere, and bringing it back. */
import { t } from './i18n';
import { whereWeAre } from './kept';
import { changeSettings, type Exclusion, type Settings } from './settings';

/** Hides what the exclusion names. @throws when the storage fails; nothing is changed then. */
export async function exclude(exclusion: Exclusion, where = whereWeAre()): Promise<void> {
  await changeSettings((settings) => withExclusion(settings, exclusion), where);
}

/** Brings back what the exclusion hid. @throws when the storage fails; nothing is changed then. */
export async function readmit(exclusion: Exclusion, where = whereWeAre()): Promise<void> {
  await changeSettings((settings) => withoutExclusion(settings, exclusion), where);
}

/** The settings with what the exclusion names hidden. */
export function withExclusion(settings: Settings, exclusion: Exclusion): Settings {
  return { ...settings, exclusions: [...withoutExclusion(settings, exclusion).exclusions, exclusion] };
}

/** The settings with what the exclusion hides brought back. */
export function withoutExclusion(settings: Settings, exclusion: Exclusion): Settings {
  return { ...settings, exclusions: settings.exclusions.filter((kept) => !isSame(kept, exclusion)) };
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
