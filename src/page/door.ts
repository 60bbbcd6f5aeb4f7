/** Before the article is read: is it one, does the reader want it read, and has the second script come? */
import { lexiconVersion } from '../lexicon';
import type { Runtime } from '../shared/browser';
import { fieldOf } from '../shared/field';
import { isToPage, type PageState, type ToPage } from '../shared/messages';
import native from '../shared/native';
import { watchAim } from './aim';
import { isAlive, tell, tellCount } from './alive';
import { choices, choicesAnew } from './choices';
import { isNews } from './gate';
import { articleFrame, holdsNews, placeOf } from './inner';
import { Lobby } from './lobby';
import { world } from './world';

/** A background that has just been stopped answers the second time. */
const TRIES = 3;
const REST = 200;
/** A timer cannot be longer than this. Milliseconds. */
const TIMER_MAX = 2 ** 31 - 1;

type State = 'not-news' | 'off' | 'paused' | 'reading' | 'failed';

export class Door {
  private state: State = 'reading';
  private readonly life = new AbortController();
  private bringing: Promise<void> | undefined;
  private resuming: ReturnType<typeof setTimeout> | undefined;
  private readonly lobby: Lobby;
  /** The frame that holds the article: its own first script speaks, and this one is silent. */
  private inner: HTMLIFrameElement | undefined;
  /** What the icon's words depend on besides the state: the reader's language, and until when it is paused. */
  private wording = '';

  constructor(private readonly host: string) {
    native.runtime.onMessage.addListener(this.onMessage);
    const { signal } = this.life;
    if (window === window.top) document.addEventListener('load', this.onFrame, { capture: true, signal });
    watchAim(signal);
    addEventListener('pageshow', (event) => event.persisted && this.comeBack(), { signal });
    this.lobby = new Lobby(() => void this.look());
  }

  /** Decides anew. */
  readonly look = async (): Promise<void> => {
    if (world.ruporArticle || this.bringing || this.inner?.isConnected) return this.lobby.rest();
    if (!isAlive()) return this.end();
    const { site, pausedUntil, language } = await choices();
    clearTimeout(this.resuming);
    const left = pausedUntil - Date.now();
    this.reword(`${language} ${left > 0 ? pausedUntil : ''}`);
    if (site === 'off') return this.enter('off');
    if (left > 0) {
      this.resuming = setTimeout(this.look, Math.min(left, TIMER_MAX));
      return this.enter('paused');
    }
    // A tab that nobody has looked at yet can wait.
    if (document.hidden) {
      this.enter('not-news');
      return document.addEventListener('visibilitychange', this.look, { once: true, signal: this.life.signal });
    }
    world.ruporNews = isNews(document);
    if (site === 'always' || world.ruporNews) return this.bring();
    this.enter('not-news');
    const frame = window === window.top ? articleFrame(document) : undefined;
    if (frame) await this.handTo(frame);
  };

  /** Goes by what the reader chooses now, here or in the article. */
  private async choose(): Promise<void> {
    const settings = await choicesAnew();
    if (world.ruporArticle) world.ruporArticle.choose(settings);
    else await this.look();
  }

  /** The browser has kept the page for the way back: nobody could tell it what was chosen meanwhile. */
  private comeBack(): void {
    this.tell();
    void this.choose();
  }

  private async handTo(frame: HTMLIFrameElement): Promise<void> {
    this.inner = frame;
    const came = (await tell({ say: 'frame', place: placeOf(frame) })) === true;
    if (!came) this.inner = undefined;
  }

  /** A frame of this page shows something else; what was said of it before is no longer so. */
  private readonly onFrame = ({ target }: Event): void => {
    if (!(target instanceof HTMLIFrameElement) || world.ruporArticle) return;
    const wasInner = target === this.inner;
    if (wasInner) this.inner = undefined;
    if (wasInner) this.tell();
    if (wasInner || holdsNews(target)) void this.look();
  };

  private enter(state: State): void {
    const before = this.state;
    this.state = state;
    // The icon of a new page says "not news" by itself: what is so needs no word, and no background is woken.
    if (state !== before && !(before === 'reading' && state === 'not-news')) this.tell();
  }

  /** The icon says the same in other words now. */
  private reword(wording: string): void {
    const isNew = this.wording !== wording && world.ruporCount !== undefined;
    this.wording = wording;
    if (isNew) this.tell();
  }

  private tell(): void {
    const { state } = this;
    if (world.ruporArticle || this.inner || state === 'reading') return;
    void tellCount({ say: 'count', state, n: 0 });
  }

  /** Has the second script brought; once. */
  private bring(): Promise<void> {
    this.bringing ??= this.send().finally(() => {
      this.bringing = undefined;
    });
    return this.bringing;
  }

  private async send(): Promise<void> {
    this.lobby.rest();
    this.state = 'reading';
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      await tell({ say: 'need', files: ['article'] });
      if (world.ruporArticle) return;
      if (!isAlive()) return this.end();
      await new Promise((done) => setTimeout(done, REST));
    }
    this.enter('failed');
  }

  // Chrome before 148 takes no promise for an answer.
  private readonly onMessage: Runtime.OnMessageListenerCallback = (said, _sender, answer) => {
    if (fieldOf(said, 'say') === 'chosen') void this.choose();
    if (!isToPage(said) || this.inner?.isConnected) return undefined as never;
    this.answer(said).then(answer, () => answer(undefined));
    return true;
  };

  private async answer(message: ToPage): Promise<unknown> {
    if ('ask' in message && message.ask === 'selection') {
      await tell({ say: 'need', files: ['selection'] });
      return world.ruporSelected?.();
    }
    if (!world.ruporArticle && 'do' in message && message.do === 'scan-anyway') await this.bring();
    if (world.ruporArticle) return world.ruporArticle.answer(message);
    if (!('ask' in message) || message.ask !== 'state') return undefined;
    return { host: this.host, lexicon: lexiconVersion, state: this.state } satisfies PageState;
  }

  /** The extension was updated or removed: an orphan is silent. */
  private end(): void {
    clearTimeout(this.resuming);
    this.lobby.close();
    this.life.abort();
  }
}
