/** Does Rupor's dictionary know a form already? Asked of the words that the rules browser lists, as texts are asked. */
import { OwnFinder, readWords, type Words } from '../../../engine';
import type { Rule } from '../../../lexicon';
import { RULES } from '../find-rules';

/** The listed words of all entries as one text; a semicolon, which no form reaches across, stands between them. */
type Listed = {
  readonly words: Words;
  /** Whose words begin at a word of that text, and the word after their last. */
  readonly at: ReadonlyMap<number, { readonly rule: Rule; readonly last: number }>;
};

let listed: Listed | undefined;

function read(): Listed {
  const at = new Map<number, { rule: Rule; last: number }>();
  const owners = RULES.flatMap((rule) => rule.words.flatMap(({ plain }) => plain.map((word) => ({ rule, word }))));
  const raw = owners.map(({ word }) => word).join('; ');
  const { starts, ends, between, ...rest } = readWords(raw);
  // The next reading overwrites the lists.
  const words = { ...rest, starts: [...starts], ends: [...ends], between: [...between] };
  let unit = 0;
  let word = 0;
  for (const owner of owners) {
    const end = unit + owner.word.length;
    const first = word;
    while (word < words.count && (words.starts[word] ?? 0) < end) word += 1;
    if (word > first && !at.has(first)) at.set(first, { rule: owner.rule, last: word });
    unit = end + '; '.length;
  }
  return { words, at };
}

/** What has been asked for before: as one types, one form of many changes. */
const answers = new Map<string, readonly Rule[]>();

/**
 * The dictionary's entries that have a word which the form is, each once. A form without a star has one word at most; one
 * with a star may have many.
 */
export function knownBy(form: string): readonly Rule[] {
  return knownByEach([form])[0] ?? [];
}

/** The same for each of several forms, in one look at the dictionary. */
export function knownByEach(forms: readonly string[]): readonly (readonly Rule[])[] {
  const asked = forms.filter((form) => !answers.has(form));
  if (asked.length > 0) {
    listed ??= read();
    const { words, at } = listed;
    const found = asked.map(() => new Set<Rule>());
    for (const { entry, first, last } of new OwnFinder(asked.map((form) => ({ forms: [form] }))).find(words)) {
      const here = at.get(first);
      if (here?.last === last) found[entry]?.add(here.rule);
    }
    for (const [index, form] of asked.entries()) answers.set(form, [...(found[index] ?? [])]);
  }
  return forms.map((form) => answers.get(form) ?? []);
}
