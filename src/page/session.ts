/** The life of Rupor on one page: when it reads, what it shows, what it says of itself. */
import { SHOWN } from '../engine/types';
import { noteLanguage, speak, uiLanguage } from '../shared/i18n';
import { CUTS, type Cut, type Origin, type PageView, type Row, type VoicePart } from '../shared/messages';
import type { SiteSettings } from '../shared/settings-for';
import { isAlive, tell, tellCount } from './alive';
import type { Reach } from './collect';
import type { Weighed } from './entries';
import { Ledger, type Mark } from './ledger';
import type { Library } from './library';
import { originsOf } from './origins';
import { knowOwn } from './own-note';
import { Painter } from './paint';
import { type PageReading, Reader } from './read';
import { rowOf } from './rows';
import { afterFrame, idle, Slices, untilVisible, wait } from './slices';
import { Tour } from './tour';
import { watch } from './watch';
import { world } from './world';

/** Rest between a change of the page and the next reading: short, and longer the more a reading costs. Milliseconds. */
const REST_MIN = 150;
const REST_MAX = 2000;
/** Readings may take about one part in this of the time. */
const REST_SHARE = 20;
/** How long after its load (or a change of address) a page may still become an article. Milliseconds. */
const UNDECIDED = 10_000;
/** Between a change of address and the look at the new page. Milliseconds. */
const NEW_PAGE = 250;
/** Between two looks whether the extension is still there. Milliseconds. */
const PULSE = 1000;
/** All marks are measured again when the page has been at rest for so long, or has been changing for so long. Milliseconds. */
const RECOUNT = 1000;
const RECOUNT_BY = 10_000;
const COUNT_MAX = 9999;
/** A timer cannot be longer than this. Milliseconds. */
const TIMER_MAX = 2 ** 31 - 1;

type State = PageView['state'];

const NOTHING: PageReading = { marks: [], voices: [], words: 0, shadows: [], isCut: false };

