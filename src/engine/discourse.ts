/** Who has been spoken of so far, so that «він» and «міністр» find whom they stand for. */
import { isOblique } from './agreement';
import { CASES, F, GENDERS, NUMBERS } from './features';
import { grammarOf } from './grammar';
import type { Lexicon } from './hits';
import type { Mention } from './mentions';
import type { Page } from './reading';
import type { Speaker } from './speaker';
import { GROUP } from './terms';

/** Someone mentioned, with what makes a later pronoun mean them. */
type Candidate = {
  readonly mention: Mention;
  readonly page: Page;
  /** Running number of the sentence in the article. */
  readonly sentence: number;
  readonly inQuote: boolean;
  /** Does its sentence begin with it, as far as order tells? Languages with cases tell by the form. */
  readonly isSubject: boolean;
  /** Begins its sentence, whatever its case: «У Лаврова спитали про …». */
  readonly isTopic: boolean;
  spoke: boolean;
};

export type Antecedent = {
  readonly mention: Mention;
  readonly page: number;
  /** How many sentences back it stands. */
  readonly distance: number;
  /** Could someone else be meant as well? */
  readonly hasRival: boolean;
};

/** `near` is what a writer means; `far` is who may still be meant. */
export type Reach = 'near' | 'far';

/** A pronoun looks back this many sentences at most; beyond, a writer names the person again. */
const LOOK_BACK = 6;
/** Where nobody stands so near, someone this far may still be meant. */
const LOOK_FAR = 12;
/** The outlet that «видання» means: the sentence after its name, and the few after that. */
const OUTLET_BACK = 1;
const OUTLET_FAR = 3;
/** Names looked back over at most: no prose has more in a dozen sentences, a list may. */
const MOST = 200;
/** Weights, in the order of what newsroom prose does: the last speaker, then the last subject, then the nearest. */
const SPOKE = 6;
const SUBJECT = 3;
const IN_QUOTE = -5;
const PER_SENTENCE = -2;
/** The sentence before begins with them: the pronoun goes on with what it is about. */
const LEAD = 6;
/** Words before the one whom a sentence is about. */
const TOPIC_WORDS = 2;

export class Discourse {
  private readonly candidates: Candidate[] = [];
  /** The same by mention; of a mention that was noted twice the later. */
  private readonly byMention = new Map<Mention, Candidate>();
  /** The first subject of each sentence. */
  private readonly subjects = new Map<number, Mention>();

  constructor(private readonly lexicon: Lexicon) {}

  /** Notes a mention. Call in reading order. */
  note(page: Page, mention: Mention, sentence: number): void {
    const type = this.lexicon.entries[mention.entry]?.type;
    if (type === 'generic' || type === 'place') return;
    const { first } = mention;
    const isTopic = first - (page.syntax.bounds[page.syntax.sentences[first] ?? 0] ?? 0) <= TOPIC_WORDS;
    const candidate: Candidate = {
      mention,
      page,
      sentence,
      isSubject: this.isSubject(page, mention, sentence),
      isTopic,
      inQuote: (page.syntax.quoteOf[mention.first] ?? -1) >= 0 && !this.isQuotedName(page, mention),
      spoke: false,
    };
    this.candidates.push(candidate);
    this.byMention.set(mention, candidate);
    if (candidate.isSubject && !this.subjects.has(sentence)) this.subjects.set(sentence, mention);
  }

  /** Where the subject stands first, the first name of a sentence that no preposition governs; else the case tells. */
  private isSubject(page: Page, mention: Mention, sentence: number): boolean {
    const cases = mention.features & CASES;
    if (grammarOf(page.lang).inverts) return cases === 0 || cases === F.NOM;
    const isFirst = (this.subjects.get(sentence) ?? mention) === mention;
    return isFirst && !isOblique(page, speakerOf(mention));
  }

  /** Marks the mention as the speaker of its sentence. */
  speaks(mention: Mention): void {
    const candidate = this.byMention.get(mention);
    if (candidate) candidate.spoke = true;
  }

  /** Is it a country or its capital, which is a place as well? */
  isState(mention: Mention): boolean {
    return this.lexicon.entries[mention.entry]?.type === 'state';
  }

  private isQuotedName(page: Page, mention: Mention): boolean {
    const quote = page.syntax.quotes[page.syntax.quoteOf[mention.first] ?? -1];
    return (
      quote !== undefined &&
      (page.syntax.starts[mention.first] ?? 0) - quote.start <= 1 &&
      quote.end - (page.syntax.ends[mention.last - 1] ?? 0) <= 1
    );
  }

