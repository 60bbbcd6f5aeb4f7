/** Verbs of speech that, with certain words beside them, do something: «erklärte den Krieg», «a répondu par des tirs», «sagte … ab». */
import type { Hit } from './hits';
import { CLAUSE_END, GAP, type Syntax } from './syntax';
import { ACT_PART, T } from './terms';

/** How far such a word may stand from its verb, a closing particle, and a preposition from its noun. In words. */
const REACH = 10;
const PARTICLE_REACH = 25;
const PREPOSITION_REACH = 3;
/** Commas that a clause with an insertion may have before the particle that closes it. */
const COMMAS = 2;
/** Verbs that an act takes the speech from. */
const SPEECH = new Set<number>([T.SAY, T.REPORT, T.TOLD]);

/** The hits without verbs of speech that do something here. */
export function withoutActs(syntax: Syntax, hits: readonly Hit[]): readonly Hit[] {
  const parts = new Map<number, Hit[]>();
  for (const hit of hits) {
    if (hit.kind === T.ACT_PART) parts.set(hit.first, [...(parts.get(hit.first) ?? []), hit]);
  }
  const acts = new Set<number>();
  for (const hit of hits) {
    if (hit.kind === T.ACT && isAct(syntax, hit, parts)) acts.add(hit.first);
  }
  return acts.size === 0 ? hits : hits.filter(({ kind, first }) => !SPEECH.has(kind) || !acts.has(first));
}

function isAct(syntax: Syntax, verb: Hit, parts: ReadonlyMap<number, readonly Hit[]>): boolean {
  const { gaps, count } = syntax;
  const partAt = (word: number, x: number) => parts.get(word)?.find((hit) => hit.ref === verb.ref && hit.x === x);
  const endsAt = (word: number) => ((gaps[word] ?? 0) & (CLAUSE_END | GAP.QUOTE_OPEN)) !== 0;
  const isObject = (word: number): boolean => {
    if (partAt(word, ACT_PART.OBJECT)) return true;
    if (!partAt(word, ACT_PART.GOVERNED)) return false;
    for (let before = word - 1; before >= 0 && before >= word - PREPOSITION_REACH && !endsAt(before + 1); before -= 1) {
      const preposition = partAt(before, ACT_PART.PREPOSITION);
      if (preposition) return before !== verb.first;
    }
    return false;
  };
  for (let word = verb.last; word < count && word < verb.last + REACH && !endsAt(word); word += 1) {
    if (isObject(word)) return true;
  }
  for (let word = verb.first - 1; word >= 0 && word > verb.first - REACH && !endsAt(word + 1); word -= 1) {
    if (isObject(word)) return true;
  }
  let commas = 0;
  for (let word = verb.last; word < count && word < verb.last + PARTICLE_REACH; word += 1) {
    const gap = gaps[word] ?? 0;
    if ((gap & (GAP.STOP | GAP.COLON | GAP.SEMICOLON)) !== 0 || ((gap & GAP.COMMA) !== 0 && ++commas > COMMAS)) break;
    // «sagte, man warte ab»: the particle of another clause.
    const particle = commas % 2 === 0 ? partAt(word, ACT_PART.CLOSING) : undefined;
    if (particle && endsAt(particle.last)) return true;
  }
  return false;
}
