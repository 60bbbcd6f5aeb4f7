/** Cue + speaker → who is said to say it. One passage, sentence by sentence, with the discourse so far. */

import { Attributions } from './attributions';
import { BETWEEN, closesPost, ownerOf, quotedBy, signsOff, speaksByMark } from './constructions';
import { contentOf, isInsideSpeech, isInTitle } from './content';
import { partnersOf } from './coordination';
import {
  closesClause,
  isAsked,
  isIncise,
  isNegatedAfter,
  isNounPhrase,
  isQuotedAfter,
  isTag,
  opensSentence,
  quotesOrReports,
  sourceBefore,
  standBySide,
} from './cue';
import type { Antecedent, Discourse, Reach } from './discourse';
import { CASES, F } from './features';
import type { Hit } from './hits';
import { agentOf, isLightSpeech, ownerOfPhrase } from './light';
import { isAdjacent, type Mention } from './mentions';
import { addressees, introducesNamed, isProper } from './outlets';
import { subjectOfParticiple } from './participle';
import { findPlace } from './place';
import { hitAt, hitOver, type Page } from './reading';
import { isSilence, isSmallTalk, statesNothing } from './silence';
import { asSpeaker, asSpoken, hasCases, holderBehind, type Speaker, speakerAt } from './speaker';
import { isBareAct, isFact, isPassive, isSpoken } from './statement';
import { findSubject } from './subject';
import { CLAUSE_END, GAP, spanOf } from './syntax';
import { GROUP, PREPOSITION, T, TAG_ONLY } from './terms';
import { topicOf } from './topic';
import type { Span } from './types';
import { phaseBefore, verbPhrase } from './verb';
import { kindsOf } from './word-hits';

/** Somebody is said to say something. */
export type Attribution = {
  readonly page: Page;
  /** Entry that speaks, or -1 for someone that the lexicon does not know. */
  readonly entry: number;
  readonly group: number;
  /** The words that name the speaker. */
  readonly first: number;
  readonly last: number;
  readonly form: 'name' | 'role' | 'pronoun';
  readonly mention: Mention | undefined;
  /** Whom a pronoun or a short reference stands for. */
  readonly antecedent: (Pick<Antecedent, 'page' | 'distance' | 'hasRival'> & { readonly span: Span }) | undefined;
  /** What attributes: a verb, a set phrase («за словами»), a noun («слова»), or a mark («Лавров: …»). */
  readonly by: 'verb' | 'phrase' | 'noun' | 'mark';
  readonly cue: Span;
  readonly cueFirst: number;
  readonly cueLast: number;
  readonly content: Span | undefined;
};

/** What an attribution is made of. */
type Given = Pick<Attribution, 'first' | 'last' | 'form' | 'by' | 'cueFirst' | 'cueLast'> & {
  readonly mention?: Mention;
  readonly antecedent?: Antecedent;
};

const FINITE = F.PAST | F.PRES;

const BY: ReadonlyMap<number, Attribution['by']> = new Map([
  [T.PREPOSITION, 'phrase'],
  [T.SPEECH_NOUN, 'noun'],
]);

export class Attributor {
  readonly found = new Attributions();
  /** What precision forbids to believe; no rule rests on these. */
  readonly possible = new Attributions();
  /** First words of the attributions that the passage at hand already holds. */
  private readonly places = new Set<number>();

  constructor(private readonly discourse: Discourse) {}

  /** Reads one passage; `sentence` is the running number of its first sentence. */
  read(page: Page, sentence: number): void {
    this.places.clear();
    const cues = page.hits.filter((hit) => CUES[hit.kind]);
    let noted = 0;
    let begun = 0;
    for (const cue of cues) {
      // The discourse knows everything up to the cue, and the speaker of the cue's own sentence after it.
      while (noted < page.mentions.length && (page.mentions[noted] as Mention).first < cue.first) {
        this.note(page, page.mentions[noted] as Mention, sentence);
        noted += 1;
      }
      for (; begun < (page.syntax.sentences[cue.first] ?? 0); begun += 1) this.begin(page, begun, sentence + begun);
      if ((isInsideSpeech(page, cue) && !isIncise(page, cue)) || isInTitle(page, cue)) continue;
      this.readCue(page, cue, sentence + (page.syntax.sentences[cue.first] ?? 0));
    }
    for (const mention of page.mentions) this.readMark(page, mention, sentence);
    for (const mention of page.mentions.slice(noted)) this.note(page, mention, sentence);
    for (; begun < page.syntax.bounds.length - 1; begun += 1) this.begin(page, begun, sentence + begun);
  }

