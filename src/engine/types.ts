/** The words of the engine: what it reads, what it says. No code here, so that every room may import it. */

export const LANGS = ['uk', 'ru', 'en', 'pl', 'de', 'fr'] as const;
/** A language that the lexicon has (or will have) words for. */
export type Lang = (typeof LANGS)[number];

export const KINDS = ['state-media', 'official', 'framing'] as const;
/** What is marked: a source, a statement of the Russian state, or a wording. */
export type Kind = (typeof KINDS)[number];

export const STANCES = ['adopted', 'reported', 'distanced'] as const;
/** How the author stands to it: own voice, someone's words, or kept at a distance. */
export type Stance = (typeof STANCES)[number];

export const CONFIDENCES = ['sure', 'likely', 'possible'] as const;
/**
 * How well a flag is founded: an order, not a number.
 * - `sure`: the words leave no choice (a name in full or an office beside its verb, a phrase that nobody else uses).
 * - `likely`: a usual choice had to be made (whom a pronoun means, a speaker found across commas, a second sign).
 * - `possible`: a sign is missing (a family name that others bear, an antecedent far away, quotation marks alone).
 */
export type Confidence = (typeof CONFIDENCES)[number];

export const STRICTNESSES = ['strict', 'normal', 'wide'] as const;
/** How much a reader wants to see. */
export type Strictness = (typeof STRICTNESSES)[number];

/** What each setting shows. */
export const SHOWN: { readonly [S in Strictness]: readonly Confidence[] } = {
  strict: ['sure'],
  normal: ['sure', 'likely'],
  wide: CONFIDENCES,
};

/** Half-open `[start, end)` in UTF-16 units of the text it belongs to. */
export type Span = { readonly start: number; readonly end: number };

/** What a block is in its article. Headlines have no full stop; captions and credits end in a source. */
export type PassageRole = 'headline' | 'body' | 'caption';

/** One block of running text, already free of markup (a headline, a paragraph, a list item). */
export type Passage = {
  readonly text: string;
  readonly role?: PassageRole;
  /** Language of the text; told from its letters and commonest words where it is missing. */
  readonly lang?: Lang;
};

/** Why a flag stands: the words it rests on. A flag that cannot show its evidence is not made. */
export type Evidence = {
  readonly what:
    | 'cue' // the verb or phrase that attributes
    | 'quotation' // the quotation marks around it, or the quotation it introduces
    | 'distance' // «нібито», a label, scare quotes
    | 'antecedent' // whom a pronoun or a short reference stands for
    | 'link' // the words lead to an address of the outlet
    | 'context'; // the second sign that a weak phrase needs
  /** Index into the passages given to `scan`. */
  readonly passage: number;
  /** UTF-16, half-open, into that passage's text. */
  readonly span: Span;
};

type Base = {
  /** Index into the passages given to `scan`. */
  readonly passage: number;
  /** The shortest words that identify it. UTF-16, half-open, into the passage's text. */
  readonly span: Span;
  /** What is painted: the span with its cue where they stand side by side. Contains `span`. */
  readonly paint: Span;
  readonly stance: Stance;
  readonly confidence: Confidence;
  readonly because: readonly Evidence[];
  /** Id of the lexicon entry (`ria_novosti`, `lavrov`, `kyiv_regime`): stable, for reports and for switching off. */
  readonly entry: string;
};

/** A Russian state outlet, its channel or its face. */
export type OutletFlag = Base & {
  readonly kind: 'state-media';
  /**
   * `attribution`: it is the source of what is said; `mention`: it is only talked about; `link`: the words lead to
   * its site or channel (found by the page, which knows addresses).
   */
  readonly role: 'attribution' | 'mention' | 'link';
  /** The words that attribute, if any. UTF-16 into the passage. */
  readonly cue?: Span;
  /** What is attributed, where it can be told. UTF-16 into the passage. */
  readonly content?: Span;
};

/** A statement attributed to the Russian state. */
export type OfficialFlag = Base & {
  readonly kind: 'official';
  /** How the speaker is named: by name, by office, or by a pronoun. */
  readonly role: 'name' | 'role' | 'pronoun';
  readonly cue: Span;
  readonly content?: Span;
};

/** Wording of the Kremlin's vocabulary; `entry` is the narrative's id. */
export type FramingFlag = Base & { readonly kind: 'framing'; readonly role: 'wording' };

export type Flag = OutletFlag | OfficialFlag | FramingFlag;

/** One attributed stretch of text, whoever says it: what the balance of voices counts. */
export type Voice = {
  readonly passage: number;
  /** The attributed words where they can be told, else the sentence. UTF-16 into the passage. */
  readonly span: Span;
  /** How sure it is that the Russian state or its media speak; absent where it is someone else. */
  readonly kremlin?: Confidence;
};

/** What `scan` returns; both lists in reading order. */
export type Reading = { readonly flags: readonly Flag[]; readonly voices: readonly Voice[] };
