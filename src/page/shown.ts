/** Does it now, or, in a page that the browser has made ready beforehand, when a reader comes to it. */
export function onceShown(act: () => void): void {
  // Asked of the prototype: where a browser does not know it, an image of that name would answer for the document.
  const { prerendering } = document as { prerendering?: boolean };
  if (prerendering && 'prerendering' in Document.prototype) {
    document.addEventListener('prerenderingchange', act, { once: true });
  } else act();
}