  /** Notes the stranger that a sentence is about: «Der Bürgermeister besuchte das Lager. Er sagte, …» */
  private begin(page: Page, own: number, sentence: number): void {
    const topic = topicOf(page, own);
    if (!topic || this.places.has(topic.first)) return;
    if (topic.kind === 'short' && this.antecedentOf(topic, sentence, 'near')) return;
    this.stranger(page, topic, sentence);
  }

  private note(page: Page, mention: Mention, sentence: number): void {
    this.discourse.note(page, mention, sentence + (page.syntax.sentences[mention.first] ?? 0));
  }

  private readCue(page: Page, cue: Hit, sentence: number): void {
    switch (cue.kind) {
      case T.SAY:
      case T.REPORT:
        this.readVerb(page, cue, sentence);
        return;
      case T.PREPOSITION:
        this.readPreposition(page, cue, sentence);
        return;
      case T.POSSESSIVE_CUE:
        this.readPossessive(page, cue, sentence);
        return;
      case T.LIGHT:
        if (!isLightSpeech(page, cue)) return;
        if ((cue.x & F.NOM) !== 0) this.readVerb(page, cue, sentence);
        else this.readOwner(page, cue, ownerOfPhrase(page, cue), sentence);
        return;
      case T.QUOTE:
        this.readOwner(page, cue, quotedBy(page, cue), sentence);
        return;
      case T.SPEECH_NOUN:
        this.readOwner(page, cue, ownerOf(page, cue), sentence);
        return;
    }
  }

  private readVerb(page: Page, hit: Hit, sentence: number): void {
    if (hit.features !== 0 && (hit.features & (FINITE | F.IMPERS)) === 0 && !phaseBefore(page, hit)) {
      const subject = subjectOfParticiple(page, hit);
      if (subject) this.add(page, subject, hit, sentence);
      return;
    }
    // "the United States", "Russia's Answers": part of a name is no verb.
    if (page.mentionAt[hit.first] || hitOver(page, hit.first, T.FOREIGN)) return;
    const phrase = verbPhrase(page, hit);
    if (!phrase) return;
    const { verb, isNegated } = phrase;
    if (hitAt(page, hit.first, T.GUESS) || isNounPhrase(page, verb)) return;
    if ((isNegated || isNegatedAfter(page, verb)) && isSilence(page, hit)) return;
    const isQuote = hitAt(page, hit.first, T.QUOTE) !== undefined;
    if (isAsked(page, verb) || isBareAct(page, verb) || (isPassive(page, verb) && !isQuote)) return;
    const impersonal = (verb.features & F.IMPERS) !== 0 && (verb.features & FINITE) === 0;
    const subject =
      phrase.pronoun !== undefined ? speakerAt(page, phrase.pronoun) : impersonal ? undefined : findSubject(page, verb);
    if (hit.kind === T.SAY && hit.x === TAG_ONLY && !(subject && isTag(page, verb, subject))) return;
    const agent = impersonal ? agentOf(page, verb) : undefined;
    if (agent) {
      this.add(page, asSpeaker(agent), verb, sentence);
      return;
    }
    const isPlural = (verb.features & F.PL) !== 0 || impersonal;
    if (isPlural && (!subject || subject.kind === 'unknown')) {
      const place = findPlace(page, verb);
      // «W Rosji nazwano go zdrajcą»: without words that are reported a country is where it was said.
      const isCountry = place?.mention !== undefined && this.discourse.isState(place.mention);
      const isWhere = impersonal && hasCases(page) && isCountry && !quotesOrReports(page, verb);
      if (place && !isWhere && !isSmallTalk(page, hit, place)) this.add(page, place, verb, sentence);
      return;
    }
    if (subject && !statesNothing(page, hit, subject)) this.add(page, subject, verb, sentence);
    this.readAddressee(page, verb, sentence);
  }

  /** «сказав співрозмовник агентства», "told the channel": the outlet that was named before heard it. */
  private readAddressee(page: Page, verb: Hit, sentence: number): void {
    for (const short of addressees(page, verb)) {
      const antecedent = this.discourse.resolveShort([short.ref], short.features, sentence);
      if (antecedent?.mention.group !== GROUP.OUTLET) continue;
      const frame = {
        first: short.first,
        last: short.last,
        cueFirst: verb.first,
        cueLast: verb.last,
        by: 'verb',
      } as const;
      this.push(page, { ...frame, form: 'role', mention: antecedent.mention, antecedent });
      return;
    }
  }

