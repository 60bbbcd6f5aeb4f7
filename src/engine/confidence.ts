/** How well a flag is founded: the weakest of its parts decides. types.ts says what each step means. */
import type { Attribution } from './attribution';
import type { Wording } from './framing';
import { CLAUSE_END } from './syntax';
import type { Confidence } from './types';

/** A verb this many words from its speaker may have another one. */
const VERB_REACH = 3;

/** Of somebody who is said to say something. */
export function attributionConfidence(attribution: Attribution): Confidence {
  const isSure = isSureSpeaker(attribution) && isSureCue(attribution);
  return isSure ? 'sure' : 'likely';
}

/** A name that is nothing else; or a pronoun or short reference, where the sentence before leaves no choice. */
function isSureSpeaker({ mention, antecedent }: Attribution): boolean {
  if (antecedent) return antecedent.distance <= 1 && !antecedent.hasRival;
  return mention?.weak !== true;
}

/** A verb beside its speaker, or a set phrase; a noun («слова») and a mark («Лавров: …») also do other work. */
function isSureCue(attribution: Attribution): boolean {
  if (attribution.by !== 'verb') return attribution.by === 'phrase';
  const { page, first, last, cueFirst, cueLast } = attribution;
  const [from, to] = last <= cueFirst ? [last, cueFirst] : [cueLast, first];
  if (to - from >= VERB_REACH) return false;
  for (let word = from; word <= to; word += 1) if (((page.syntax.gaps[word] ?? 0) & CLAUSE_END) !== 0) return false;
  return true;
}

const BY_BASIS = { phrase: 'sure', sign: 'likely', pattern: 'likely', doubt: 'possible' } as const;

/** Of a wording: a set phrase is sure by itself. */
export function wordingConfidence({ basis }: Wording): Confidence {
  return BY_BASIS[basis];
}
