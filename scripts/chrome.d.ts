/** The extension API as code that a driver runs inside an extension page sees it, without our polyfill. */
declare const chrome: typeof import('webextension-polyfill');
