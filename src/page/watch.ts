/** Notices that the page has changed: its text, its address, its colours. Says so once; when to look is not decided here. */
import { around, dataOf, elementAround, holds, isElement, isText, nameOf, textOf, treeOf } from './dom';

export type Changes = {
  /** Text came or went. Called once, until `settled` is called. */
  readonly onText: () => void;
  /** Another article under another address, without a page load. */
  readonly onAddress: () => void;
  /** The page may have changed its colours. */
  readonly onLook: () => void;
};

export type Watch = {
  /** The changes were looked at: tell of the next ones. */
  settled(): void;
  /** Open shadow trees have text, too, and an observer of the document does not see into them. */
  alsoIn(shadows: readonly ShadowRoot[]): void;
};

/** Changes inside these are no change of the article. */
const BESIDE = 'nav, aside, footer, script, style, svg, canvas, video, button, [aria-hidden="true"], [role="timer"]';
const WORDLESS = new Set(
  'script style link meta iframe img picture source video audio svg canvas noscript template'.split(' '),
);

/** Attributes by which pages switch between light and dark. */
const LOOKS = ['class', 'style', 'data-theme', 'data-color-mode', 'data-color-scheme', 'theme'];

const TEXT: MutationObserverInit = { subtree: true, childList: true, characterData: true };

export function watch(changes: Changes, signal: AbortSignal): Watch {
  let dirty = false;
  let address = addressNow();
  const known = new WeakSet<ShadowRoot>();

  const observer = new MutationObserver((records) => {
    if (dirty || !records.some(isTextChange)) return;
    dirty = true;
    // An isolated world does not see the page's own pushState; a new text is the moment to compare.
    onPlace();
    changes.onText();
  });
  observer.observe(document.documentElement, TEXT);

  const looks = new MutationObserver(changes.onLook);
  for (const element of [document.documentElement, document.body]) {
    looks.observe(element, { attributes: true, attributeFilter: LOOKS });
  }

  function onPlace(): void {
    const now = addressNow();
    if (now === address) return;
    address = now;
    changes.onAddress();
  }
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', onPlace, { signal });
  addEventListener('popstate', onPlace, { signal });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', changes.onLook, { signal });

  signal.addEventListener('abort', () => {
    observer.disconnect();
    looks.disconnect();
  });
  return {
    settled() {
      dirty = false;
    },
    alsoIn(shadows) {
      for (const shadow of shadows) {
        if (known.has(shadow)) continue;
        known.add(shadow);
        observer.observe(shadow, TEXT);
      }
    },
  };
}

/** A place within the same text is the same text. */
function addressNow(): string {
  return location.href.replace(/#.*/s, '');
}

function isTextChange(record: MutationRecord): boolean {
  const target = targetOf(record.target);
  if (!target || around(target, BESIDE)) return false;
  if (record.type === 'characterData') return true;
  // The card itself is put beside body, and a page's head holds no text.
  if (target === document.documentElement) return [...record.addedNodes].includes(document.body);
  if (treeOf(target) === document && !holds(document.body, target)) return false;
  return hasWords(record.addedNodes) || hasWords(record.removedNodes);
}

function targetOf(node: Node): Element | null {
  if (isElement(node)) return node;
  return node instanceof ShadowRoot ? node.host : elementAround(node);
}

function hasWords(nodes: NodeList): boolean {
  for (const node of nodes) {
    if (
      isText(node) ? dataOf(node).trim() !== '' : isElement(node) && !WORDLESS.has(nameOf(node)) && textOf(node) !== ''
    ) {
      return true;
    }
  }
  return false;
}
