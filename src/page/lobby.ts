/**
 * A page that is no news: nothing of the extension's interface is touched there, as its first use alone would cost more
 * than all the rest. It is looked at again where it may have become an article.
 */

/** When it is looked at again, after its load or a change of address. Milliseconds. */
const LOOKS = [250, 750, 1500, 2500, 5000];

export class Lobby {
  private later: ReturnType<typeof setTimeout>[] = [];

  /** @param onLook the page may have become an article */
  constructor(
    private readonly onLook: () => void,
    private readonly signal: AbortSignal,
  ) {
    const { navigation } = globalThis as { navigation?: EventTarget };
    navigation?.addEventListener('currententrychange', this.watch, { signal });
    addEventListener('popstate', this.watch, { signal });
    signal.addEventListener('abort', () => this.rest());
    this.watch();
  }

  /** For some seconds, and only where something came since the last look; a tab that is not seen can wait. */
  readonly watch = (): void => {
    this.rest();
    let before = size();
    const look = () => {
      const now = size();
      if (now !== before) this.onLook();
      before = now;
    };
    this.later = LOOKS.map((after) => setTimeout(look, after));
    if (document.hidden)
      document.addEventListener('visibilitychange', this.onLook, { once: true, signal: this.signal });
  };

  /** It is decided: no more looks until the address changes. */
  rest(): void {
    for (const timer of this.later) clearTimeout(timer);
    this.later = [];
  }
}

/** Elements of the page; the browser keeps this number. */
const size = (): number => document.getElementsByTagName('*').length;
