/**
 * A page that is no news: nothing of the extension's interface is touched there, as its first use alone would cost more
 * than all the rest. It is looked at again where it may have become an article.
 */
import { sizeOf } from './dom';

/** Before each next look, after its load or a change of address. Milliseconds. */
const RESTS = [250, 500, 750, 1000, 2500];

const { navigation } = globalThis as { navigation?: EventTarget };
/** Who says that the address has changed. A browser that has the first needs no other. */
const places = navigation ?? globalThis;
const PLACED = navigation ? 'currententrychange' : 'popstate';

export class Lobby {
  private later: ReturnType<typeof setTimeout> | undefined;

  /** @param onLook the page may have become an article */
  constructor(private readonly onLook: () => void) {
    places.addEventListener(PLACED, this.watch);
    this.watch();
  }

  /** For some seconds, and only where something came since the last look; a tab that is not seen can wait. */
  readonly watch = (): void => {
    this.rest();
    let before = sizeOf(document);
    let rests = 0;
    const wait = () => {
      this.later = setTimeout(look, RESTS[rests++]);
    };
    const look = () => {
      if (rests < RESTS.length) wait();
      const now = sizeOf(document);
      const isSame = now === before;
      before = now;
      if (!isSame) this.onLook();
    };
    wait();
    if (document.hidden) document.addEventListener('visibilitychange', this.onLook, { once: true });
  };

  /** It is decided: no more looks until the address changes. */
  rest(): void {
    clearTimeout(this.later);
  }

  /** No more looks at all. */
  close(): void {
    this.rest();
    places.removeEventListener(PLACED, this.watch);
    document.removeEventListener('visibilitychange', this.onLook);
  }
}
