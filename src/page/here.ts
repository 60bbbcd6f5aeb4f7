/** The page's address. A frame that its page has written (`srcdoc`) has none of its own: it is at that page's. */
export function here(): string {
  return location.protocol === 'about:' ? (window.top ?? window).location.href : location.href;
}
