/** What a text refutes: claims under a head («Міф: …»), a sentence or paragraph that the next one contradicts. */
import type { Attribution } from './attribution';
import type { Attributions } from './attributions';
import { isInsideSpeech } from './content';
import { concededBy, isSpeakers } from './distance';
import { F } from './features';
import type { Hit } from './hits';
import { hitAt, type Page } from './reading';
import { GAP, spanOf, wordFrom, wordsIn } from './syntax';
import { GROUP, SCOPE, T } from './terms';
import type { Evidence, Span } from './types';

/** A claim and the answer to it lie at most this many passages apart. */
const REACH = 6;
/** A word of turning («насправді») opens its sentence: at most this many words stand before it («але», "but"). */
const OPENING = 2;
/** A run of statements by one speaker is taken back over at most this many sentences. */
const RUN = 3;
/** A paragraph of fewer words is a title or a motto, not a claim. */
const CLAIM_WORDS = 6;
/** A verdict that is a sentence of its own («Це фейк.») has at most this many words. */
const VERDICT_WORDS = 4;
/** "It did not.", "They never have." */
const SHORT_DENIAL = 3;
/** A debunk shows what it is in its headline or within the first passages of its body. */
const FRONT = 2;
/** So many words of the other side show that a paragraph answers the claim before it. */
const COUNTERS = 2;

/** Sentences whose words the author refutes, with the words that do it. */
export class Refutations {
  /** By passage and sentence. */
  private readonly found: (Evidence | undefined)[][] = [];
  /** Passages that are refuted from end to end. */
  private readonly whole = new Set<number>();
  /** What shows that the whole text refutes a claim: whoever spread it is kept at a distance in all of it. */
  private text: Evidence | undefined;
  /** The first verdict on a claim in the author's own voice. */
  private verdict: Evidence | undefined;

  constructor(
    private readonly pages: readonly Page[],
    private readonly attributions: Attributions,
  ) {}

  /** Reads the next passage; the attributions of all are known by then. */
  read(page: Page): void {
    this.readHeads(page);
    this.readAnswers(page);
    this.readDenial(page);
    this.readShortDenial(page);
    this.readOpening(page);
    this.text ??= this.markOf(page);
  }

  /** What refutes the claim that the speaker named here has made or spread. */
  ofSpeaker(page: Page, word: number): Evidence | undefined {
    return this.over(page, word) ?? this.text;
  }

  /** «Захарова збрехала. Вона сказала, що …»: who has just been caught at a lie goes on with it. */
  carried({ page, first, entry, antecedent }: Attribution): Evidence | undefined {
    const sentence = (page.syntax.sentences[first] ?? 0) - 1;
    if (!antecedent || sentence < 0) return undefined;
    const before = this.attributions.in(page, sentence).find((one) => one.entry === entry);
    const lie = page.bySentence[sentence]?.find(
      (hit) =>
        hit.kind === T.DISTANCE &&
        hit.x === SCOPE.SENTENCE &&
        (hit.features & F.PAST) !== 0 &&
        before &&
        !isSpeakers(before, hit),
    );
    return lie && proof(page, lie);
  }

  /** «Росія поширює фейки. Міноборони показало …»: a paragraph that opens so goes on with the lies, while no one else speaks. */
  amongLies({ page, first }: Attribution): Evidence | undefined {
    const sentence = page.syntax.sentences[first] ?? 0;
    if (sentence === 0 || sentence > RUN) return undefined;
    const lies = page.bySentence[0]?.find(({ kind }) => kind === T.LIARS);
    if (!lies || isInsideSpeech(page, lies)) return undefined;
    for (let before = 0; before <= sentence; before += 1) {
      if (this.attributions.in(page, before).some(({ group }) => group === GROUP.OTHER)) return undefined;
    }
    return proof(page, lies);
  }

  /** «Знімок старий. Його розігнали росЗМІ»: who spreads what the text refutes somewhere in the author's own voice. */
  ofSpreader(page: Page, cue: Span): Evidence | undefined {
    const word = wordFrom(page.syntax, cue.start);
    if (!hitAt(page, word, T.SPREAD)) return undefined;
    const before = page.bySentence[(page.syntax.sentences[word] ?? 0) - 1];
    const lie = before?.find((hit) => hit.kind === T.DISTANCE && hit.x === SCOPE.SENTENCE && isSign(page, hit));
    return this.verdict ?? (lie && proof(page, lie));
  }

  /** «Хоча Кремль запевняє, …»: nobody else speaks in the sentence, so that the author's own words stand against the claim. */
  conceded(attribution: Attribution): Evidence | undefined {
    const { page, first } = attribution;
    const doubt = concededBy(page, attribution);
    const isAlone = doubt && this.attributions.in(page, page.syntax.sentences[first] ?? 0).length === 1;
    return isAlone ? doubt : undefined;
  }

