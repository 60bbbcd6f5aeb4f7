/** Pages that look for Rupor, or share the registry of highlights with it: spies, thieves and rightful users. */
import { expect } from 'vitest';
import { markNames } from '../../src/shared/mark-name';
import { until } from '../e2e/browser';
import { articleOf, PLAIN, QUIET, type Row, type Stage, TEXT } from './row';

/** Repaints that a page can bring about; then only the count goes on. */
const REPAINTS_MAX = 2;
/** How long a thief is watched. Milliseconds. */
const WATCH_MS = 2500;

/** Clears the registry whenever something is in it, and counts how often. */
const THIEF = `<script>
  globalThis.thefts = 0;
  setInterval(() => {
    if (CSS.highlights.size === 0) return;
    for (const highlight of CSS.highlights.values()) for (const range of highlight) range.startContainer;
    globalThis.thefts++;
    CSS.highlights.clear();
  }, 16);
</script>`;

const ONCE = `<script>
  const timer = setInterval(() => {
    if (CSS.highlights.size === 0) return;
    CSS.highlights.clear();
    clearInterval(timer);
  }, 16);
</script>`;

const OWN_HIGHLIGHT = `<style>::highlight(own) { background-color: yellow }</style><script>
  addEventListener('DOMContentLoaded', () => {
    const range = new Range();
    range.selectNodeContents(document.querySelector('p'));
    CSS.highlights.set('own', new Highlight(range));
  });
</script>`;

const ownHighlight = ({ page }: Stage): Promise<string> =>
  page.evaluate(() => [...(CSS.highlights.get('own') ?? [])].map((range) => String(range)).join());

/**
 * Tricks by which pages tell which extensions a browser has; each leaves its name in `traces` if it finds something.
 * Laid before anything else runs in the page.
 */
const TRAPS = `<script>
  const traces = new Set();
  const quiet = (name, owner, key) => {
    const old = owner[key];
    owner[key] = function (...rest) { traces.add(name); return old.apply(this, rest); };
  };
  const globals = new Set(Object.getOwnPropertyNames(globalThis));
  const heard = (type, name) => addEventListener(type, (event) => { if (event.isTrusted) traces.add(name) }, true);
  quiet('calls attachShadow', Element.prototype, 'attachShadow');
  quiet('calls createTreeWalker', Document.prototype, 'createTreeWalker');
  quiet('calls the registry', HighlightRegistry.prototype, 'set');
  quiet('listens through the page’s own function', EventTarget.prototype, 'addEventListener');
  quiet('measures through the page’s own function', Element.prototype, 'getClientRects');
  quiet('posts messages', globalThis, 'postMessage');
  heard('message', 'message'); heard('error', 'error'); heard('securitypolicyviolation', 'policy violation');
  heard('focusin', 'focus'); heard('scroll', 'scroll'); heard('selectionchange', 'selection');
  heard('storage', 'storage event'); heard('slotchange', 'slot');
  customElements.define('x-trap', class extends HTMLElement {
    static observedAttributes = ['class', 'style', 'id', 'title', 'lang'];
    attributeChangedCallback() { traces.add('attribute of a custom element') }
    adoptedCallback() { traces.add('adopted') }
    disconnectedCallback() { traces.add('disconnected') }
    get role() { traces.add('getter of a custom element'); return null }
  });
  new PerformanceObserver((list) => {
    if (list.getEntries().some(({ name }) => /extension:/.test(name))) traces.add('resource timing');
  }).observe({ type: 'resource', buffered: true });
  addEventListener('DOMContentLoaded', () => {
    traces.clear();
    new MutationObserver(() => traces.add('mutation')).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    globalThis.before = { sheets: document.styleSheets.length, adopted: document.adoptedStyleSheets.length,
      elements: document.querySelectorAll('*').length, title: document.title, scripts: document.scripts.length };
  });
  globalThis.look = async (base, names, known) => {
    const { before } = globalThis;
    const found = new Set(traces);
    const tell = (name, holds) => { if (holds) found.add(name) };
    tell('global', Object.getOwnPropertyNames(globalThis).some((name) =>
      !globals.has(name) && !['globals', 'traces', 'quiet', 'heard', 'before', 'look', 'markup'].includes(name)));
    tell('sheet', document.styleSheets.length !== before.sheets);
    tell('adopted sheet', document.adoptedStyleSheets.length !== before.adopted);
    tell('element', document.querySelectorAll('*').length !== before.elements);
    tell('script', document.scripts.length !== before.scripts);
    tell('beside body', [...document.documentElement.children].some((one) => !['HEAD', 'BODY'].includes(one.tagName)));
    tell('title', document.title !== before.title);
    tell('storage', localStorage.length + sessionStorage.length > 0 || document.cookie !== '');
    tell('runtime', typeof globalThis.chrome?.runtime?.sendMessage === 'function' || 'browser' in globalThis);
    tell('animation', document.getAnimations().length > 0);
    tell('font', [...document.fonts].length > 0);
    tell('selection', getSelection().rangeCount > 0);
    tell('attribute', document.documentElement.attributes.length + document.body.attributes.length !== 1);
    tell('timing', performance.getEntries().some(({ name }) => /extension:/.test(name)));
    const loads = (tag, name, key) => new Promise((done) => {
      const one = document.createElement(tag);
      one.onload = () => done(found.add('loads as ' + tag));
      one.onerror = done;
      one[key] = base + '/' + name;
      if (tag === 'link') one.rel = 'stylesheet';
      if (tag !== 'img') document.head.append(one);
    });
    for (const name of names) {
      await fetch(base + '/' + name).then(() => found.add('fetch'), () => undefined);
      await Promise.all([loads('img', name, 'src'), loads('script', name, 'src'), loads('link', name, 'href')]);
    }
    tell('registry', CSS.highlights.size > 0);
    const plain = getComputedStyle(document.body);
    tell('style of a known name', known.some((name) => {
      const style = getComputedStyle(document.body, '::highlight(' + name + ')');
      return style.textDecorationLine !== plain.textDecorationLine || style.backgroundColor !== plain.backgroundColor;
    }));
    return [...found].sort();
  };
</script>`;

