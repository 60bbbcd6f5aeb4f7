/**
 * The browser's own extension interface, for scripts of web pages, where the polyfill would be weight. In the oldest
 * browsers of the manifest it answers with promises.
 */
import type browser from 'webextension-polyfill';

const world = globalThis as { browser?: typeof browser; chrome?: typeof browser };

/** Firefox has `browser`, Chrome `chrome`. Asked for only where it is used: to look at it is a tenth of a millisecond, cold. */
export const native = (): typeof browser => (world.browser ?? world.chrome) as typeof browser;

/** Stands in the place of the polyfill (vite.config.ts). */
export default /* @__PURE__ */ native();
