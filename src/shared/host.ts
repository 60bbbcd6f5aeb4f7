/**
 * The host that settings are kept by: lower case, without `www.` and without a final dot.
 * @returns undefined where the address has no host or is none (`about:blank`, a browser's own page keeps its host).
 */
export function hostOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const host = new URL(url).hostname.replace(/\.$/, '').replace(/^www\./, '');
  return host === '' ? undefined : host;
}

/** Could a content script live at this address? Others are the browser's own. */
export function isWebPage(url: string): boolean {
  return /^https?:\/\//i.test(url);
}

/** The browsers' own stores: no extension may run there. */
const STORES = /^https:\/\/(?:chromewebstore\.google\.com|chrome\.google\.com\/webstore|addons\.mozilla\.org)(?:\/|$)/;
export const isStore = (url: string): boolean => STORES.test(url);

/** The address without query, fragment, name and password: what a reader may add to a report. */
export function plainAddress(url: string): string | undefined {
  if (!isWebPage(url) || !URL.canParse(url)) return undefined;
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/**
 * The host that a reader means, who types an address or a host alone, with or without `www.`.
 * @returns undefined for what no web site could be called
 */
export function typedHost(typed: string): string | undefined {
  const address = typed.trim();
  const host = hostOf(/^[a-z][a-z+.-]*:\/\//i.test(address) ? address : `https://${address}`);
  const isSite = host !== undefined && /^(?:localhost|[a-z0-9_-]+(?:\.[a-z0-9_-]+)+)$/.test(host);
  return isSite && (isWebPage(address) || !address.includes('://')) ? host : undefined;
}
