/** Speech without a verb of speech: «зробив заяву», «фраза належить Путіну», «умову висунуто Лавровим». */
import { CASES, F } from './features';
import { grammarOf } from './grammar';
import type { Hit } from './hits';
import { isAdjacent, type Mention } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { hasWords } from './silence';
import { asSpeaker, hasCases, type Speaker } from './speaker';
import { takesSpeechNoun } from './statement';
import { CLAUSE_END } from './syntax';
import { BEFORE_CLAUSE, GROUP, T } from './terms';

/** How far from its verb a noun of speech or a speaker stands in the same clause. In words. */
const REACH = 8;

/** The first word of the verb's clause, on either side of it, that `test` accepts. */
function inClause<V>(page: Page, verb: Hit, test: (word: number) => V | undefined): V | undefined {
  const { gaps, count } = page.syntax;
  for (let word = verb.last; word < count && word < verb.last + REACH; word += 1) {
    if (((gaps[word] ?? 0) & CLAUSE_END) !== 0) break;
    const found = test(word);
    if (found !== undefined) return found;
  }
  for (let word = verb.first - 1; word >= 0 && word >= verb.first - REACH; word -= 1) {
    if (((gaps[word + 1] ?? 0) & CLAUSE_END) !== 0) break;
    const found = test(word);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Does a noun of speech in its clause make the verb one of speech? As the verb's object, or as its subject where it has a dative. */
export function isLightSpeech(page: Page, verb: Hit): boolean {
  if (!hasCases(page)) {
    // «hatte ähnliche Vorwürfe erhoben»: a verb that closes its clause has its object before it.
    const isNoun = ({ kind, ref, x }: Hit) => kind === T.SPEECH_NOUN && ref !== BEFORE_CLAUSE && x === 0;
    return grammarOf(page.lang).verbSecond
      ? inClause(page, verb, (word) => page.at.get(word)?.find(isNoun)) !== undefined
      : takesSpeechNoun(page, verb);
  }
  const isOwned = (verb.x & (F.DAT | F.GEN)) !== 0;
  const fits = ({ kind, features, x }: Hit) =>
    kind === T.SPEECH_NOUN &&
    (features & (isOwned ? F.NOM : F.ACC | F.GEN | F.INS)) !== 0 &&
    (x === 0 || hasWords(page, verb));
  return inClause(page, verb, (word) => page.at.get(word)?.find(fits)) !== undefined;
}

/** «Патрушеву належить фраза», «погроза надійшла від Патрушева»: the official in the dative, or behind his preposition. */
export function ownerOfPhrase(page: Page, verb: Hit): Speaker | undefined {
  const owner = (verb.x & F.DAT) !== 0 ? officialIn(page, verb, F.DAT) : officialBehind(page, verb);
  return owner && asSpeaker(owner);
}

function officialBehind(page: Page, verb: Hit): Mention | undefined {
  return inClause(page, verb, (word) => {
    const of = hitAt(page, word, T.OF);
    const mention = of && officialFrom(page, of.last);
    return mention && (mention.features & F.GEN) !== 0 ? mention : undefined;
  });
}

/** The official that a noun phrase names: «від | заступника Лаврова Сергія Рябкова» is the last of them. */
function officialFrom(page: Page, from: number): Mention | undefined {
  let word = from;
  while (word < from + TITLES && !page.mentionAt[word] && isAdjacent(page.syntax, word + 1)) word += 1;
  const mention = page.mentionAt[word];
  const next = mention && isAdjacent(page.syntax, mention.last) ? page.mentionAt[mention.last] : undefined;
  const isOffice = hitAt(page, word - 1, T.SHORT, T.HONORIFIC) !== undefined && next?.isPerson === true;
  const owner = isOffice ? next : mention;
  return owner?.group === GROUP.OFFICIAL ? owner : undefined;
}

/** «умову висунуто Лавровим»: the official in the instrumental beside an impersonal verb. */
export const agentOf = (page: Page, verb: Hit) => officialIn(page, verb, F.INS);

function officialIn(page: Page, verb: Hit, wanted: number): Mention | undefined {
  return inClause(page, verb, (word) => {
    const mention = page.mentionAt[word];
    const cases = (mention?.features ?? 0) & CASES;
    if (mention?.group !== GROUP.OFFICIAL || (cases & wanted) === 0) return undefined;
    const fits = (cases & F.NOM) === 0 || isTitled(page, mention.first, wanted);
    return fits && !isGoverned(page, mention.first) ? mention : undefined;
  });
}

/** «після зустрічі з міністром Лавровим»: a preposition stands before the noun phrase. */
function isGoverned(page: Page, first: number): boolean {
  for (let word = first - 1; word >= 0 && word >= first - TITLES; word -= 1) {
    if (hitOver(page, word, T.OBLIQUE, T.IN, T.PREPOSITION, T.FROM)) return true;
    if (!hitOver(page, word, T.RUSSIAN, T.HONORIFIC, T.SHORT, T.LABEL)) return false;
  }
  return false;
}
/** «секретарем Радбезу Шойгу»: the office tells the case of a name that has none. */
function isTitled(page: Page, first: number, wanted: number): boolean {
  for (let word = first - 1; word >= 0 && word >= first - TITLES && isAdjacent(page.syntax, word + 1); word -= 1) {
    const title = hitAt(page, word, T.HONORIFIC);
    if (title) return (title.features & CASES) === wanted;
  }
  return false;
}

/** Words of a noun phrase before a name. */
const TITLES = 3;
