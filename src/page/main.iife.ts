/**
 * The first script: one small classic script (`.iife`: no loader, and no file that a page could ask for) in every page.
 * It decides whether the page is read; on a page that is, the background brings the second script (`article.ts`),
 * and this one only passes messages on. On any other it waits, and asks nothing of the extension.
 */
import { hostOf } from '../shared/host';
import { isAlive } from './alive';
import { Door } from './door';
import { isNews, isReadable } from './gate';
import { here } from './here';
import { articleFrame, holdsNews } from './inner';
import { Lobby } from './lobby';
import { world } from './world';

function start(): void {
  const host = hostOf(here());
  // After an installation both the browser and the background may start it in an open page.
  if (!isReadable(document) || host === undefined || world.ruporDoor?.()) return;
  const open = (): void => {
    world.ruporLobby?.();
    world.ruporLobby = undefined;
    // The extension may have gone while the page waited.
    if (!isAlive()) return;
    world.ruporDoor = isAlive;
    void new Door(host).look();
  };
  const look = (): void => {
    // A tab that nobody has looked at yet can wait.
    if (document.hidden) return;
    world.ruporNews = isNews(document);
    if (world.ruporNews || (window === window.top && articleFrame(document))) open();
  };
  world.ruporGate = isNews;
  // Asked by a reader, or for a site that is always read.
  if (world.ruporAsked) open();
  if (world.ruporAsked || world.ruporLobby) return;
  const waiting = new AbortController();
  const { signal } = waiting;
  world.ruporLobby = () => waiting.abort();
  new Lobby(look, signal);
  const onFrame = ({ target }: Event): void => {
    if (target instanceof HTMLIFrameElement && holdsNews(target)) look();
  };
  if (window === window.top) document.addEventListener('load', onFrame, { capture: true, signal });
  look();
}

// Asked of the prototype: where a browser does not know it, an image of that name would answer for the document.
const { prerendering } = document as { prerendering?: boolean };
if (prerendering && 'prerendering' in Document.prototype) {
  document.addEventListener('prerenderingchange', start, { once: true });
} else start();
