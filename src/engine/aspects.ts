/** Verbs that only open, close or go on with what is said: «поспішив запевнити», «не втомлюється повторювати». */

import { F } from './features';
import type { Hit } from './hits';
import { CLAUSE_END, GAP, type Syntax } from './syntax';
import { ASPECT, T } from './terms';

/** How far behind it the infinitive of speech stands, in words («продовжує у своїх зведеннях повідомляти»). */
const REACH = 5;
const SPEECH = new Set<number>([T.SAY, T.REPORT]);
const FINITE = F.PAST | F.PRES;

/** The hits, where an infinitive of speech behind such a verb begins at it and takes its form. */
export function withAspects(syntax: Syntax, hits: readonly Hit[]): readonly Hit[] {
  if (!hits.some(({ kind }) => kind === T.ASPECT)) return hits;
  const moved = new Map<number, Hit>();
  const replaced = new Set<number>();
  const infinitives = new Set<number>();
  const negations = new Set<number>();
  const reports = new Set<number>();
  const everyday = new Set<number>();
  for (const { kind, first, last, features, x } of hits) {
    if (SPEECH.has(kind) && (features & F.INF) !== 0 && last - first === 1) infinitives.add(first);
    if (kind === T.NEGATION) negations.add(last);
    if (kind === T.THAT || kind === T.ABOUT) reports.add(first);
    // «почав писати листа», «продовжує говорити по телефону»
    if (kind === T.CROWD && x === 0) everyday.add(first);
  }
  if (infinitives.size === 0) return hits;
  const needsWords = ({ x }: Hit, infinitive: number) => x === ASPECT.ATTEMPT || everyday.has(infinitive);
  for (const hit of hits) {
    if (hit.kind !== T.ASPECT || (hit.features & FINITE) === 0) continue;
    if (hit.x === ASPECT.NEGATED && !negations.has(hit.first)) continue;
    const infinitive = infinitiveBehind(syntax, hit, infinitives);
    if (infinitive === undefined || (needsWords(hit, infinitive) && !saysWhat(syntax, infinitive + 1, reports)))
      continue;
    moved.set(infinitive, hit.x === ASPECT.NEGATED ? { ...hit, first: hit.first - 1 } : hit);
    replaced.add(hit.first);
  }
  if (moved.size === 0) return hits;
  return hits.flatMap((hit) => {
    const aspect = moved.get(hit.first);
    if (aspect) return [{ ...hit, first: aspect.first, features: aspect.features }];
    return hit.kind === T.GUESS && replaced.has(hit.first) ? [] : [hit];
  });
}

function infinitiveBehind(syntax: Syntax, { last }: Hit, infinitives: ReadonlySet<number>): number | undefined {
  for (let word = last; word < syntax.count && word < last + REACH; word += 1) {
    if (((syntax.gaps[word] ?? 0) & (CLAUSE_END | GAP.QUOTE_OPEN)) !== 0) return undefined;
    if (infinitives.has(word)) return word;
  }
  return undefined;
}

/** «намагається переконати, що …», «спробував пояснити: …»: of one who tries only the words themselves tell. */
function saysWhat({ gaps, count }: Syntax, from: number, reports: ReadonlySet<number>): boolean {
  for (let word = from; word < count && word < from + REACH; word += 1) {
    const gap = gaps[word] ?? 0;
    if ((gap & (GAP.COLON | GAP.QUOTE_OPEN)) !== 0 || reports.has(word)) return true;
    if ((gap & CLAUSE_END) !== 0) return false;
  }
  return false;
}