  /** What refutes the sentence that this word stands in, if anything does. */
  over(page: Page, word: number): Evidence | undefined {
    return this.found[page.index]?.[page.syntax.sentences[word] ?? 0];
  }

  private refute(page: Page, from: number, to: number, by: Evidence): void {
    // Many answers may refute one long passage: once is enough.
    if (from === 0 && to === sentencesOf(page)) {
      if (this.whole.has(page.index)) return;
      this.whole.add(page.index);
    }
    this.found[page.index] ??= [];
    const found = this.found[page.index] as (Evidence | undefined)[];
    for (let sentence = from; sentence < to; sentence += 1) found[sentence] ??= by;
  }

  /** «Міф: … Правда: …» within a passage; a head that is a passage of its own stands for those up to the answer. */
  private readHeads(page: Page): void {
    const { bounds } = page.syntax;
    const ends = page.at.mayHave(T.CLAIM) ? bounds.length : 0;
    for (let sentence = 0; sentence < ends; sentence += 1) {
      const first = bounds[sentence] ?? 0;
      const head = headAt(page, first, T.CLAIM);
      if (!head) continue;
      const by = proof(page, head);
      const count = sentencesOf(page);
      let end = sentence + 1;
      while (end < count && !headAt(page, page.syntax.bounds[end] ?? 0, T.FACT, T.CLAIM)) end += 1;
      this.refute(page, sentence, end, by);
      if (head.last < page.syntax.count) continue;
      const next = this.pages.slice(page.index + 1, page.index + 1 + REACH);
      const answer = next.findIndex((one) => headAt(one, 0, T.FACT));
      for (const claim of next.slice(0, answer < 0 ? 1 : answer)) this.refute(claim, 0, sentencesOf(claim), by);
    }
    const fact = page.index > 0 ? headAt(page, 0, T.FACT) : undefined;
    const before = this.pages[page.index - 1];
    if (fact && before) this.refute(before, 0, sentencesOf(before), proof(page, fact));
  }

  /** What in this passage shows that the text is a debunk, if anything does. */
  private markOf(page: Page): Evidence | undefined {
    const isHeadline = page.passage.role === 'headline' && page.index === 0;
    const debunk = isHeadline ? page.hits.find(({ kind }) => kind === T.DEBUNK) : undefined;
    if (debunk) return proof(page, debunk);
    const isFront = page.index < FRONT + (this.pages[0]?.passage.role === 'headline' ? 1 : 0);
    const claim = isFront ? headAt(page, 0, T.CLAIM) : undefined;
    if (claim) return proof(page, claim);
    // «Вердикт: неправда», «Що не так?»: the claim that the text opened with is answered.
    const fact = page.index > 0 ? headAt(page, 0, T.FACT) : undefined;
    if (fact && (isAsked(page, fact) || page.hits.some((hit) => hit.first >= fact.last && isUntruth(hit)))) {
      const opening = this.pages.find((one) => one.passage.role !== 'headline');
      if (opening && opening !== page) this.refute(opening, 0, sentencesOf(opening), proof(page, fact));
      return proof(page, fact);
    }
    const end = page.syntax.bounds[1] ?? 0;
    const first = page.hits.filter((hit) => hit.first < end);
    const verdict = first.find((hit) => hit.kind === T.DISTANCE && hit.x === SCOPE.VERDICT);
    if (verdict && isFront && end <= VERDICT_WORDS && this.isOwn(page, verdict, 0)) return proof(page, verdict);
    // «Ні, … не …»: the answer comes before the claim.
    const no = isFront ? hitAt(page, 0, T.NEGATION) : undefined;
    const isAnswer = no !== undefined && ((page.syntax.gaps[no.last] ?? 0) & GAP.COMMA) !== 0;
    const isDenied = first.some((hit) => hit.kind === T.NEGATION && hit.first > 0);
    return no && isAnswer && isDenied ? proof(page, no) : undefined;
  }

  /** «Це неправда», «Насправді …» in the author's own voice: the statement before it is refuted. */
  private readAnswers(page: Page): void {
    if (!page.at.mayHave(T.DISTANCE)) return;
    for (const hit of page.hits) {
      if (hit.kind !== T.DISTANCE || (hit.x !== SCOPE.TURN && hit.x !== SCOPE.VERDICT)) continue;
      const sentence = page.syntax.sentences[hit.first] ?? 0;
      const start = page.syntax.bounds[sentence] ?? 0;
      if (hit.x === SCOPE.TURN && hit.first - start > OPENING) continue;
      if (!this.isOwn(page, hit, sentence)) continue;
      const by = proof(page, hit);
      if (hit.x === SCOPE.VERDICT) this.verdict ??= by;
      if (sentence > 0) this.refute(page, this.runBefore(page, sentence), sentence, by);
      else {
        const before = this.pages[page.index - 1];
        if (before) this.refute(before, 0, sentencesOf(before), by);
        // «Це фейк. Кадри, які показав …»: the rest of the paragraph tells who spread it.
        if (hit.x === SCOPE.VERDICT && (page.syntax.bounds[1] ?? 0) <= VERDICT_WORDS) {
          this.refute(page, 0, sentencesOf(page), by);
        }
      }
    }
  }