  private readPreposition(page: Page, cue: Hit, sentence: number): void {
    const { syntax } = page;
    if ((cue.x & PREPOSITION.AFTER) !== 0) {
      const speaker = sourceBefore(page, cue);
      if (speaker) this.add(page, speaker, cue, sentence);
      return;
    }
    if ((cue.x & PREPOSITION.OWN) !== 0) {
      const subject = findSubject(page, cue);
      if (subject?.mention) this.add(page, subject, cue, sentence);
      return;
    }
    const mustOpen = (cue.x & PREPOSITION.OPENING) !== 0;
    if (mustOpen && !opensSentence(page, cue)) return;
    const mustClose = (cue.x & PREPOSITION.CLOSING) !== 0;
    if (mustClose && ((syntax.gaps[cue.first] ?? 0) & (CLAUSE_END | GAP.QUOTE_CLOSE)) === 0) return;
    // «une source, selon laquelle Moscou …»: the source is the noun before.
    if (hitAt(page, cue.last, T.RELATIVE) && !hitAt(page, cue.last, T.DETERMINER, T.THAT)) return;
    for (let word = cue.last; word < Math.min(cue.last + 6, syntax.count); word += 1) {
      if (word > cue.last && ((syntax.gaps[word] ?? 0) & CLAUSE_END) !== 0) return;
      // «so laut wie bei Putin»: an adverb right behind it makes it no preposition.
      if (word === cue.last && !hasCases(page) && hitAt(page, word, T.TIME)) return;
      const speaker = speakerAt(page, word);
      const passes = hitOver(page, word, ...BETWEEN);
      if (speaker && (speaker.kind === 'mention' || !passes || speaker.kind === 'short')) {
        const cases = speaker.features & CASES;
        const fits = cases === 0 || (cases & cue.x) !== 0;
        if (speaker.kind === 'short' && (page.mentionAt[speaker.last] || holderBehind(page, speaker))) continue;
        // "Russia's FSB service": the owner of a name that follows at once.
        const isOwner = speaker.mention?.possessive === true && page.mentionAt[speaker.last] !== undefined;
        if (isOwner || (speaker.mention && introducesNamed(page, speaker.mention))) {
          word = speaker.last - 1;
          continue;
        }
        if (!fits || speaker.mention?.possessive || (mustClose && !closesClause(page, speaker))) return;
        if (mustOpen && !isQuotedAfter(page, speaker)) return;
        this.add(page, speaker, cue, sentence);
        return;
      }
      // «на думку доньки Путіна»: a noun of its own, not the source.
      if (!passes && (hasCases(page) || !isAdjacent(syntax, word))) return;
    }
  }

  private readPossessive(page: Page, cue: Hit, sentence: number): void {
    const antecedent = this.discourse.resolvePronoun(cue.features, sentence);
    if (!antecedent) return;
    const pronoun = cue.first + cue.x;
    this.push(page, {
      first: pronoun,
      last: pronoun + 1,
      form: 'pronoun',
      mention: antecedent.mention,
      antecedent,
      by: 'phrase',
      cueFirst: cue.first,
      cueLast: cue.last,
    });
  }

  /** A mention, or a short reference that an official is meant by. */
  private readOwner(page: Page, cue: Hit, owner: Speaker | undefined, sentence: number): void {
    if (!owner) return;
    const antecedent = owner.mention ? undefined : this.antecedentOf(owner, sentence, 'near');
    if (owner.mention || antecedent?.mention.group === GROUP.OFFICIAL) this.add(page, owner, cue, sentence);
  }

  private readMark(page: Page, mention: Mention, sentence: number): void {
    if (this.places.has(mention.first)) return;
    const speaks = speaksByMark(page, mention);
    const isSure = mention.group !== GROUP.OTHER && (speaks || closesPost(page, mention));
    if (!isSure && !speaks && !signsOff(page, mention)) return;
    const given = { ...named(mention), by: 'mark', cueFirst: mention.first, cueLast: mention.last } as const;
    if (isSure) {
      this.note(page, mention, sentence);
      this.push(page, given);
    } else this.suppose(page, given);
  }

