/** What a note is. By itself, because the door hands notes to pages, and the file that makes them reads files. */

/** A text in both languages of the interface. */
export type Both<Value> = { readonly uk: Value; readonly en: Value };
export type Note = {
  readonly kind: 'state-media' | 'official' | 'framing';
  /** English name as the corpus has it; the narrative's id for wordings. */
  readonly entity: string;
  readonly name: Both<string>;
  readonly who: Both<string>;
  readonly note: Both<string>;
  readonly plainly?: Both<string>;
  readonly references: readonly { readonly title: Both<string>; readonly url: string }[];
};

/** By entry id. */
export type Notes = Readonly<Record<string, Note>>;
