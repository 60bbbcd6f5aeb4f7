/**
 * The content script. One classic script (`.iife`): no loader, and no file that a page could ask for.
 * Reads only what the gate lets through, paints without touching the DOM, and stops when the extension is gone.
 */
import { lexiconVersion } from '../lexicon';
import { browser } from '../shared/browser';
import { hostOf, plainAddress } from '../shared/host';
import { isToPage, type PageState, type ToPage } from '../shared/messages';
import { readSettings, watchSettings } from '../shared/settings';
import { isReadable } from './gate';
import { Session } from './session';

async function start(): Promise<void> {
  const host = hostOf(location.href);
  if (!isReadable(document) || host === undefined) return;
  if ('prerendering' in document && document.prerendering) {
    await new Promise((done) => document.addEventListener('prerenderingchange', done, { once: true }));
  }
  const life = new AbortController();
  const session = new Session(host, await readSettings(), life);
  watchSettings((settings) => session.choose(settings), life.signal);

  const onMessage = (message: unknown): Promise<unknown> | undefined =>
    isToPage(message) ? answer(message, session, host) : undefined;
  browser.runtime.onMessage.addListener(onMessage);
  life.signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(onMessage));
  addEventListener('pageshow', (event) => event.persisted && session.retell(), { signal: life.signal });
  // What the browser keeps for the way back is the page as it was, without a card.
  addEventListener('pagehide', () => session.tour.close(), { signal: life.signal });
  await session.run();
}

async function answer(message: ToPage, session: Session, host: string): Promise<unknown> {
  const state = async (): Promise<PageState> => ({ host, lexicon: lexiconVersion, ...(await session.view()) });
  if ('ask' in message) {
    if (message.ask === 'state') return state();
    if (message.ask === 'address') return plainAddress(location.href);
    const mark = session.ledger.find(message.id);
    return mark && session.ledger.place(mark);
  }
  switch (message.do) {
    case 'reveal':
      return session.tour.reveal(message.id);
    case 'explain':
      return session.tour.reveal(message.id) && session.tour.explain(message.id, 'key');
    case 'next':
      return session.tour.step(1, 'key');
    case 'previous':
      return session.tour.step(-1, 'key');
    case 'toggle-marks':
      return session.toggle();
    case 'scan-anyway':
      await session.readAnyway();
      return state();
  }
}

void start();
