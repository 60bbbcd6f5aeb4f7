/** Notices that the page has changed: its text, its address, its colours. Says so once; when to look is not decided here. */
import { Dirt } from './dirt';

export type Changes = {
  /** Text has just come, gone or changed; called each time. `written`: text nodes that were written over. */
  readonly onChange: (written: readonly Node[], isThinned: boolean) => void;
  /** Text came or went. Called once, until `take` is called. */
  readonly onText: () => void;
  /** Another article under another address, without a page load. */
  readonly onAddress: () => void;
  /** The page may have changed its colours. */
  readonly onLook: () => void;
};

export type Watch = {
  /** What has changed since it was asked last; the next change is told of again. */
  take(): ReturnType<Dirt['take']>;
  /** Open shadow trees have text, too, and an observer of the document does not see into them. */
  alsoIn(shadows: readonly ShadowRoot[]): void;
};

/** Attributes by which pages switch between light and dark. */
const LOOKS = ['class', 'style', 'data-theme', 'data-color-mode', 'data-color-scheme', 'theme'];

/** Attributes by which pages hide text, and open it to writing. */
const HIDES = ['hidden', 'aria-hidden', 'inert', 'contenteditable'];

const TEXT: MutationObserverInit = { subtree: true, childList: true, characterData: true, attributeFilter: HIDES };

export function watch(changes: Changes, signal: AbortSignal): Watch {
  const dirt = new Dirt();
  let isTold = false;
  /** Has anything been taken out of the page since `onChange` was called? */
  let isThinned = false;
  let address = addressNow();
  const known = new WeakSet<ShadowRoot>();

  const observer = new MutationObserver((records) => {
    for (const record of records) dirt.add(record);
    isThinned ||= records.some(({ removedNodes }) => removedNodes.length > 0);
    if (dirt.isClean) return;
    const written = records.filter(({ type }) => type === 'characterData').map(({ target }) => target);
    changes.onChange(written, isThinned);
    isThinned = false;
    if (isTold) return;
    isTold = true;
    // An isolated world does not see the page's own pushState; a new text is the moment to compare.
    onPlace();
    changes.onText();
  });
  // The root may be replaced; the document stays.
  observer.observe(document, TEXT);

  const looks = new MutationObserver(changes.onLook);
  for (const element of [document.documentElement, document.body]) {
    if (element) looks.observe(element, { attributes: true, attributeFilter: LOOKS });
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
    take() {
      for (const record of observer.takeRecords()) dirt.add(record);
      isTold = false;
      return dirt.take();
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
