/** «Not this»: hiding a mark here, on a site or anywhere, and bringing it back. */
import { t } from './i18n';
import { changeSettings, type Exclusion } from './settings';

/** Hides what the exclusion names. @throws when the storage fails; nothing is changed then. */
export async function exclude(exclusion: Exclusion): Promise<void> {
  await changeSettings((settings) => ({
    ...settings,
    exclusions: [...settings.exclusions.filter((kept) => !isSame(kept, exclusion)), exclusion],
  }));
}

/** Brings back what the exclusion hid. @throws when the storage fails; nothing is changed then. */
export async function readmit(exclusion: Exclusion): Promise<void> {
  await changeSettings((settings) => ({
    ...settings,
    exclusions: settings.exclusions.filter((kept) => !isSame(kept, exclusion)),
  }));
}

/** What a reader is told once the mark called `name` is hidden. */
export function hiddenText(name: string, exclusion: Exclusion): string {
  if (exclusion.scope === 'site') return t('hidden_site', name, exclusion.host);
  return t(`hidden_${exclusion.scope}`, name);
}

function isSame(one: Exclusion, other: Exclusion): boolean {
  return one.entry === other.entry && range(one) === range(other);
}

function range(exclusion: Exclusion): string {
  if (exclusion.scope === 'anywhere') return 'anywhere';
  return exclusion.scope === 'site' ? `site ${exclusion.host}` : `here ${exclusion.host} ${exclusion.place}`;
}
