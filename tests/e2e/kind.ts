/** The browser of this run. */
export const kind = process.env.RUPOR_BROWSER === 'firefox' ? 'firefox' : 'chrome';
