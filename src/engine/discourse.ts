/** Who has been spoken of so far, so that «він» and «міністр» find whom they stand for. */
import { CASES, F, GENDERS, NUMBERS } from './features';
import type { Lexicon } from './hits';
import type { Mention } from './mentions';
import type { Page } from './reading';
import { GROUP } from './terms';

/** Someone mentioned, with what makes a later pronoun mean them. */
type Candidate = {
  readonly mention: Mention;
  readonly page: number;
  /** Running number of the sentence in the article. */
  readonly sentence: number;
  readonly inQuote: boolean;
  spoke: boolean;
};

export type Antecedent = { readonly mention: Mention; readonly page: number };

/** A pronoun looks back this many sentences at most; beyond, a writer names the person again. */
const LOOK_BACK = 6;
/** Weights, in the order of what newsroom prose does: the last speaker, then the last subject, then the nearest. */
const SPOKE = 6;
const SUBJECT = 3;
const IN_QUOTE = -5;
const PER_SENTENCE = -2;

export class Discourse {
  private readonly candidates: Candidate[] = [];

  constructor(private readonly lexicon: Lexicon) {}

  /** Notes a mention. Call in reading order. */
  note(page: Page, mention: Mention, sentence: number): void {
    const type = this.lexicon.entries[mention.entry]?.type;
    if (type === 'generic' || type === 'place') return;
    this.candidates.push({
      mention,
      page: page.index,
      sentence,
      inQuote: (page.syntax.quoteOf[mention.first] ?? -1) >= 0 && !this.isQuotedName(page, mention),
      spoke: false,
    });
  }

  /** Marks the mention as the speaker of its sentence. */
  speaks(mention: Mention): void {
    const candidate = this.candidates.findLast((c) => c.mention === mention);
    if (candidate) candidate.spoke = true;
  }

  private isQuotedName(page: Page, mention: Mention): boolean {
    const quote = page.syntax.quotes[page.syntax.quoteOf[mention.first] ?? -1];
    return (
      quote !== undefined &&
      (page.syntax.starts[mention.first] ?? 0) - quote.start <= 1 &&
      quote.end - (page.syntax.ends[mention.last - 1] ?? 0) <= 1
    );
  }

  private best(sentence: number, fits: (candidate: Candidate, distance: number) => boolean): Antecedent | undefined {
    let best: Candidate | undefined;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = this.candidates.length - 1; i >= 0; i -= 1) {
      const candidate = this.candidates[i] as Candidate;
      const distance = sentence - candidate.sentence;
      if (distance > LOOK_BACK) break;
      if (!fits(candidate, distance)) continue;
      const cases = candidate.mention.features & CASES;
      const isSubject = cases === 0 || cases === F.NOM || (candidate.spoke && (cases & F.NOM) !== 0);
      const score =
        (candidate.spoke ? SPOKE : 0) +
        (isSubject ? SUBJECT : 0) +
        (candidate.inQuote ? IN_QUOTE : 0) +
        PER_SENTENCE * distance;
      if (score > most) {
        best = candidate;
        most = score;
      }
    }
    return best && { mention: best.mention, page: best.page };
  }

  /**
   * Whom a third-person pronoun stands for.
   * @param features gender and number of the pronoun
   */
  resolvePronoun(features: number, sentence: number): Antecedent | undefined {
    return this.best(sentence, ({ mention }) => {
      const { entries } = this.lexicon;
      const info = entries[mention.entry];
      if (!mention.isPerson) return false;
      // Who speaks for a body has the gender of the word for the office («речниця»), not of the body.
      const theirs = info?.type === 'person' ? info.gender : mention.features;
      const gender = theirs & GENDERS;
      const plural = (features & F.PL) !== 0 && (features & F.SG) === 0;
      if (plural) return false;
      return gender === 0 || (features & GENDERS & gender) !== 0;
    });
  }

  /** Whom a short reference («міністр», «відомство») stands for. */
  resolveShort(tags: readonly number[], features: number, sentence: number): Antecedent | undefined {
    return this.best(sentence, ({ mention }, distance) => {
      const info = this.lexicon.entries[mention.entry];
      if (!info?.short.some((tag) => tags.includes(tag))) return false;
      // «видання» soon means the outlet that one reads: only the sentence after a name still means that name.
      if (mention.group === GROUP.OUTLET && distance > 1) return false;
      if (info.type !== 'person') return true;
      const gender = features & GENDERS;
      const plural = (features & NUMBERS) === F.PL;
      return !plural && (gender === 0 || info.gender === 0 || (gender & info.gender) !== 0);
    });
  }
}
