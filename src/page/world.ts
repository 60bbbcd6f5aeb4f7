/** What the scripts of one page leave for each other in the extension's own world; the page cannot see it. */
import type { BareEngine, Tables } from '../engine';
import type { PageFile, Selection, ToBackground, ToPage } from '../shared/messages';
import type { SiteSettings } from '../shared/settings-for';
import type { Point } from './aim';
import type { CardEvents, Explainer } from './explainer';

export type Count = Extract<ToBackground, { say: 'count' }>;

/** The second script, once it is there. */
export type Article = {
  /** Answers a message of our own pages or of the background. */
  answer(message: ToPage): Promise<unknown>;
  /** Takes the reader's newest choices. */
  choose(settings: SiteSettings): void;
  /** Notes the mark at a point of the window, or the one that the reader has gone to last. @returns is there one? */
  aim(at?: Point): boolean;
};

type World = {
  /** Parts of the lexicon's files that have come and were not taken yet (vite.config.ts writes them so). */
  ruporFiles?: Partial<Record<PageFile, readonly string[]>>;
  /** Says whether the door that is here belongs to an extension that still runs. */
  ruporDoor?: () => boolean;
  /** The first script waits for the page to become an article; this ends the waiting. */
  ruporLobby?: (() => void) | undefined;
  /** The first script's question whether a document is news, lent to the second one. */
  ruporGate?: (doc: Document) => boolean;
  /** What the background has said last of the reader's choices, or is being asked. */
  ruporChoices?: Promise<unknown> | undefined;
  /** Does the page look like news to the first script? */
  ruporNews?: boolean;
  ruporArticle?: Article;
  /** Makes an engine of a language's tables, once its script is there. */
  ruporEngine?: (tables: Tables) => BareEngine;
  /** Makes the card, once its script is there. */
  ruporCard?: (events: CardEvents) => Explainer;
  /** What the reader has selected, once that script is there. */
  ruporSelected?: () => Selection | undefined;
  /** What was said last of this page. */
  ruporCount?: Count;
};

export const world = globalThis as World;
