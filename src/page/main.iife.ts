/**
 * The first script: one small classic script (`.iife`: no loader, and no file that a page could ask for) in every page.
 * It decides whether the page is read; on a page that is, the background brings the second script (`article.ts`),
 * and this one only passes messages on.
 */
import { hostOf } from '../shared/host';
import { isAlive } from './alive';
import { Door } from './door';
import { isReadable } from './gate';
import { here } from './here';
import { world } from './world';

async function start(): Promise<void> {
  const host = hostOf(here());
  if (!isReadable(document) || host === undefined) return;
  // After an installation both the browser and the background may start it in an open page.
  if (world.ruporDoor?.()) return;
  world.ruporDoor = isAlive;
  // Asked of the prototype: where a browser does not know it, an image of that name would answer for the document.
  const { prerendering } = document as { prerendering?: boolean };
  if (prerendering && 'prerendering' in Document.prototype) {
    await new Promise((done) => document.addEventListener('prerenderingchange', done, { once: true }));
  }
  await new Door(host).look();
}

void start();
