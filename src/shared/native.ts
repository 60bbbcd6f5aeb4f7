/**
 * The browser's own extension interface, for the first script alone: it is in every page and has no room for the
 * polyfill. In the oldest browsers of the manifest it answers with promises.
 */
import type browser from 'webextension-polyfill';

const world = globalThis as { browser?: typeof browser; chrome?: typeof browser };

/** Firefox has `browser`, Chrome `chrome`; a content script always has one of them. */
export const native = (world.browser ?? world.chrome) as typeof browser;
