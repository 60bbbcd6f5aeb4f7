/** Why Rupor asks for each permission of its manifest. A test compares this with what is built. */
import type { TextKey } from '../../shared/i18n';

type Words = { readonly title: TextKey; readonly text: TextKey };

export const PERMISSIONS: Readonly<Record<string, Words>> = {
  contextMenus: { title: 'perm_contextMenus', text: 'perm_contextMenus_text' },
  scripting: { title: 'perm_scripting', text: 'perm_scripting_text' },
  storage: { title: 'perm_storage', text: 'perm_storage_text' },
  sidePanel: { title: 'perm_sidePanel', text: 'perm_sidePanel_text' },
};
