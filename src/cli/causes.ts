import type { Meaning } from '../engine/inspect';
import type { Span } from '../engine/types';
import { entityKey } from './entity-key';
import { type Facts, holds, overlaps, sentenceOf } from './facts';
import type { GoldSpan } from './gold';
import { entityOf, type FoundSpan } from './spans';

/** Words that can tie a speaker to what is said, by what they are. */
const CUE_KINDS: Readonly<Partial<Record<Meaning, string>>> = {
  SAY: 'a verb',
  REPORT: 'a verb',
  TOLD: 'a verb',
  PREPOSITION: 'a preposition',
  POSSESSIVE_CUE: 'a preposition',
  SPEECH_NOUN: 'a noun',
  FROM: 'a place',
  CREDIT: 'a credit',
};
const SPEAKER_CUES: readonly Meaning[] = ['SAY', 'REPORT', 'PREPOSITION', 'POSSESSIVE_CUE', 'SPEECH_NOUN'];
const REFERENCES: readonly Meaning[] = ['PRONOUN', 'SHORT', 'POSSESSIVE_CUE'];

/** Why a gold span was not marked, as far as the engine's own steps tell: the first step that lost it. */
export function causeOfMiss(gold: GoldSpan, facts: Facts, found: readonly FoundSpan[]): string {
  const other = found.find((span) => span.kind !== gold.kind && isMostly(span, gold));
  if (other) return `right words, marked as ${other.kind}`;
  return gold.kind === 'framing' ? missedWording(gold, facts) : missedSpeaker(gold, facts);
}

function missedWording(gold: GoldSpan, facts: Facts): string {
  const isMeant = (narrative: string): boolean => gold.role === '' || narrative === gold.role;
  const hits = facts.hits.filter((hit) => overlaps(hit, gold));
  if (facts.wordings.some((wording) => overlaps(wording, gold))) return 'phrase found, lost to a longer mark';
  const phrases = hits.filter(({ means }) => means === 'PHRASE');
  if (phrases.some(({ entry }) => isMeant(entry))) return 'phrase known, its second sign is missing';
  if (phrases.length > 0) return 'phrase known for another narrative, its second sign is missing';
  if (hits.some(({ patterns }) => patterns.some(isMeant))) return 'words of a pattern, which did not fit';
  return 'phrase not in the lexicon';
}

function missedSpeaker(gold: GoldSpan, facts: Facts): string {
  const isMeant = (entry: string): boolean => gold.entity === '' || isEntity(entry, gold.entity);
  const hits = facts.hits.filter((hit) => overlaps(hit, gold));
  const names = hits.filter(({ means }) => means === 'NAME' || means === 'ROLE');
  if (!names.some(({ entry }) => isMeant(entry))) {
    const isReference = hits.some(({ means }) => REFERENCES.includes(means));
    const said = facts.attributions.find((one) => overlaps(one, gold));
    if (isReference && said)
      return `pronoun or short reference ${said.hasAntecedent ? 'with another' : 'without an'} antecedent`;
    if (isReference) return lostCue(gold, facts);
    return names.length > 0 ? 'words known, as another entry' : 'entry is not in the lexicon under these words';
  }
  const mentions = facts.mentions.filter((mention) => overlaps(mention, gold));
  const mine = mentions.find(({ entry, group }) => group !== 'OTHER' && isMeant(entry));
  if (!mine) {
    const isStranger = mentions.every(({ entry }) => entry === '');
    return isStranger ? 'hit, but taken for a namesake or another country' : 'hit, but taken for another entry';
  }
  if (gold.kind === 'official') return lostCue(gold, facts);
  return mine.weak ? 'weak name without a sign beside it' : 'name found, lost to another mark or introduces a name';
}

/** The speaker is known and said to say nothing: what became of the cues of the sentence. */
function lostCue(gold: GoldSpan, facts: Facts): string {
  const sentence = sentenceOf(facts, gold);
  const cues = facts.hits.filter((hit) => SPEAKER_CUES.includes(hit.means) && overlaps(hit, sentence));
  if (cues.length === 0) return 'mention without a cue in its sentence';
  const around = facts.speech.find((speech) => holds(speech, gold));
  if (around && cues.some((cue) => holds(around, cue))) return 'cue inside speech';
  const said = facts.attributions.filter((one) => overlaps(one.cue, sentence));
  const own = said.find((one) => overlaps(one, gold));
  if (own?.group === 'OFFICIAL') return 'attribution found, lost to a longer mark';
  if (own) return 'part of the words was taken for someone else';
  return `cue in the sentence, ${said.length > 0 ? 'another subject was chosen' : 'no subject was chosen'}`;
}

