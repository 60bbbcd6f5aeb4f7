/** HTML for unit tests: parsed as a browser parses a page, never assigned as markup. */

/** A parsed document; its nodes may be moved into the test's own. */
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

/** Puts the HTML in place of what the element or shadow root holds. */
export function fill(root: ParentNode, html: string): void {
  root.replaceChildren(...parse(`<body>${html}`).body.childNodes);
}

/** Puts the HTML in place of what the document's head holds. */
export function fillHead(html: string): void {
  document.head.replaceChildren(...parse(`<head>${html}</head>`).head.childNodes);
}
