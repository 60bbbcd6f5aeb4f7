/** The one place that names the browser: everything else imports `browser` from here. */
import browser from 'webextension-polyfill';

export type { Menus, Runtime, Storage, Tabs } from 'webextension-polyfill';
export { browser };