/**
 * The highlights' names are the same in every installation, and a page may ask for the style of a name: all names
 * that the sheet has are tried.
 */
const KNOWN_NAME = 'style of a known name';
const NAMES = markNames();
const FILES = ['manifest.json', 'src/page/main.iife.js', 'icons/icon-active-16.png', 'src/ui/popup/index.html'];

/** What the page has found out. */
const tracesOf = ({ page, house }: Stage): Promise<unknown> =>
  page.evaluate(`look(${[house.rupor.base, FILES, NAMES].map((one) => JSON.stringify(one)).join()})`);

const trapped = (page: string): string =>
  page.replace('<head>', `<head>${TRAPS}`).replace('<p>', '<p><x-trap class="a"></x-trap>');

export const REGISTRY: readonly Row[] = [
  {
    name: 'detector: 40 tricks find nothing on a page without a flag',
    page: trapped(QUIET),
    flags: 'none',
    check: async (stage) => expect(await tracesOf(stage)).toEqual([]),
    own: /Failed to load resource|may not load or link to/,
    unread: 'its own tricks add elements; a mutation of ours is one of the traces',
  },
  {
    name: 'detector: on a page with flags the registry and the sheet for it are the only traces',
    page: trapped(PLAIN),
    flags: 'same',
    check: async (stage) => expect(await tracesOf(stage)).toEqual(['registry', KNOWN_NAME]),
    own: /Failed to load resource|may not load or link to/,
    unread: 'its own tricks add elements; a mutation of ours is one of the traces',
  },
  {
    name: `registry-thief: at most ${REPAINTS_MAX} repaints, then it is left alone`,
    page: articleOf(TEXT, THIEF),
    flags: 'same',
    unseen: 'the thief leaves nothing to see',
    check: async ({ page }) => {
      await new Promise((done) => setTimeout(done, WATCH_MS));
      const thefts = Number(await page.evaluate('thefts'));
      expect(thefts).toBeGreaterThan(0);
      expect(thefts).toBeLessThanOrEqual(1 + REPAINTS_MAX);
    },
  },
  { name: 'registry cleared once: painted again', page: articleOf(TEXT, ONCE), flags: 'same' },
  {
    name: 'page with highlights of its own: left alone, also when Rupor is switched off',
    page: articleOf(TEXT, OWN_HIGHLIGHT),
    flags: 'same',
    check: async (stage) => {
      const own = await ownHighlight(stage);
      expect(own).toContain('Про це повідомляє');
      await stage.house.rupor.ask(stage.tab, { do: 'toggle-marks' });
      await until('no mark', async () => (await stage.painted()).length === 0);
      expect(await ownHighlight(stage)).toBe(own);
    },
  },
];
