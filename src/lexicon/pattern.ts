/** Patterns of narratives, as docs/lexicon.md describes them, parsed. Build time only. */
import { foldKey } from '../engine/fold';
import type { Pattern, Step } from '../engine/terms';
import type { Lang } from '../engine/types';

/**
 * Parses one pattern line.
 * @param classIndex index of a class, undefined for an unknown name
 * @param wordIndex index of the class that holds just this folded word
 * @throws Error with what is wrong and how to mend it
 */
export function parsePattern(
  line: string,
  narrative: number,
  lang: Lang,
  classIndex: (name: string) => number | undefined,
  wordIndex: (word: string) => number,
): Omit<Pattern, 'condition'> {
  const steps: Step[] = [];
  let skip = 0;
  let first = false;
  for (const token of line.trim().split(/\s+/)) {
    if (token === '@first') {
      first = true;
      continue;
    }
    const gap = /^~(\d+)$/.exec(token);
    if (gap) {
      skip = Number(gap[1]);
      continue;
    }
    const cls = /^(\[?)<([a-z][a-z0-9_]*)>(\]?)$/.exec(token);
    if (cls) {
      const index = classIndex(cls[2] ?? '');
      if (index === undefined) throw new Error(`no class <${cls[2]}>: add it to classes/${lang}.yml or mend its name`);
      if ((cls[1] === '[') !== (cls[3] === ']')) throw new Error(`${token}: write [<class>] for an optional step`);
      steps.push({ cls: index, skip, optional: cls[1] === '[' });
    } else if (/^[\p{L}\p{N}'’-]+$/u.test(token)) {
      for (const word of foldKey(token).split(' ')) {
        steps.push({ cls: wordIndex(word), skip, optional: false });
        skip = 0;
      }
    } else {
      throw new Error(`${token}: not a <class>, a word, ~N or @first`);
    }
    skip = 0;
  }
  if (steps[0] === undefined || steps[0].optional) throw new Error('a pattern begins with a step that must be there');
  return { narrative, lang, steps, first };
}
