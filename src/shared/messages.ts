/** The whole protocol between page, background and our own pages, on one screen. */
import { type Confidence, type Kind, LANGS, type Lang, type Stance } from '../engine/types';
import { fieldOf } from './field';
import { UI_LANGUAGES, type UiLanguage } from './i18n';
import type { Exclusion, MarkLook } from './settings';

/** A reference that a reader may open. */
export type Reference = { readonly title: string; readonly url: string };

/** One sign that a flag rests on, for card and popup: the label is a message key, the words are the page's. */
export type Sign = {
  readonly what: 'cue' | 'quotation' | 'distance' | 'antecedent' | 'link' | 'context' | 'none';
  readonly words: string;
};

/** One flag as a reader sees it: words and knowledge, no DOM. Texts are already in the interface language. */
export type Row = {
  /** Unique on its page as long as the page lives. */
  readonly id: number;
  readonly kind: Kind;
  readonly stance: Stance;
  readonly confidence: Confidence;
  /** `attribution`, `mention`, `link`, `name`, `role`, `pronoun` or `wording`. */
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
  /** The page's own heading over the part that the mark is in; none before the first one. */
  readonly heading?: string;
  /** Language of the sentence, for the `lang` attribute. */
  readonly lang: Lang;
  /** Office, owner, or what the wording claims: the line under the name. */
  readonly who: string;
  /** One or two neutral sentences. */
  readonly note: string;
  /** What plain reporting says instead (wordings only). */
  readonly plainly?: string;
  /** The sanction with its act and date. */
  readonly sanction?: string;
  readonly signs: readonly Sign[];
  readonly references: readonly Reference[];
};

/**
 * A known outlet behind the page: whose site it is, whom it declares as its publisher, author or source, or whose posts
 * and players it shows.
 */
export const ORIGINS = ['site', 'publisher', 'author', 'source', 'embed'] as const;
export type Origin = {
  readonly as: (typeof ORIGINS)[number];
  readonly entry: string;
  readonly name: string;
  readonly who: string;
  /** Host and first part of the path. */
  readonly address: string;
};

/** One segment of the balance of voices; `weight` is the length of the attributed words in UTF-16 units. */
export type VoicePart = { readonly kremlin: boolean; readonly weight: number };

/** What of a page was left out: text after the first millions of letters, or marks after the first `MARKS_MAX`. */
export const CUTS = ['text', 'marks'] as const;
export type Cut = (typeof CUTS)[number];

/** More marks than anybody would look through; more at once make Firefox slow when the page drops what they stand in. */
export const MARKS_MAX = 2000;

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
      /** The mark of `rows` that the reader has gone to last. */
      readonly current?: number;
      readonly voices: readonly VoicePart[];
      readonly words: number;
      readonly hidden: number;
      readonly cuts: readonly Cut[];
      readonly origins: readonly Origin[];
    }
  | { readonly state: 'not-news' }
  | { readonly state: 'off' } // this site, or everywhere
  | { readonly state: 'paused' }
  | { readonly state: 'reading' }
  | { readonly state: 'failed' };

/** Popup, panel, report page or background to page. Each is answered. */
export type ToPage =
  | { readonly ask: 'state' } // → PageState
  | { readonly ask: 'place'; readonly id: number } // → Place | undefined: what an exclusion of this mark needs
  | { readonly ask: 'selection' } // → Selection | undefined: what the reader has selected, for a report of a missed passage
  | { readonly ask: 'address' } // → string: origin and path, no query, no fragment; only when a reader wants it in a report
  | { readonly do: 'reveal'; readonly id: number } // → boolean: scrolled there and flashed
  | { readonly do: 'explain'; readonly id: number } // → boolean: revealed, and its card is open
  | { readonly do: 'not-this' } // → boolean: the card of the mark that the browser's menu was opened on is open, at *Not this…*
  | { readonly do: 'next' } // → boolean: went to the next mark and opened its card (command)
  | { readonly do: 'previous' } // → boolean
  | { readonly do: 'toggle-marks' } // → boolean: are the marks painted now? (command; lasts until the page goes)
  | { readonly do: 'scan-anyway' }; // → PageState

/** What identifies one mark in one place without keeping any text: a hash over host, entry and sentence. */
export type Place = { readonly place: string; readonly host: string; readonly entry: string };

/** A passage that the reader has selected, with the sentence around it as in `Row`: before + mark + after, one space for each white space. */
export type Selection = {
  readonly before: string;
  readonly mark: string;
  readonly after: string;
  readonly lang: Lang;
};

/**
 * What the background brings into a page: scripts, and files of the lexicon (tables by the language of the text, notes and
 * texts by that of the interface).
 */
export type PageFile =
  | 'door'
  | 'article'
  | 'engine'
  | 'card'
  | 'selection'
  | 'hosts'
  | `tables-${Lang}`
  | `notes-${'uk' | 'en'}`
  | `texts-${UiLanguage}`;
export const PAGE_FILES: readonly PageFile[] = [
  'door',
  'article',
  'engine',
  'card',
  'selection',
  'hosts',
  ...LANGS.map((lang) => `tables-${lang}` as const),
  'notes-uk',
  'notes-en',
  ...(Object.keys(UI_LANGUAGES) as UiLanguage[]).map((language) => `texts-${language}` as const),
];

/** Page to background; answered where an answer is named. Numbers and names of our files, never text but an exclusion's own. */
export type ToBackground =
  | { readonly say: 'count'; readonly state: 'list' | 'not-news' | 'off' | 'paused' | 'failed'; readonly n: number } // → true: it is shown
  | { readonly say: 'open'; readonly isNews: boolean } // → SiteSettings: the door is there, and, for news that is to be read, the reader
  | { readonly say: 'need'; readonly files: readonly PageFile[] } // → true: they are in the page's script
  | { readonly say: 'dress'; readonly look: MarkLook; readonly worn?: MarkLook } // → true: marks look so, and no more as before
  | { readonly say: 'frame'; readonly place: number } // → true: the first script runs in that frame of the page
  | { readonly say: 'aim'; readonly isMark: boolean } // the browser's own menu is about to open here, on a mark or not
  | { readonly say: 'report'; readonly id: number } // open the report page for this mark of the sender's tab
  | { readonly say: 'rule'; readonly entry: string } // open what our own pages know of this entry
  | { readonly say: 'choices' } // → SiteSettings: what the reader's choices say of the sender's site
  | { readonly say: 'exclude' | 'readmit'; readonly exclusion: Exclusion }; // → true: it is kept; of the sender's own site, or of all

/** Page to our open popup or panel (runtime broadcast, no text): ask me again. */
export type Broadcast = { readonly say: 'changed' };

/** Background to all pages: something was chosen, ask me what of it concerns you. */
export type Chosen = { readonly say: 'chosen' };

const PAGE_ACTS: readonly unknown[] = ['not-this', 'next', 'previous', 'toggle-marks', 'scan-anyway'];

/** Is this a message for the page? Never throws, whatever comes. */
export function isToPage(value: unknown): value is ToPage {
  const [ask, act, id] = ['ask', 'do', 'id'].map((field) => fieldOf(value, field));
  if (ask !== undefined)
    return ask === 'state' || ask === 'address' || ask === 'selection' || (ask === 'place' && isCount(id));
  if (act === 'reveal' || act === 'explain') return isCount(id);
  return PAGE_ACTS.includes(act);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
