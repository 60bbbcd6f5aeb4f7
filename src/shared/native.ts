/**
 * The browser's own extension interface, for scripts of web pages, where the polyfill would be weight. In the oldest browsers of the manifest it answers with promises.
 */
import type browser from 'webextension-polyfill';

const world = globalThis as { browser?: typeof browser; chrome?: typeof browser };

/** Firefox has `browser`, Chrome `chrome`. Also stands in the place of the polyfill there (vite.config.ts). */
export default (world.browser ?? world.chrome) as typeof browser;
