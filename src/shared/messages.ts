/** The whole protocol between page, background and our own pages, on one screen. */
import type { Kind, Lang, Stance } from '../engine/types';

/** A reference that a reader may open. */
export type Reference = { readonly title: string; readonly url: string };

/** One sign that a flag rests on, for card and popup: the label is a message key, the words are the page's. */
export type Sign = {
  readonly what: 'cue' | 'quotation' | 'distance' | 'antecedent' | 'context' | 'none';
  readonly words: string;
};

/** One flag as a reader sees it: words and knowledge, no DOM. Texts are already in the interface language. */
export type Row = {
  /** Unique on its page as long as the page lives. */
  readonly id: number;
  readonly kind: Kind;
  readonly stance: Stance;
  /** `attribution`, `mention`, `name`, `role`, `pronoun` or `wording`. */
  readonly role: string;
  /** Lexicon entry id. */
  readonly entry: string;
  /** Name of the source or speaker, or the wording as it is listed, without quotation marks. */
  readonly title: string;
  /** The page's own words for the speaker where they are not the name: «він», «Міністр». */
  readonly alias?: string;
  /** The sentence around the mark, cut so that the mark is inside: before + mark + after. */
  readonly before: string;
  readonly mark: string;
  readonly after: string;
  /** Language of the sentence, for the `lang` attribute. */
  readonly lang: Lang;
  /** Office, owner, or what the wording claims: the line under the name. */
  readonly who: string;
  /** One or two neutral sentences. */
  readonly note: string;
  /** What plain reporting says instead (wordings only). */
  readonly plainly?: string;
  readonly signs: readonly Sign[];
  readonly references: readonly Reference[];
};

/** One segment of the balance of voices; `weight` is the length of the attributed words in UTF-16 units. */
export type VoicePart = { readonly kremlin: boolean; readonly weight: number };

/**
 * What the page knows of itself. `host` is lower case, without `www.`; `lexicon` is the version of the tables it read with.
 * `rows` holds every mark that no exclusion hides, also those of kinds that are switched off (the popup keeps their count);
 * `hidden` is the number of marks that exclusions hide.
 */
export type PageState = { readonly host: string; readonly lexicon: string } & PageView;

export type PageView =
  | {
      readonly state: 'list';
      readonly rows: readonly Row[];
      readonly voices: readonly VoicePart[];
      readonly words: number;
      readonly hidden: number;
    }
  | { readonly state: 'not-news' }
  | { readonly state: 'off' } // this site, or everywhere
  | { readonly state: 'paused' }
  | { readonly state: 'reading' }
  | { readonly state: 'failed' };

/** Popup (or background) to page. Each is answered. */
export type ToPage =
  | { readonly ask: 'state' } // → PageState
  | { readonly do: 'reveal'; readonly id: number } // → boolean: scrolled there and flashed
  | { readonly do: 'scan-anyway' } // → PageState
  | { readonly ask: 'place'; readonly id: number } // → Place | undefined: what an exclusion of this mark needs
  | { readonly ask: 'address' }; // → string: origin and path, no query, no fragment; only when a reader wants it in a report

/** What identifies one mark in one place without keeping any text: a hash over host, entry and sentence. */
export type Place = { readonly place: string; readonly host: string; readonly entry: string };

/** Page to background. The background answers nothing. Numbers, never text. `report` opens the report page for that mark. */
export type ToBackground =
  | { readonly say: 'report'; readonly id: number }
  | { readonly say: 'count'; readonly state: 'list' | 'not-news' | 'off' | 'paused' | 'failed'; readonly n: number };

/** Page to our open popup or panel (runtime broadcast, no text): ask me again. */
export type Broadcast = { readonly say: 'changed' };