/** Of parts of the reader's choices, which one parser has made: their fields stand in one order. */
const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export class Session {
  readonly ledger: Ledger;
  readonly tour: Tour;
  private readonly painter = new Painter(() => this.library.openSheet(this.settings.look));
  private readonly reader: Reader;
  private readonly watch: ReturnType<typeof watch>;
  private state: State = 'reading';
  private reach: Reach | undefined;
  private isNews: boolean;
  private forced = false;
  private areMarksOn = true;
  private voices: readonly Weighed[] = [];
  private words = 0;
  private isCut = false;
  private shadows: readonly ShadowRoot[] = [];
  private since = performance.now();
  private pause = REST_MIN;
  private told = '';
  private toldCount = '';
  private running: Promise<void> | undefined;
  private again = false;
  private looking = false;
  private pruning: number | undefined;
  private readonly written = new Set<Node>();
  private isThinned = false;
  /** Has a list of ours ever asked? Without one nobody need be told where the reader is. */
  private isAsked = false;
  private telling: Promise<void> | undefined;
  private recounting: ReturnType<typeof setTimeout> | undefined;
  /** When all marks are to be measured at the latest; undefined where that is not waited for. */
  private recountBy: number | undefined;
  private resuming: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: string,
    private settings: SiteSettings,
    private readonly library: Library,
    private readonly life: AbortController,
    isNews: boolean,
  ) {
    this.isNews = isNews;
    const { signal } = life;
    speak(settings.language);
    this.reader = new Reader(
      (lang, slices) => this.library.open(lang, slices),
      () => this.library.hosts,
    );
    this.reader.lookFor(settings.own);
    this.ledger = new Ledger(host, settings);
    this.tour = new Tour(
      this.ledger,
      this.painter,
      {
        rowOf: (mark) => this.row(mark),
        shadows: () => this.shadows,
        settings: () => this.settings,
        onGone: () => void (this.isAsked && tell({ say: 'changed' })),
        bringCard: () => this.library.openCard(noteLanguage(), uiLanguage()),
      },
      life,
    );
    this.watch = watch(
      {
        onChange: (written, isThinned) => this.onChange(written, isThinned),
        onText: () => void this.onText().catch(this.stopped),
        onAddress: () => void this.onAddress().catch(this.stopped),
        onLook: () => void this.onLook().catch(this.stopped),
      },
      signal,
    );
    const whileAlive = () => {
      if (!isAlive()) life.abort();
    };
    document.addEventListener('visibilitychange', whileAlive, { signal });
    const pulse = setInterval(whileAlive, PULSE);
    signal.addEventListener('abort', () => {
      clearInterval(pulse);
      clearTimeout(this.resuming);
      clearTimeout(this.recounting);
      this.painter.clear();
    });
  }

  /** Reads the page if it is to be read; one reading at a time. */
  async run(): Promise<void> {
    this.again = true;
    this.running ??= this.loop().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }

  /** Takes the reader's newest choices at once. */
  choose(settings: SiteSettings): void {
    const isRenamed = !isEqual(settings.own, this.settings.own);
    if (isRenamed) this.told = '';
    // What was chosen for another site, or for our own windows, puts nothing out of date that a card says.
    if (!isEqual(settings, this.settings)) this.tour.settle();
    // The icon says it in another language now, or until another time.
    const { language, pausedUntil } = this.settings;
    if (settings.language !== language || settings.pausedUntil !== pausedUntil) this.toldCount = '';
    this.settings = settings;
    speak(settings.language);
    this.ledger.choose(settings);
    this.reader.lookFor(settings.own);
    void this.library.renewSheet(settings.look).catch(() => undefined);
    void this.run().catch(this.stopped);
  }

  /** Reads the page as a whole although it does not look like news. */
  async readAnyway(): Promise<void> {
    this.forced = true;
    await this.run();
  }

  /** Hides or shows the marks until the page goes. @returns are they shown now? */
  async toggle(): Promise<boolean> {
    this.areMarksOn = !this.areMarksOn;
    this.tour.close();
    await this.run();
    return this.areMarksOn;
  }

  /** What the popup shows. */
  async view(): Promise<PageView> {
    if (this.state !== 'list') return { state: this.state };
    this.isAsked = true;
    await this.library.openNotes(noteLanguage());
    const marks = this.ledger.listed();
    const headings = this.reader.headings();
    const current = marks.find(({ id }) => id === this.tour.here)?.id;
    return {
      state: 'list',
      rows: marks.map((mark) => this.row(mark, headings.get(mark.id))),
      ...(current === undefined ? {} : { current }),
      voices: this.voices.map((voice) => this.part(voice)),
      words: this.words,
      hidden: this.ledger.hidden(),
      cuts: this.cuts(),
      origins: this.origins(),
    };
  }

  /** The page is left: what the browser keeps for the way back has no card and no bright mark. */
  rest(): void {
    this.tour.close();
    this.painter.calm();
  }

  /** Says the count again: the page came back from the browser's cache, and the icon was another page's. */
  retell(): void {
    this.painter.mend();
    this.toldCount = '';
    this.tell();
  }

  private cuts(): Cut[] {
    return CUTS.filter((cut) => (cut === 'text' ? this.isCut : this.ledger.isCut()));
  }

  private origins(): Origin[] {
    const { hosts } = this.library;
    if (!hosts) return [];
    return originsOf(document, this.reader.scope ?? document.body, hosts).map((found) => {
      const known = this.library.know(found.entry, noteLanguage());
      return { ...found, name: known?.name ?? found.address, who: known?.who ?? '' };
    });
  }

  /** A voice that is not sure enough to be marked counts as anyone's. */
  private part({ kremlin, weight }: Weighed): VoicePart {
    return { kremlin: kremlin !== undefined && SHOWN[this.settings.strictness].includes(kremlin), weight };
  }

  private row(mark: Mark, heading?: string): Row {
    const { entry } = mark.flag;
    const known = knowOwn(entry, this.settings.own) ?? this.library.know(entry, noteLanguage());
    return rowOf(mark, known, heading);
  }

  private async loop(): Promise<void> {
    while (this.again && !this.life.signal.aborted) {
      this.again = false;
      if (!isAlive()) return this.life.abort();
      try {
        await this.once();
      } catch (problem) {
        if (this.life.signal.aborted) throw problem;
        await this.enter('failed');
      }
    }
  }

  private async once(): Promise<void> {
    const { settings } = this;
    clearTimeout(this.resuming);
    if (settings.site === 'off') return this.enter('off');
    const left = settings.pausedUntil - Date.now();
    if (left > 0) {
      this.resuming = setTimeout(() => void this.run().catch(this.stopped), Math.min(left, TIMER_MAX));
      return this.enter('paused');
    }
    const before = this.reach;
    // A page that is written in is no text to read. Its marks return with the first change after that.
    if (document.designMode === 'on') {
      this.reader.forget();
      this.watch.take();
      return this.take(NOTHING);
    }
    this.reach = this.decide();
    const { whole, ...changed } = this.watch.take();
    if (!this.reach) return this.enter('not-news');
    const slices = new Slices(this.life.signal);
    const isFirst = this.state !== 'list' || this.reach !== before;
    const reading =
      (whole || isFirst ? undefined : await this.reader.readParts(changed, this.reach, slices)) ??
      (await this.reader.read(document.body, this.reach, slices, (part) => this.take(part)));
    await this.take(reading);
    // What the first reading of a page costs says nothing about the cost of following it.
    if (isFirst) return;
    this.pause = Math.min(REST_MAX, Math.max(REST_MIN, slices.busy() * REST_SHARE));
  }

  /** Shows what a reading has found. */
  private async take({ marks, voices, words, shadows, isCut }: PageReading): Promise<void> {
    this.voices = voices;
    this.words = words;
    this.isCut = isCut;
    this.shadows = shadows;
    this.watch.alsoIn(shadows);
    this.ledger.put(marks);
    await this.enter('list');
  }

  private decide(): Reach | undefined {
    if (this.forced) return 'page';
    // Once an article, an article: what a page adds later does not make it less.
    this.isNews ||= world.ruporGate?.(document) === true;
    if (this.isNews) return this.settings.reach;
    return this.settings.site === 'always' ? 'page' : undefined;
  }

  /** Shows what belongs to the state, and says so. */
  private async enter(state: State): Promise<void> {
    this.state = state;
    const marks = state === 'list' && this.areMarksOn ? this.ledger.painted() : [];
    // Before they can be seen: the first press counts.
    if (marks.length > 0) this.tour.listen();
    const isBare = this.settings.look.style === 'none';
    const isStyled = await this.painter.show(marks, new Slices(this.life.signal), isBare);
    // All styles of the page are worked out anew: in a frame, not in a task of ours that asks for one of them.
    if (isStyled) await afterFrame(this.life.signal);
    this.tour.refresh();
    if (marks.length === 0) this.tour.settle();
    if (state !== 'list') return this.tell();
    this.telling ??= this.tellSoon().catch(this.stopped);
  }

  /** Marks are measured for the count: after the next frame, when the page has been laid out anyway. */
  private async tellSoon(): Promise<void> {
    await afterFrame(this.life.signal);
    this.telling = undefined;
    await this.count('fresh');
    const now = performance.now();
    this.recountBy ??= now + RECOUNT_BY;
    clearTimeout(this.recounting);
    this.recounting = setTimeout(
      () => void this.recount().catch(this.stopped),
      Math.min(RECOUNT, this.recountBy - now),
    );
  }

  /** Those that were measured before may be seen or hidden now, but that is not worth a measurement at each change. */
  private async recount(): Promise<void> {
    this.recountBy = undefined;
    if (document.hidden) await untilVisible(this.life.signal);
    await afterFrame(this.life.signal);
    if (this.state === 'list') await this.count('all');
  }

  private async count(which: 'all' | 'fresh'): Promise<void> {
    const shown = await new Slices(this.life.signal).through(this.ledger.shownSteps(which));
    this.tell(shown.length);
  }

  /** @param shown how many marks can be seen, where that has just been measured */
  private tell(shown?: number): void {
    const { state } = this;
    if (state === 'reading') return;
    const n = state === 'list' ? Math.min(COUNT_MAX, shown ?? this.ledger.shown().length) : 0;
    const count = `${state} ${n}`;
    const all = `${count} ${this.ledger.hidden()} ${this.cuts()} ${this.ledger.painted().map(({ id }) => id)}`;
    if (count !== this.toldCount) void tellCount({ say: 'count', state, n });
    if (all !== this.told) void tell({ say: 'changed' });
    this.toldCount = count;
    this.told = all;
  }

  /** A mark whose words were taken away or written over goes before the next frame is drawn. */
  private onChange(written: readonly Node[], isThinned: boolean): void {
    for (const node of written) this.written.add(node);
    this.isThinned ||= isThinned;
    this.pruning ??= requestAnimationFrame(() => {
      this.pruning = undefined;
      this.painter.prune(this.written, this.isThinned);
      this.isThinned = false;
      this.written.clear();
    });
  }

  private async onText(): Promise<void> {
    if (!isAlive()) return this.life.abort();
    if (this.state === 'off' || this.state === 'paused') return;
    // Left unsettled, a page that is no article is not looked at any more.
    if (this.state === 'not-news' && performance.now() - this.since > UNDECIDED) return;
    const { signal } = this.life;
    await wait(this.pause, signal);
    if (document.hidden) await untilVisible(signal);
    await idle(this.pause, signal);
    await this.run();
  }

  private async onAddress(): Promise<void> {
    this.since = performance.now();
    this.forced = false;
    this.isNews = false;
    this.reach = undefined;
    this.tour.restart();
    this.reader.forget();
    await wait(NEW_PAGE, this.life.signal);
    await this.run();
  }

  /** Pages fade from light to dark; one look when they are done. */
  private async onLook(): Promise<void> {
    if (this.looking) return;
    this.looking = true;
    await wait(400, this.life.signal);
    this.looking = false;
    await this.painter.renew(new Slices(this.life.signal));
  }

  /** An aborted wait is the end of this session, not a mistake. */
  private readonly stopped = (problem: unknown): void => {
    if (!this.life.signal.aborted) throw problem;
  };
}
