/** An outlet that is a firm or a theme: its director speaks of its business, its name stands in nobody's news. */
import { CASES, F, NUMBERS } from './features';
import { grammarOf } from './grammar';
import { isAdjacent, type Mention } from './mentions';
import { hitAt, hitOver, type Page } from './reading';
import { GROUP, T } from './terms';

/** Words between an office and the outlet that owns it («начальник дирекции кинопоказа «Первого канала»»). */
const OFFICE_WORDS = 3;
/** What ends the noun phrase of an office. */
const ENDS = [T.SAY, T.REPORT, T.IN, T.PREPOSITION, T.FROM, T.BY] as const;

/** «Директор «Первого канала» сообщил», "RT's lawyer said", "the head of RT": one who speaks for the firm. */
export function isFirm(page: Page, mention: Mention): boolean {
  if (mention.collective || mention.isPerson) return false;
  return mention.possessive ? hasExecutiveBehind(page, mention) : hasExecutiveBefore(page, mention);
}

function hasExecutiveBehind(page: Page, { last }: Mention): boolean {
  for (let word = last; word < page.syntax.count && word < last + OFFICE_WORDS; word += 1) {
    if (!isAdjacent(page.syntax, word) || hitAt(page, word, ...ENDS)) return false;
    if (hitOver(page, word, T.EXECUTIVE)) return true;
  }
  return false;
}

function hasExecutiveBefore(page: Page, mention: Mention): boolean {
  // Where the name ends in a noun for outlets («Первого канала»), that noun tells the case.
  const noun = hitAt(page, mention.last - 1, T.OUTLET_KIND);
  const cases = (noun ?? mention).features & CASES;
  if (cases !== 0 && (cases & F.GEN) === 0) return false;
  // A name that never changes may be the ear instead: «рассказал директор завода ТАСС».
  const isOwner = grammarOf(page.lang).cases && (cases & F.DAT) === 0;
  const reach = isOwner ? OFFICE_WORDS : 0;
  let unknown = 0;
  for (let word = mention.first - 1; word >= 0 && isAdjacent(page.syntax, word + 1); word -= 1) {
    if (hitOver(page, word, T.EXECUTIVE)) return true;
    if (page.mentionAt[word] || hitAt(page, word, ...ENDS)) return false;
    if (hitOver(page, word, T.OF, T.OFFICE_OF, T.DETERMINER, T.OUTLET_KIND, T.RUSSIAN)) continue;
    unknown += 1;
    if (unknown > reach) return false;
  }
  return false;
}

/** «Меседжі російської пропаганди»: an abstract noun says something only as the subject of a verb. */
export function isTheme(page: Page, mention: Mention): boolean {
  if (mention.group !== GROUP.OUTLET || !mention.collective || !mention.weak) return false;
  for (let word = mention.first; word < mention.last; word += 1) {
    const label = hitAt(page, word, T.LABEL);
    if (label) return (label.features & NUMBERS) !== F.PL && (mention.features & F.PL) === 0;
  }
  return false;
}
