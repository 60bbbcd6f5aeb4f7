/** Verbs that count only beside another word of their clause: «teilte … mit», «hat … erklärt». */
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { CLAUSE_END, GAP, isCapitalised, type Syntax, startsSentence } from './syntax';
import { ACCOMPANIED, T } from './terms';
import type { Lang } from './types';

/** How far a particle may stand behind its verb, an auxiliary before its participle. In words. */
const PARTICLE_REACH = 25;
const AUXILIARY_REACH = 16;
/** Commas that a clause with an insertion may have between the two. */
const COMMAS = 2;
const ENDS = CLAUSE_END | GAP.QUOTE_OPEN | GAP.SLASH;
const STOPS = GAP.STOP | GAP.COLON | GAP.SEMICOLON;

/** The hits without verbs whose companion is missing, and without capitalised words that are nouns and not verbs. */
export function withCompanions(syntax: Syntax, hits: readonly Hit[], lang: Lang): readonly Hit[] {
  const companions = new Map<number, Hit[]>();
  for (const hit of hits) {
    if (hit.kind === T.COMPANION) companions.set(hit.first, [...(companions.get(hit.first) ?? []), hit]);
  }
  const { capitalNouns } = grammarOf(lang);
  if (companions.size === 0 && !capitalNouns) return hits;
  const met = new Set<Hit>();
  /** Words that an auxiliary makes a participle. */
  const participles = new Set<number>();
  for (const hit of hits) {
    if (!ACCOMPANIED.has(hit.kind) || hit.ref === 0) continue;
    const companion = companionOf(syntax, hit, companions);
    if (!companion) continue;
    met.add(hit);
    if (companion.x === 1) participles.add(hit.first);
  }
  return hits.filter((hit) => {
    if (!ACCOMPANIED.has(hit.kind)) return true;
    const { first } = hit;
    if (capitalNouns && hit.kind !== T.DISTANCE && isCapitalised(syntax, first) && !startsSentence(syntax, first))
      return false;
    // «wird behauptet»: the same letters are a finite form elsewhere.
    return hit.ref === 0 ? hit.kind === T.DISTANCE || !participles.has(first) : met.has(hit);
  });
}

function companionOf(syntax: Syntax, verb: Hit, companions: ReadonlyMap<number, readonly Hit[]>): Hit | undefined {
  const at = (word: number, x: number) => companions.get(word)?.find((hit) => hit.ref === verb.ref && hit.x === x);
  const { gaps, count } = syntax;
  let commas = 0;
  for (let word = verb.last; word < count && word < verb.last + PARTICLE_REACH; word += 1) {
    if (((gaps[word] ?? 0) & STOPS) !== 0) break;
    if (((gaps[word] ?? 0) & GAP.COMMA) !== 0 && ++commas > COMMAS) break;
    // A particle behind one comma belongs to another clause («gab an, sie lehnten ab»).
    const particle = commas % 2 === 0 ? at(word, 0) : undefined;
    if (particle && ((gaps[particle.last] ?? 0) & ENDS) !== 0) return particle;
    if (word === verb.last && at(word, 1)) return at(word, 1);
  }
  commas = 0;
  for (let word = verb.first - 1; word >= 0 && word > verb.first - AUXILIARY_REACH; word -= 1) {
    const gap = gaps[word + 1] ?? 0;
    if ((gap & STOPS) !== 0) break;
    if ((gap & GAP.COMMA) !== 0 && ++commas > COMMAS) break;
    // «wurde überrascht, berichtet die Bild»: an insertion has a comma on either side.
    const auxiliary = commas % 2 === 0 ? at(word, 1) : undefined;
    if (auxiliary) return auxiliary;
  }
  return undefined;
}
