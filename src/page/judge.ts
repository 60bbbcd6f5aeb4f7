/** From what the engine found to marks and voices of the page's blocks. */
import type { Flag, Reading, Voice } from '../engine/types';
import type { Hosts } from '../lexicon';
import { NONE, type Weighed, type WholeEntry } from './entries';
import type { Mark } from './ledger';
import { borneOut, linkFlags } from './links';

/**
 * Entries `from` and on of those that the engine was given, judged.
 * @param fed what the engine read; those before `from` were only read with them
 * @param newId a number that no mark of this page has
 */
export function judge(
  fed: readonly WholeEntry[],
  from: number,
  { flags, voices }: Reading,
  hosts: Hosts | undefined,
  newId: () => number,
): WholeEntry[] {
  const flagsOf = byPassage(flags);
  const voicesOf = byPassage(voices);
  const marksOf = (entry: WholeEntry, passage: number): readonly Mark[] => {
    const { block, marks: before } = entry;
    const found = flagsOf.get(passage) ?? [];
    const own = hosts ? borneOut(block, hosts, found) : found;
    const links = hosts && block.pieces.some(({ link }) => link) ? linkFlags(block, passage, hosts, own) : NONE;
    if (own.length === 0 && links.length === 0) return NONE;
    return [...own.map((flag) => ({ flag })), ...links]
      .sort((a, b) => a.flag.span.start - b.flag.span.start)
      .map(({ flag, ...rest }) => ({
        id: before.find((mark) => isSameFlag(mark.flag, flag))?.id ?? newId(),
        flag,
        block,
        ...rest,
        evidence: flag.because.flatMap(({ what, passage: at, span }) => {
          const where = fed[at];
          return where ? [{ what, block: where.block, span }] : [];
        }),
      }));
  };
  return fed.slice(from).map((entry, i) => ({
    ...entry,
    isFresh: false,
    marks: marksOf(entry, from + i),
    voices: weighed(voicesOf.get(from + i)),
  }));
}

function byPassage<T extends { readonly passage: number }>(list: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const item of list) {
    const group = groups.get(item.passage);
    if (group) group.push(item);
    else groups.set(item.passage, [item]);
  }
  return groups;
}

function weighed(voices: readonly Voice[] = NONE): readonly Weighed[] {
  if (voices.length === 0) return NONE;
  return voices.map(({ passage: _, span, ...who }) => ({ ...who, weight: span.end - span.start }));
}

function isSameFlag(a: Flag, b: Flag): boolean {
  return a.entry === b.entry && a.kind === b.kind && a.span.start === b.span.start && a.span.end === b.span.end;
}
