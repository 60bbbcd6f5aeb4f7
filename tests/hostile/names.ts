/** Pages that redefine what a script would ask the DOM: names of form fields, prototypes, endless siblings. */
import { CALM, OWN, PLAIN, pageOf, type Row, TEXT } from './row';

/** What of nodes and elements a form answers with its field of that name. */
const OF_ELEMENTS = (
  'nodeType nodeName nodeValue parentNode parentElement childNodes firstChild lastChild nextSibling previousSibling ' +
  'firstElementChild lastElementChild nextElementSibling previousElementSibling children childElementCount ' +
  'ownerDocument isConnected textContent innerText innerHTML outerHTML localName tagName namespaceURI prefix id ' +
  'className classList attributes getAttribute hasAttribute closest matches querySelector querySelectorAll ' +
  'getElementsByTagName contains compareDocumentPosition getRootNode shadowRoot attachShadow assignedSlot slot dataset ' +
  'style hidden inert isContentEditable contentEditable dir lang title getBoundingClientRect getClientRects ' +
  'checkVisibility scrollIntoView append remove addEventListener'
).split(' ');

/** What of a document it answers with the image, form or frame of that name. */
const OF_DOCUMENTS = (
  'body head title documentElement contentType designMode location URL documentURI baseURI cookie domain referrer ' +
  'readyState hidden visibilityState prerendering defaultView scripts forms images links styleSheets ' +
  'adoptedStyleSheets fonts activeElement scrollingElement fullscreenElement pictureInPictureElement ' +
  'createTreeWalker createRange createElement createTextNode querySelector querySelectorAll getElementById ' +
  'getElementsByTagName getElementsByClassName evaluate elementFromPoint elementsFromPoint caretPositionFromPoint ' +
  'getSelection hasFocus addEventListener removeEventListener dispatchEvent append prepend children childNodes ' +
  'firstChild lastChild firstElementChild nodeType nodeName textContent getRootNode contains isConnected cloneNode ' +
  'implementation doctype lang dir'
).split(' ');

/** The page inside one form, as some sites are built, with a field for every name. */
const form = (names: readonly string[], type: string): string =>
  pageOf(
    `<form>${names.map((name) => `<input type="${type}" name="${name}">`).join('')}<article>${TEXT}</article></form>`,
  );

const named = (tag: string, names: readonly string[]): string =>
  pageOf(`<article>${TEXT}</article>${names.map((name) => `<${tag} name="${name}"></${tag}>`).join('')}`);

/** Takes away or breaks what scripts use; `heal` puts it back, so that the test can look. */
const POLLUTION = `<script>(() => {
  const repairs = [];
  const set = (owner, name, value) => {
    const old = Object.getOwnPropertyDescriptor(owner, name);
    repairs.unshift(() => old ? Object.defineProperty(owner, name, old) : delete owner[name]);
    Object.defineProperty(owner, name, { ...(value ?? { value: undefined }), configurable: true });
  };
  const fail = () => { throw new Error(${JSON.stringify(OWN)}) };
  globalThis.heal = () => { for (const repair of repairs) repair(); };
  for (const name of ['map', 'filter', 'find', 'flatMap', 'push', 'some', 'at']) set(Array.prototype, name);
  for (const name of ['replace', 'split', 'trim', 'slice', 'normalize']) set(String.prototype, name, { value: fail });
  set(RegExp.prototype, 'exec', { value: fail });
  set(Map.prototype, 'get', { value: fail });
  set(Map.prototype, 'set', { value: fail });
  set(WeakMap.prototype, 'get', { value: fail });
  set(JSON, 'parse', { value: fail });
  set(HighlightRegistry.prototype, 'set', { value: fail });
  set(HighlightRegistry.prototype, 'has', { value: fail });
  set(Highlight.prototype, 'add', { value: fail });
  for (const name of ['StaticRange', 'Highlight', 'MutationObserver']) set(globalThis, name, { value: fail });
  set(TreeWalker.prototype, 'nextSibling', { value: fail });
  set(TreeWalker.prototype, 'firstChild', { value: fail });
  set(Document.prototype, 'createTreeWalker', { value: fail });
  for (const name of ['nodeType', 'parentNode', 'isConnected']) set(Node.prototype, name, { get: fail });
  set(CharacterData.prototype, 'data', { get: fail });
  for (const name of ['getAttribute', 'closest', 'querySelector']) set(Element.prototype, name, { value: fail });
  set(Element.prototype, 'localName', { get: fail });
  for (const name of ['lang', 'entry', 'kind', 'word', 'length', '0']) set(Object.prototype, name, { value: 7, writable: true });
})()</script>`;

export const NAMES: readonly Row[] = [
  {
    name: `clobber-form: ${OF_ELEMENTS.length} names of elements as fields of a form around the page`,
    page: form(OF_ELEMENTS, 'hidden'),
    flags: 'same',
  },
  {
    name: `clobber-form: ${OF_DOCUMENTS.length} names of documents as images`,
    page: named('img', OF_DOCUMENTS),
    flags: 'same',
  },
  {
    name: `clobber-form: ${OF_DOCUMENTS.length} names of documents as forms`,
    page: named('form', OF_DOCUMENTS),
    flags: 'same',
  },
  {
    name: `clobber-form: ${OF_DOCUMENTS.length} names of documents as frames`,
    page: named('iframe', OF_DOCUMENTS),
    flags: 'same',
  },
  {
    name: 'clobber-loop: a form whose next sibling and first child are fields in it',
    page: pageOf(
      `<article>${TEXT}<form><input name="nextSibling"><input name="firstChild"><input name="parentNode"><h1></h1>${CALM}</form></article>`,
    ),
    twin: pageOf(`<article>${TEXT}<div>${CALM}</div></article>`),
    flags: 'same',
  },
  {
    name: 'polluted-prototypes',
    page: PLAIN.replace('</head>', `${POLLUTION}</head>`),
    flags: 'same',
    // Read by now, whatever the page has broken; healed, it lets the test look.
    act: ({ page, read }) => read().then(() => page.evaluate('heal()') as Promise<void>),
  },
  {
    name: 'words of a script as words of the text: __proto__, constructor, toString',
    page: PLAIN.replace(CALM, '').replace(
      '</article>',
      '<p>__proto__ constructor toString hasOwnProperty valueOf: __proto__ заявив, що constructor повідомляє toString.</p></article>',
    ),
    flags: 'same',
  },
];
