/** Reads citation forms: words with annotations in braces (docs/lexicon.md). */
import type { Gender, Problem } from './form-set';

export type Token = {
  readonly text: string;
  /** `{=}`: stays as it is. */
  readonly frozen: boolean;
  /** `{+}`: agrees with the head although it stands to the right of it. */
  readonly agrees: boolean;
  /** `{indecl}`: one form for all cases. */
  readonly indeclinable: boolean;
  /** `{m}`, `{f}`, `{n}`. */
  readonly gender?: Gender;
  /** `{sg}`, `{pl}`: the only number it has. */
  readonly only?: 'sg' | 'pl';
  /** `{like:word}`. */
  readonly like?: string;
};

export type Citation = { readonly tokens: readonly Token[]; readonly problems: readonly Problem[] };

/** Splits a citation into tokens. `{cap}` belongs to the compiler and is passed over here. */
export function readCitation(citation: string): Citation {
  const problems: Problem[] = [];
  const plain = citation
    .normalize('NFC')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/\{cap\}\s*$/, '');
  // Blanks inside braces belong to the annotation: «{like: вид}».
  const words = plain
    .replace(/\{[^}]*\}/g, (braces) => braces.replace(/\s+/g, ''))
    .trim()
    .split(/\s+/);
  const tokens = words.filter((word) => word !== '').map((word) => readToken(word, problems));
  return { tokens, problems };
}

function readToken(word: string, problems: Problem[]): Token {
  const text = word.replace(/\{[^}]*\}/g, '');
  const token: { -readonly [Key in keyof Token]: Token[Key] } = {
    text,
    frozen: false,
    agrees: false,
    indeclinable: false,
  };
  for (const [, note = ''] of word.matchAll(/\{([^}]*)\}/g)) {
    if (note === '=') token.frozen = true;
    else if (note === '+') token.agrees = true;
    else if (note === 'indecl') token.indeclinable = true;
    else if (note === 'm' || note === 'f' || note === 'n') token.gender = note;
    else if (note === 'sg' || note === 'pl') token.only = note;
    else if (note.startsWith('like:') && note.length > 5) token.like = note.slice(5);
    else problems.push({ token: text, message: `unknown annotation {${note}}; docs/lexicon.md lists those there are` });
  }
  return token;
}

/** Gives a form the capital of the word that was cited: «Кремль» from the paradigm of «кремль». */
export function recase(form: string, cited: string): string {
  const first = cited.charAt(0);
  if (first === first.toLowerCase()) return form;
  return form.charAt(0).toUpperCase() + form.slice(1);
}
