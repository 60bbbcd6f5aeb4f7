/** Words of the interface for what an entry is. */
import type { Rule } from '../../lexicon';
import { t } from '../../shared/i18n';

const TYPES = [
  'agency',
  'tv',
  'radio',
  'paper',
  'site',
  'telegram',
  'person',
  'generic',
  'network',
  'body',
  'state',
] as const;
const CONTROLS = [
  'state-owned',
  'state-controlled',
  'state-affiliated',
  'sanctioned-private',
  'proxy',
  'channel',
] as const;

/** «агенція», «посадовець», «формулювання». */
export function typeOf({ kind, type }: Rule): string {
  const known = TYPES.find((name) => name === type);
  if (known === undefined) return t(`kind_${kind}`);
  return kind === 'official' && known === 'person' ? t('type_official') : t(`type_${known}`);
}

/** «належить державі»; nothing for an entry that nobody controls. */
export function controlOf({ control }: Rule): string | undefined {
  const known = CONTROLS.find((name) => name === control);
  return known && t(`control_${known}`);
}
