/**
 * The door, brought to pages that are news, and to any that a reader asks about: it answers, and has the page read. On
 * sites that are always read the browser itself starts it, before the first script.
 */
import { hostOf } from '../shared/host';
import { isAlive } from './alive';
import { Door } from './door';
import { isHtml, isNews } from './gate';
import { here } from './here';
import { onceShown } from './shown';
import { world } from './world';

onceShown(() => {
  world.ruporLobby?.();
  world.ruporLobby = undefined;
  const host = hostOf(here());
  // Brought twice, it is there once.
  if (!isHtml(document) || host === undefined || world.ruporDoor?.()) return;
  world.ruporDoor = isAlive;
  world.ruporGate ??= isNews;
  void new Door(host).look();
});
