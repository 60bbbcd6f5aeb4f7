/** What the reader's choices say of this site, as the background tells it: what is kept is out of a page's reach. */
import { parseSiteSettings, type SiteSettings } from '../shared/settings-for';
import { insist } from './alive';
import { world } from './world';

/** What was told last; asked for where nothing was. Of a background that stays silent: leave this site alone. */
export async function choices(): Promise<SiteSettings> {
  world.ruporChoices ??= ask();
  const asked = world.ruporChoices;
  // An opening may have been heard, and its answer lost.
  const said = (await asked) ?? (await ask());
  if (world.ruporChoices !== asked) return choices();
  // Whoever needs it next asks again.
  if (said === undefined) world.ruporChoices = undefined;
  return parseSiteSettings(said);
}

/** Asks anew: something was chosen, or may have been while nobody could tell. */
export function choicesAnew(): Promise<SiteSettings> {
  world.ruporChoices = undefined;
  return choices();
}

const ask = (): Promise<unknown> => insist({ say: 'choices' });
