/** The door of the lexicon: compiled tables for the engine, names and notes for readers. */
import type { Tables } from '../engine';
import type { Kind } from '../engine/types';

export type Knowledge = {
  readonly kind: Kind;
  /** English name as the corpus has it. */
  readonly entity: string;
  /** Name in the asked language. */
  readonly name: string;
  /** Office, owner, or what the wording claims. */
  readonly who: string;
  /** One or two neutral sentences. */
  readonly note: string;
  /** What plain reporting says instead (wordings only). */
  readonly plainly?: string;
  readonly references: readonly { readonly title: string; readonly url: string }[];
};

export const tables: Tables = { version: '' };

/** What Rupor knows of an entry, in the interface language; undefined for an unknown id. */
export function knowledge(_entry: string, _language: 'uk' | 'en'): Knowledge | undefined {
  return undefined;
}
