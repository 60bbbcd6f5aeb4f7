/** The card with what one can do in it. In a script of its own (`card-script.ts`), brought when the first card is wanted. */
import type { ComponentChild } from 'preact';
import { wholeOf } from '../lexicon';
import { hiddenText } from '../shared/exclusions';
import { learn, speak, type Texts, t, uiLanguage } from '../shared/i18n';
import type { Place, Row } from '../shared/messages';
import { rowName } from '../shared/row-name';
import type { Exclusion } from '../shared/settings';
import type { SiteSettings } from '../shared/settings-for';
import { insist } from './alive';
import { Card, type CardProps, type Hidden } from './card';
import { Frame, type Opener } from './frame';
import type { Mark } from './ledger';
import { Ticks } from './ticks';
import { world } from './world';

/** What the tour learns from the card. */
export type CardEvents = {
  /** It was closed by Escape, a click elsewhere, or because its passage left the window. */
  readonly onClose: () => void;
  readonly onStep: (by: 1 | -1, opener: Opener) => void;
  /** To another mark: a tick was pressed. */
  readonly onGo: (id: number, opener: Opener) => void;
  readonly onReport: (id: number) => void;
  /** More of this entry is asked for. */
  readonly onMore: (entry: string) => void;
  /** It is hiding its own mark: it stays, as the way back is in it; false when it was not kept after all. */
  readonly onHiding: (isHiding: boolean) => void;
  readonly onHidden: (mark: Mark) => void;
};

/** What the ticks show. */
type Pointed = {
  readonly mark: Mark;
  /** All that can be gone to, in reading order. */
  readonly marks: readonly Mark[];
  readonly rowOf: (mark: Mark) => Row;
  readonly settings: SiteSettings;
};

/** What a card shows. */
export type Shown = Pointed & {
  readonly place: Place;
  readonly position: CardProps['position'];
  readonly opener: Opener;
  /** What of it is open at first, where that is not the explanation. */
  readonly part?: 'not-this';
};

export class Explainer {
  private readonly frame: Frame;

  constructor(private readonly events: CardEvents) {
    this.frame = new Frame(events.onClose);
  }

  /** Shows the card in place of the one before. @returns false where the mark is gone */
  show({ mark, marks, rowOf, place, position, opener, part, settings }: Shown): boolean {
    speakIn(settings.language);
    const { events } = this;
    const row = rowOf(mark);
    // What one goes to with the pointer is away from the pointer: it stays until one presses elsewhere.
    const onwards = opener === 'key' ? 'key' : 'press';
    const card = (
      <Card
        key={`${mark.id} ${part}`}
        row={row}
        isNotThis={part === 'not-this'}
        host={place.host}
        position={position}
        acts={{
          onClose: events.onClose,
          onStep: (by) => events.onStep(by, onwards),
          onHide: (scope) => this.hide(mark, row, place, scope),
          onReport: () => events.onReport(mark.id),
          onMore: () => events.onMore(row.entry),
        }}
      />
    );
    const ticks = settings.look.ticks && this.ticks({ mark, marks, rowOf }, onwards);
    const said = t('jumped', t('position', position.at, position.of), t(`kind_${row.kind}`), t(`stance_${row.stance}`));
    return this.frame.show(mark, { card, ticks, said, palette: settings.look.palette }, opener);
  }

  /** Shows where the mark is among the others, without a card. */
  point({ settings, ...shown }: Pointed): void {
    speakIn(settings.language);
    const { palette } = settings.look;
    this.frame.show(shown.mark, { ticks: this.ticks(shown, 'press'), said: '', palette }, 'press');
  }

  close(): void {
    this.frame.close();
  }

  /** Is this the card's host, as the page and its events see it? */
  isHost(target: EventTarget | null): boolean {
    return this.frame.isHost(target);
  }

  /** Where the card is in the window; undefined while it is closed. */
  box(): DOMRect | undefined {
    return this.frame.box();
  }

  private ticks({ mark, marks, rowOf }: Omit<Pointed, 'settings'>, opener: Opener): ComponentChild {
    return (
      <Ticks
        marks={marks}
        current={mark}
        nameOf={(one) => rowName(rowOf(one))}
        onGo={(to) => this.events.onGo(to, opener)}
      />
    );
  }

  private async hide(mark: Mark, row: Row, at: Place, scope: Exclusion['scope']): Promise<Hidden | undefined> {
    const { place, host, entry } = at;
    const common = { entry, title: row.title, at: Date.now() };
    const exclusion: Exclusion =
      scope === 'anywhere'
        ? { scope, ...common }
        : scope === 'site'
          ? { scope, ...common, host }
          : { scope, ...common, host, place };
    // Before it is kept: the page hears of the change before this promise ends.
    this.events.onHiding(true);
    if ((await insist({ say: 'exclude', exclusion })) !== true) {
      this.events.onHiding(false);
      return undefined; // The card says so; the mark stays.
    }
    this.events.onHidden(mark);
    return { text: hiddenText(rowName(row), exclusion), undo: () => this.undo(exclusion) };
  }

  private async undo(exclusion: Exclusion): Promise<boolean> {
    if ((await insist({ say: 'readmit', exclusion })) !== true) return false;
    this.events.onClose();
    return true;
  }
}

/** Takes the texts of the language as well, where they have come since. */
function speakIn(language: SiteSettings['language']): void {
  speak(language);
  const file = `texts-${uiLanguage()}` as const;
  const parts = world.ruporFiles?.[file];
  if (!parts) return;
  learn(uiLanguage(), wholeOf(parts) as Texts);
  delete world.ruporFiles?.[file];
}
