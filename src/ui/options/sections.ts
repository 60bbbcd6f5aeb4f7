/** Parts of the options page in their order: what the address names after `#`, and its name in the navigation. */
import type { TextKey } from '../../shared/i18n';

export const SECTIONS: { readonly [id: string]: TextKey } = {
  sites: 'opt_sites',
  what: 'opt_what',
  look: 'opt_look',
  exclusions: 'opt_exclusions',
  own: 'opt_own',
  reports: 'opt_reports',
  rules: 'opt_rules',
  accuracy: 'opt_accuracy',
  privacy: 'opt_privacy',
  data: 'opt_data',
};