  private best(sentence: number, reach: Reach, fits: (candidate: Candidate, distance: number) => boolean) {
    let best: Candidate | undefined;
    let most = Number.NEGATIVE_INFINITY;
    let hasRival = false;
    const isSame = (a: Candidate, b: Candidate) => a.mention.entry === b.mention.entry && a.mention.entry >= 0;
    const end = Math.max(0, this.candidates.length - MOST);
    for (let i = this.candidates.length - 1; i >= end; i -= 1) {
      const candidate = this.candidates[i] as Candidate;
      const distance = sentence - candidate.sentence;
      if (distance > (reach === 'far' ? LOOK_FAR : LOOK_BACK)) break;
      if (!fits(candidate, distance)) continue;
      const cases = candidate.mention.features & CASES;
      const isLead = distance === 1 && !candidate.spoke && candidate.mention.isPerson && leads(candidate);
      const isSubject = candidate.isSubject || isLead || (candidate.spoke && (cases & F.NOM) !== 0);
      const score =
        (candidate.spoke ? SPOKE : 0) +
        (isLead ? LEAD : 0) +
        (isSubject ? SUBJECT : 0) +
        (candidate.inQuote ? IN_QUOTE : 0) +
        PER_SENTENCE * distance;
      if (best && !isSame(best, candidate)) hasRival = true;
      if (score > most) {
        best = candidate;
        most = score;
      }
    }
    return best && { mention: best.mention, page: best.page.index, distance: sentence - best.sentence, hasRival };
  }

  /**
   * Whom a third-person pronoun stands for.
   * @param features gender and number of the pronoun
   */
  resolvePronoun(features: number, sentence: number, reach: Reach = 'near'): Antecedent | undefined {
    const { entries, tables } = this.lexicon;
    if (!grammarOf(tables.lang).inverts && (features & (F.M | F.F)) === 0) return this.resolveThing(features, sentence);
    return this.best(sentence, reach, ({ mention, isSubject, isTopic, spoke }) => {
      const info = entries[mention.entry];
      if (!mention.isPerson || (mention.features & NUMBERS) === F.PL) return false;
      // "Kyiv and the talks with Putin. He said": one who is no subject and silent is not meant.
      if (!isSubject && !spoke && !(isTopic && grammarOf(tables.lang).inverts)) return false;
      // Who speaks for a body has the gender of the word for the office («речниця»), not of the body.
      const theirs = info?.type === 'person' ? info.gender : mention.features;
      const gender = theirs & GENDERS;
      const plural = (features & F.PL) !== 0 && (features & F.SG) === 0;
      if (plural) return false;
      return gender === 0 || (features & GENDERS & gender) !== 0;
    });
  }

  /** "It demanded", "They added": a body, or officials, of whom the sentence before was; whoever spoke last is meant. */
  private resolveThing(features: number, sentence: number): Antecedent | undefined {
    const isPlural = (features & F.PL) !== 0;
    const found = this.best(sentence, 'near', ({ mention, isSubject, spoke }, distance) => {
      if (distance > 1 || !(spoke || (isPlural && isSubject))) return false;
      if (mention.entry < 0) return true;
      return isPlural ? (mention.features & NUMBERS) === F.PL : !mention.isPerson;
    });
    return found?.mention.group === GROUP.OUTLET ? undefined : found;
  }

  /** Whom a short reference («міністр», «відомство») stands for. */
  resolveShort(
    tags: readonly number[],
    features: number,
    sentence: number,
    reach: Reach = 'near',
  ): Antecedent | undefined {
    const outletReach = reach === 'far' ? OUTLET_FAR : OUTLET_BACK;
    const { inverts } = grammarOf(this.lexicon.tables.lang);
    return this.best(sentence, reach, ({ mention, isSubject, isTopic, spoke }, distance) => {
      const info = this.lexicon.entries[mention.entry];
      // «Після розмови з Путіним президент заявив»: one who is no subject and silent is not meant.
      if (inverts && info?.type === 'person' && !isSubject && !isTopic && !spoke) return false;
      const fitting = info?.short ?? mention.short;
      if (mention.isState || !fitting?.some((tag) => tags.includes(tag))) return false;
      // «видання» soon means the outlet that one reads: only the sentence after a name still means that name.
      if (mention.group === GROUP.OUTLET && distance > outletReach) return false;
      if (info?.type !== 'person') return true;
      const gender = isOfficeOnly(features) ? 0 : features & GENDERS;
      const plural = (features & NUMBERS) === F.PL;
      return !plural && (gender === 0 || info.gender === 0 || (gender & info.gender) !== 0);
    });
  }
}

/** Begins its sentence, and may be its subject. */
function leads({ page, mention, isTopic }: Candidate): boolean {
  const cases = mention.features & CASES;
  return isTopic && (cases === 0 || (cases & F.NOM) !== 0) && !isOblique(page, speakerOf(mention));
}

const speakerOf = ({ first, last, features }: Mention): Speaker => ({ kind: 'mention', first, last, features });

/** «за словами сенатора»: a masculine office without a verb tells no gender; a feminine one always does. */
const isOfficeOnly = (features: number) => (features & F.PAST) === 0 && (features & GENDERS) === F.M;