  /**
   * "Tass says so. It did not.": a sentence of a few words about the same thing that ends in the denial answers the
   * statement before it. «Постраждалих немає.» has a subject of its own and answers nothing.
   */
  private readShortDenial(page: Page): void {
    if (!page.at.mayHave(T.NEGATION)) return;
    const { bounds, sentences, quoteOf } = page.syntax;
    for (const hit of page.hits) {
      if (hit.kind !== T.NEGATION) continue;
      const sentence = sentences[hit.first] ?? 0;
      const start = bounds[sentence] ?? 0;
      if (hit.last !== bounds[sentence + 1] || hit.last - start > SHORT_DENIAL || hit.first === start) continue;
      if ((quoteOf[hit.first] ?? -1) >= 0 || sentence === 0 || !hitAt(page, start, T.PRONOUN)) continue;
      this.refute(page, sentence - 1, sentence, proof(page, hit));
    }
  }

  /** «There was no fire.»: a passage that opens with a flat denial answers the one before it. */
  private readDenial(page: Page): void {
    const before = this.pages[page.index - 1];
    const denial = (page.syntax.bounds[1] ?? 0) <= VERDICT_WORDS + 1 ? oppositeOf(page) : undefined;
    if (before && denial && denial.kind === T.DISTANCE) {
      this.refute(before, 0, sentencesOf(before), proof(page, denial));
    }
  }

  /** First sentence of the run of Kremlin statements that ends right before this one. */
  private runBefore(page: Page, sentence: number): number {
    let first = sentence - 1;
    while (first > 0 && sentence - first < RUN && this.isKremlins(page, first) && this.isKremlins(page, first - 1)) {
      first -= 1;
    }
    return first;
  }

  private isKremlins(page: Page, sentence: number): boolean {
    return this.attributions.in(page, sentence).some(({ group }) => group !== GROUP.OTHER);
  }

  /** The claim that a debunk opens with: a paragraph that nobody is said to say, answered further down. */
  private readOpening(page: Page): void {
    const { syntax, index } = page;
    const before = this.pages[index - 1];
    const next = this.pages[index + 1];
    if ((before && before.passage.role !== 'headline') || !next || this.attributions.in(next, 0).length > 0) return;
    const opposite = oppositeOf(next);
    const isOwnVoice = page.syntax.bounds.every((_, sentence) => this.attributions.in(page, sentence).length === 0);
    const source = before !== undefined && isSourceLine(before);
    const counter =
      source || page.mentions.every(({ group }) => group === GROUP.OTHER)
        ? this.counterIn(next, source ? 1 : COUNTERS)
        : undefined;
    if (isQuotation(page)) {
      const by = opposite ? proof(next, opposite) : this.signAfter(index);
      const answer = by ?? this.counterAfter(index);
      if (answer) this.refute(page, 0, sentencesOf(page), answer);
      this.text ??= by;
    } else if (isOwnVoice && syntax.count >= CLAIM_WORDS && page.passage.role !== 'headline') {
      const sign = opposite ?? next.hits.find((hit) => hit.x === SCOPE.VERDICT && isSign(next, hit));
      const by = sign ? proof(next, sign) : counter;
      if (by) this.refute(page, 0, sentencesOf(page), by);
    } else if (source && counter) this.refute(page, 0, sentencesOf(page), counter);
  }

  private signAfter(index: number): Evidence | undefined {
    for (const later of this.pages.slice(index + 1, index + REACH)) {
      const sign = later.hits.find((hit) => isSign(later, hit));
      if (sign) return proof(later, sign);
    }
    return undefined;
  }

  /** The first of at least so many words in the author's own voice that no Kremlin speaker would use. */
  private counterIn(page: Page, least: number): Evidence | undefined {
    const signs = page.hits.filter(
      (hit) => isCounter(hit) && this.isOwn(page, hit, page.syntax.sentences[hit.first] ?? 0),
    );
    return signs[0] && signs.length >= least ? proof(page, signs[0]) : undefined;
  }

  private counterAfter(index: number): Evidence | undefined {
    for (const later of this.pages.slice(index + 1, index + REACH)) {
      const counter = this.counterIn(later, 1);
      if (counter) return counter;
    }
    return undefined;
  }

