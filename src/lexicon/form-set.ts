/** Collects surface forms; equal texts share one entry and their bits are joined. */
import { F } from '../engine/features';

/** Words of which one must stand in the same clause: closing it («teilte … mit»), or anywhere («hat … erklärt»). */
export type Beside = { readonly words: readonly string[]; readonly closes: boolean };
/** One surface form: `features` are bits of engine/features.ts. */
export type Form = { readonly text: string; readonly features: number; readonly beside?: Beside };
/** A word that could not be inflected; `message` says how the author mends the entry. */
export type Problem = { readonly token: string; readonly message: string };
export type Expansion = { readonly forms: readonly Form[]; readonly problems: readonly Problem[] };
export type Gender = 'm' | 'f' | 'n';

/** Case bits in the order in which a paradigm lists its cells. */
export const CASE_BITS = [F.NOM, F.GEN, F.DAT, F.ACC, F.INS, F.LOC] as const;
export const GENDER_BITS: Readonly<Record<Gender, number>> = { m: F.M, f: F.F, n: F.N };

export class FormSet {
  readonly #bits = new Map<string, number>();

  add(text: string, features: number): void {
    this.#bits.set(text, (this.#bits.get(text) ?? 0) | features);
  }

  expansion(problems: readonly Problem[] = []): Expansion {
    return { forms: Array.from(this.#bits, ([text, features]) => ({ text, features })), problems };
  }
}

/** The same, its problems with the phrase that they are in: a phrase is a line of a file, a word may stand anywhere. */
export function saidOf(citation: string, { forms, problems }: Expansion): Expansion {
  return {
    forms,
    problems: problems.map(({ token, message }) => ({ token, message: `${message} (in «${citation}»)` })),
  };
}

/** All ways to take one variant a word, joined by spaces: the variants of a cell are few, so the product stays small. */
export function joined(words: readonly (readonly string[])[]): readonly string[] {
  let texts: readonly string[] = [''];
  for (const variants of words) {
    texts = texts.flatMap((text) => variants.map((variant) => (text ? `${text} ${variant}` : variant)));
  }
  return texts;
}
