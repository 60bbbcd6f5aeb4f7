/** "gave an interview, insisting that …", «дав інтерв'ю, заявивши, що …»: a participle of speech has the subject of its sentence. */
import { isEmbedded, isSubjectCase } from './agreement';
import { opensClause } from './apposition';
import { isSpeech } from './content';
import { CASES, F } from './features';
import type { Hit } from './hits';
import { hitAt, opensRelative, opensReport, type Page } from './reading';
import { hasCases, type Speaker, speakerAt } from './speaker';
import { CLAUSE_END, GAP } from './syntax';
import { T } from './terms';

/** How far before the participle its subject stands, and how far behind it the words begin. In words. */
const CLAUSE_REACH = 20;
const WORDS_REACH = 4;

/** The subject of the clause that ends right before the participle, where a reported clause or a quotation follows. */
export function subjectOfParticiple(page: Page, verb: Hit): Speaker | undefined {
  const { gaps, sentences } = page.syntax;
  if (verb.kind !== T.SAY || (verb.features & F.CONV) === 0) return undefined;
  if (((gaps[verb.first] ?? 0) & CLAUSE_END) !== GAP.COMMA || !opensWords(page, verb)) return undefined;
  for (let word = verb.first - 1; word >= 0 && word >= verb.first - CLAUSE_REACH; word -= 1) {
    if (sentences[word] !== sentences[verb.first]) return undefined;
    const speaker = speakerAt(page, word);
    if (speaker) word = speaker.first;
    if (speaker && isSubjectCase(page, speaker) && isFirst(page, speaker))
      return speaker.kind === 'mention' && !isEmbedded(page, speaker) ? speaker : undefined;
    if (((gaps[word] ?? 0) & CLAUSE_END) !== 0) return undefined;
  }
  return undefined;
}

/** A subject begins its clause; where there are cases, a clear nominative may stand anywhere. */
function isFirst(page: Page, { first, features }: Speaker): boolean {
  if (hasCases(page) && (features & CASES) === F.NOM) return true;
  return opensClause(page, first) || opensRelative(page, first - 1);
}

function opensWords(page: Page, verb: Hit): boolean {
  const { gaps, count, quotes, quoteOf } = page.syntax;
  for (let word = verb.last; word < count && word < verb.last + WORDS_REACH; word += 1) {
    const gap = gaps[word] ?? 0;
    const quote = (gap & GAP.QUOTE_OPEN) !== 0 ? quotes[quoteOf[word] ?? -1] : undefined;
    if (quote && isSpeech(page, quote)) return true;
    if (opensReport(page, word)) return true;
    if ((gap & CLAUSE_END) !== 0 || hitAt(page, word, T.SAY)) return false;
  }
  return false;
}
