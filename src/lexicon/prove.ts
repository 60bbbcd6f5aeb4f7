/** Runs the proofs of the entries through the engine: each must fire where it says so and be silent where it says so. Build time only. */
import { createEngine, type Tables } from '../engine';
import type { Lang } from '../engine/types';
import type { Source } from './read';

/**
 * Proofs that do not hold, one line each: place, sentence, and how to mend it.
 */
export function broken(source: Source, tables: Readonly<Record<Lang, Tables>>): readonly string[] {
  const engines = new Map<Lang, ReturnType<typeof createEngine>>();
  const scan = (lang: Lang, text: string) => {
    const engine = engines.get(lang) ?? createEngine(tables[lang]);
    engines.set(lang, engine);
    return engine.scan([{ text, lang }]).flags;
  };
  const faults: string[] = [];
  for (const { id, proofs = {} } of [...source.outlets, ...source.officials, ...source.narratives]) {
    for (const [lang, proof] of Object.entries(proofs) as [
      Lang,
      { fires: string | string[]; silent: string | string[] },
    ][]) {
      const marks = (text: string) => scan(lang, text).filter(({ entry }) => entry === id);
      const fault = (text: string, what: string) =>
        faults.push(`${source.place(id, text.slice(0, 24))}: ${id}: ${lang}: «${text}» ${what}`);
      for (const text of [proof.fires].flat()) {
        if (marks(text).length > 0) continue;
        const others = scan(lang, text).map(({ entry }) => entry);
        fault(
          text,
          `must be marked and is not${others.length > 0 ? ` (marked: ${others.join(', ')})` : ''}: mend the forms or the sentence`,
        );
      }
      for (const text of [proof.silent].flat()) {
        const [mark] = marks(text);
        if (mark)
          fault(
            text,
            `must stay unmarked and «${text.slice(mark.span.start, mark.span.end)}» is marked: mend the conditions or the sentence`,
          );
      }
    }
  }
  return faults;
}