  private add(page: Page, speaker: Speaker, cue: Hit, sentence: number): void {
    const words = { by: BY.get(cue.kind) ?? 'verb', cueFirst: cue.first, cueLast: cue.last } as const;
    for (const mention of partnersOf(page, speaker)) this.push(page, { ...named(mention), ...words });
    const frame = { first: speaker.first, last: speaker.last, ...words };
    if (speaker.mention) {
      const { mention } = speaker;
      // «Life expectancy is forecast»: an outlet with an everyday name speaks only right beside its verb.
      const isEveryday = mention.weak && mention.group === GROUP.OUTLET && !mention.collective;
      if (isEveryday && !standBySide(page, mention, cue)) {
        if (isProper(page, mention)) this.suppose(page, { ...frame, form: mention.form, mention });
        return;
      }
      // What outlets do with news is done to things as well.
      if (cue.kind === T.REPORT && mention.group === GROUP.OFFICIAL && !isSpoken(page, cue)) return;
      // The subject may stand behind the cue, where the discourse has not been yet.
      if (mention.first >= cue.first) this.discourse.note(page, mention, sentence);
      this.push(page, { ...frame, form: mention.form, mention });
      return;
    }
    if (speaker.kind === 'pronoun' || speaker.kind === 'short') {
      if (speaker.kind === 'pronoun' && isFact(page, speaker, cue)) return;
      const form = speaker.kind === 'pronoun' ? 'pronoun' : 'role';
      const antecedent = this.antecedentOf(asSpoken(speaker, cue), sentence, 'near');
      if (antecedent) {
        this.push(page, { ...frame, form, mention: antecedent.mention, antecedent });
        return;
      }
      const far = this.antecedentOf(speaker, sentence, 'far');
      if (far) this.suppose(page, { ...frame, form, mention: far.mention, antecedent: far });
    }
    this.push(page, { ...frame, form: 'name' });
    // Someone unknown has spoken: the next «він» is theirs.
    if (speaker.kind !== 'pronoun') this.discourse.speaks(this.stranger(page, speaker, sentence));
  }

  private antecedentOf({ kind, tags, features }: Speaker, sentence: number, reach: Reach): Antecedent | undefined {
    return kind === 'pronoun'
      ? this.discourse.resolvePronoun(features, sentence, reach)
      : this.discourse.resolveShort(tags ?? [], features, sentence, reach);
  }

  private stranger(page: Page, speaker: Speaker, sentence: number): Mention {
    const mention: Mention = {
      first: speaker.first,
      last: speaker.last,
      entry: -1,
      group: GROUP.OTHER,
      form: 'name',
      isPerson: speaker.kind !== 'state',
      isState: false,
      features: speaker.features,
      weak: false,
      distancing: false,
      collective: false,
      surnameOnly: false,
      possessive: false,
      full: true,
    };
    this.discourse.note(page, mention, sentence);
    return mention;
  }

  private push(page: Page, given: Given): void {
    const { first, mention } = given;
    if (mention) this.discourse.speaks(mention);
    // One span for one attribution: two verbs of one speaker are one.
    if (this.places.has(first)) return;
    this.places.add(first);
    this.found.add(this.attributionOf(page, given));
    if (mention?.maybe !== undefined) this.suppose(page, given);
  }

  /** Keeps what only the wide setting shows. Changes nothing that a later sentence is read by. */
  private suppose(page: Page, given: Given): void {
    const maybe = given.mention?.maybe;
    const attribution = this.attributionOf(page, given);
    this.possible.add(maybe === undefined ? attribution : { ...attribution, entry: maybe, group: GROUP.OFFICIAL });
  }

  private attributionOf(page: Page, given: Given): Attribution {
    const { first, last, form, mention, antecedent, by, cueFirst, cueLast } = given;
    const content = contentOf(page, {
      first: Math.min(first, cueFirst),
      last: Math.max(last, cueLast),
      cue: cueFirst,
    });
    return {
      page,
      entry: mention?.entry ?? -1,
      group: mention?.group ?? GROUP.OTHER,
      first,
      last,
      form,
      mention: antecedent ? undefined : mention,
      antecedent: antecedent && {
        page: antecedent.page,
        span: this.spanIn(antecedent, page),
        distance: antecedent.distance,
        hasRival: antecedent.hasRival,
      },
      by,
      cue: spanOf(page.syntax, cueFirst, cueLast),
      cueFirst,
      cueLast,
      content,
    };
  }

  /** Pages seen so far, to turn an antecedent's words into a span of its own passage. */
  readonly pages: Page[] = [];
  private spanIn(antecedent: Antecedent, page: Page): Span {
    const home = antecedent.page === page.index ? page : this.pages[antecedent.page];
    return spanOf((home ?? page).syntax, antecedent.mention.first, antecedent.mention.last);
  }
}

const CUES = kindsOf(T.SAY, T.REPORT, T.PREPOSITION, T.POSSESSIVE_CUE, T.SPEECH_NOUN, T.QUOTE, T.LIGHT);

const named = (mention: Mention) => ({ first: mention.first, last: mention.last, form: mention.form, mention });