/** What a false alarm rests on. */
export function causeOfAlarm(found: FoundSpan, facts: Facts, gold: readonly GoldSpan[]): string {
  if (gold.some((span) => span.kind === found.kind && overlaps(span, found))) return 'second mark on the same words';
  if (gold.some((span) => span.kind !== found.kind && isMostly(span, found))) return 'right words, other kind';
  if (found.kind === 'framing') {
    const isPhrase = ({ means, entry }: Facts['hits'][number]): boolean => means === 'PHRASE' && entry === found.role;
    return facts.hits.some((hit) => isPhrase(hit) && holds(found, hit)) ? 'phrase' : 'pattern';
  }
  if (found.role === 'mention') return 'mention of an outlet';
  return `${found.role}, cue is ${cueKind(found, facts)}`;
}

/** What sort of words the mark's cue is; marks of punctuation where no word is one. */
function cueKind({ evidence }: FoundSpan, { hits }: Facts): string {
  const cue = placeOf(evidence.find(({ what }) => what === 'cue'));
  const inside = cue ? hits.filter((hit) => holds(cue, hit)) : [];
  return inside.flatMap(({ means }) => CUE_KINDS[means] ?? [])[0] ?? 'a mark';
}

/** Why a matched span has another stance than gold has: `gold>found: cause`. */
export function causeOfStance(gold: GoldSpan, found: FoundSpan, facts: Facts, text: string): string {
  return `${gold.stance}>${found.stance}: ${whyStance(gold, found, facts, text)}`;
}

function whyStance(gold: GoldSpan, found: FoundSpan, facts: Facts, text: string): string {
  if (found.stance === 'distanced') return takenDistance(found, facts);
  if (gold.stance === 'distanced') return lostDistance(gold, facts, text);
  if (gold.kind === 'state-media' && gold.role !== found.role)
    return found.role === 'attribution' ? 'mention taken for a source' : 'source taken for a mention';
  if (found.stance === 'reported')
    return found.evidence.some(({ what }) => what === 'quotation')
      ? 'quotation taken for speech'
      : 'taken for the words of a speaker';
  return lostSpeech(gold, facts);
}

function takenDistance({ evidence }: FoundSpan, { hits }: Facts): string {
  const sign = placeOf(evidence.find(({ what }) => what === 'distance'));
  if (!sign) return 'the speaker’s distance carried over';
  const means = hits.filter((hit) => holds(sign, hit)).map((hit) => hit.means);
  if (means.includes('DISTANCE')) return 'distance word that is not the author’s';
  if (means.includes('LABEL')) return 'label';
  if (means.includes('CLAIM')) return 'head of a claim';
  return 'scare quotes, or a name that is a label';
}

function lostDistance(gold: GoldSpan, facts: Facts, text: string): string {
  const sentence = sentenceOf(facts, gold);
  const around = facts.hits.filter((hit) => overlaps(hit, sentence));
  const isSpoken = (hit: Span): boolean => facts.speech.some((speech) => holds(speech, hit));
  const words = around.filter(({ means }) => means === 'DISTANCE');
  if (words.some((hit) => !isSpoken(hit))) return 'distance word in the sentence that was not read';
  if (around.some(({ means }) => means === 'LABEL')) return 'label that was not read';
  if (isInMarks(gold, text)) return 'scare quotes that were not read';
  if (words.length > 0) return 'distance word inside speech';
  return 'no distance word known in the sentence';
}

function lostSpeech(gold: GoldSpan, facts: Facts): string {
  const sentence = sentenceOf(facts, gold);
  if (facts.speech.some((speech) => holds(speech, gold))) return 'inside speech that was not read as such';
  if (facts.attributions.some(({ cue }) => overlaps(cue, sentence)))
    return 'speaker found, the words lie beyond theirs';
  const hasCue = facts.hits.some((hit) => SPEAKER_CUES.includes(hit.means) && overlaps(hit, sentence));
  return hasCue ? 'speech not seen: cue without a speaker' : 'speech not seen: no cue or quotation in the sentence';
}

/** Do quotation marks stand directly at both ends, within the span or around it? */
function isInMarks({ start, end }: Span, text: string): boolean {
  const isMark = (at: number): boolean => /[«»"“”„‟‹›‘’‚]/u.test(text.charAt(at));
  return (isMark(start) || isMark(start - 1)) && (isMark(end) || isMark(end - 1));
}

const isEntity = (entry: string, entity: string): boolean =>
  entry !== '' && entityKey(entityOf(entry)) === entityKey(entity);

/** Are the two much the same words: does each have half of the other's units? */
function isMostly(a: Span, b: Span): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return 2 * shared >= Math.max(a.end - a.start, b.end - b.start);
}

function placeOf(sign: FoundSpan['evidence'][number] | undefined): Span | undefined {
  return sign?.start === undefined || sign.end === undefined ? undefined : { start: sign.start, end: sign.end };
}