  /**
   * Neither within quoted speech nor part of what someone is said to say. «…, сказала вона без жодних доказів»: beside a
   * Kremlin speaker the words judge that speaker's own statement.
   */
  private isOwn(page: Page, hit: Hit, sentence: number): boolean {
    if (isInsideSpeech(page, hit) || (hit.x === SCOPE.VERDICT && this.isKremlins(page, sentence))) return false;
    // "Kyiv said there was no evidence": whoever the lexicon does not know has said it.
    const start = page.syntax.bounds[sentence] ?? 0;
    for (let word = start; word < hit.first; word += 1) {
      if (hitAt(page, word, T.SAY) && !hitAt(page, word - 1, T.DETERMINER)) return false;
    }
    // «Це неправда, сказали в міністерстві»: what a text sets against a statement first, it means to refute it with.
    if (hit.x === SCOPE.VERDICT && hit.first - start <= OPENING) return true;
    const span = spanOf(page.syntax, hit.first, hit.last);
    return !this.attributions
      .in(page, sentence)
      .some(({ content }) => content && content.start <= span.start && span.end <= content.end);
  }
}

/** Does the head of a claim or of an answer stand here, with its mark behind it? */
function headAt(page: Page, word: number, ...kinds: readonly (typeof T.CLAIM | typeof T.FACT)[]): Hit | undefined {
  const head = hitAt(page, word, ...kinds);
  if (!head) return undefined;
  // A dash or a full stop behind it parts a head from its claim only where the passage begins.
  if (word > 0) return isMarked(page, head.last, GAP.COLON) ? head : undefined;
  const isAlone = head.last === page.syntax.count;
  return isAlone || isMarked(page, head.last, GAP.COLON | GAP.DASH | GAP.STOP) || isNumbered(page, head)
    ? head
    : undefined;
}

const isMarked = ({ syntax }: Page, word: number, marks: number) => ((syntax.gaps[word] ?? 0) & marks) !== 0;

/** «Фейк №2. …»: a number with its full stop stands behind the head. */
const isNumbered = ({ syntax }: Page, { last }: Hit) =>
  /^\s*(?:[№#]\s*)?\d{1,2}[.):]/.test(syntax.raw.slice(syntax.ends[last - 1] ?? 0));

/** «Не … , а …», "There was no …", "Firstly, there is no …": the passage opens by denying. */
function oppositeOf(page: Page): Hit | undefined {
  const denial = page.hits.find(
    (hit) => hit.kind === T.DISTANCE && hit.x === SCOPE.DENIAL && hit.first <= OPENING && hit.last - hit.first > 1,
  );
  return denial ?? hitAt(page, 0, T.NEGATION);
}

/** Does one quotation hold the whole paragraph? */
function isQuotation({ syntax }: Page): boolean {
  const [quote] = syntax.quotes;
  const words = quote && wordsIn(syntax, quote);
  return words !== undefined && words.first === 0 && words.last === syntax.count && words.last >= CLAIM_WORDS;
}

/** «Що не так?»: a heading that asks and answers. */
const isAsked = ({ syntax }: Page, { last }: Hit) =>
  syntax.raw.slice(syntax.ends[last - 1] ?? 0, syntax.starts[last] ?? syntax.raw.length).includes('?');

/** «неправда», «фейк» behind the head of a verdict. */
const isUntruth = ({ kind, x }: Hit) =>
  kind === T.CLAIM || (kind === T.DISTANCE && (x === SCOPE.SENTENCE || x === SCOPE.VERDICT));

/** «TASS», «TASS, citing a film», «Sputnik: …»: a headline that opens with an outlet as the source of what follows. */
function isSourceLine({ syntax, mentionAt }: Page): boolean {
  const outlet = mentionAt[0];
  if (outlet?.group !== GROUP.OUTLET) return false;
  return outlet.last === syntax.count || ((syntax.gaps[outlet.last] ?? 0) & (GAP.COMMA | GAP.COLON)) !== 0;
}

/** Words that no Kremlin speaker would use, or that keep a name at a distance. */
const isCounter = ({ kind, x }: Hit) =>
  kind === T.COUNTER || (kind === T.DISTANCE && (x === SCOPE.NEXT || x === SCOPE.SENTENCE));

/** A judgement on what was said before. */
const isSign = (page: Page, hit: Hit) => hit.kind === T.DISTANCE && !isInsideSpeech(page, hit);

const sentencesOf = (page: Page) => Math.max(1, page.syntax.bounds.length - 1);

const proof = (page: Page, hit: Hit): Evidence => ({
  what: 'distance',
  passage: page.index,
  span: spanOf(page.syntax, hit.first, hit.last),
});
