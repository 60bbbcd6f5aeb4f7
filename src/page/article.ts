/**
 * The second script, brought to pages that are read: engine, marks and card. Reads only what the gate lets through,
 * paints without touching the DOM, and stops when the extension is gone.
 */
import { lexiconVersion } from '../lexicon';
import { hostOf, plainAddress } from '../shared/host';
import type { PageState, ToPage } from '../shared/messages';
import { choices } from './choices';
import { here } from './here';
import { Library } from './library';
import { declaredLanguage } from './sentence';
import { Session } from './session';
import { world } from './world';

async function open(host: string): Promise<Session> {
  const life = new AbortController();
  const library = new Library(life.signal);
  // Mostly pages say their language right; if not, the text tells, and other tables are asked for.
  library.expect(declaredLanguage());
  const session = new Session(host, await choices(), library, life, world.ruporNews === true);
  addEventListener('pageshow', (event) => event.persisted && session.retell(), { signal: life.signal });
  // What the browser keeps for the way back is the page as it was, without a card.
  addEventListener('pagehide', () => session.rest(), { signal: life.signal });
  return session;
}

async function answer(message: ToPage, session: Session, host: string): Promise<unknown> {
  const state = async (): Promise<PageState> => ({ host, lexicon: lexiconVersion, ...(await session.view()) });
  if ('ask' in message) {
    if (message.ask === 'state') return state();
    if (message.ask === 'address') return plainAddress(here());
    // The door tells it, on pages that are no news as well.
    if (message.ask === 'selection') return undefined;
    const mark = session.ledger.find(message.id);
    return mark && session.ledger.place(mark);
  }
  switch (message.do) {
    case 'reveal':
      return session.tour.jump(message.id);
    case 'explain':
      return session.tour.reveal(message.id) && (await session.tour.explain(message.id, 'key'));
    case 'not-this':
      return session.tour.notThis();
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

const host = hostOf(here());
// Brought twice (a background that answered late), it is there once.
if (host !== undefined && !world.ruporArticle) {
  let session: Session | undefined;
  const opening = open(host);
  world.ruporArticle = {
    answer: async (message) => answer(message, await opening, host),
    choose: (settings) => session?.choose(settings),
    aim: (at) => session?.tour.aim(at) ?? false,
  };
  void opening.then((opened) => {
    session = opened;
    return opened.run();
  });
}
