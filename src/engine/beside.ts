/** What stands beside a name tells who it is: a word for "former", a label, a walk of life, another given name. */
import { CASES, F } from './features';
import { grammarOf } from './grammar';
import type { Hit, Lexicon } from './hits';
import type { Mention } from './mentions';
import { CLAUSE_END, GAP, isCapitalised, type Syntax, startsSentence } from './syntax';
import { GROUP, KIND_COUNT, T } from './terms';

/** Words between a name and the walk of life that follows it: «Захарова – 19-річна дебютантка». */
const CALLING_REACH = 3;
/** Words between "former" and the body whose office it was. */
const FORMER_REACH = 4;
/** Kinds that may stand between "former" and the office. */
const QUALIFIERS = [T.RUSSIAN, T.HONORIFIC] as const;
/** What the hits over a word tell of it, as bits. */
const TRAIT = {
  /** A noun phrase does not go on over it. */
  STOP: 1,
  /** It is no name. */
  ORDINARY: 2,
  /** A given name begins here. */
  GIVEN: 4,
} as const;
const STOPS = [T.SAY, T.REPORT, T.GUESS, T.TOLD, T.AND, T.THAT, T.IN, T.TIME, T.AUXILIARY] as const;
/** Kinds that leave a word free to be a name. */
const NAMELIKE = [T.NAME, T.CLASS, T.PHRASE, T.GIVEN] as const;
/** Kinds that are asked for by the word that they end before. */
const ENDINGS = new Set<number>([T.FORMER, T.LABEL, T.CALLING, T.ARTICLE, ...QUALIFIERS]);

/** Bits of each kind. */
const traitsOf = new Uint8Array(KIND_COUNT).fill(TRAIT.ORDINARY);
for (const kind of NAMELIKE) traitsOf[kind] = 0;
for (const kind of STOPS) traitsOf[kind] = TRAIT.STOP | TRAIT.ORDINARY;

/** Words beside the names of one passage, by the word that they end before, or begin at. */
export class Beside {
  private readonly endings = new Map<number, Hit[]>();
  private readonly callings = new Map<number, Hit>();
  private readonly traits: number[];
  private readonly capitalNouns: boolean;
  private readonly cases: boolean;

  constructor(
    private readonly syntax: Syntax,
    hits: readonly Hit[],
    private readonly isTaken: (word: number) => boolean,
    private readonly lexicon: Lexicon,
  ) {
    const { capitalNouns, cases } = grammarOf(lexicon.tables.lang);
    this.capitalNouns = capitalNouns;
    this.cases = cases;
    const traits = new Array<number>(syntax.count + 1).fill(0);
    this.traits = traits;
    for (const hit of hits) {
      const { kind, first, last } = hit;
      if (kind === T.CALLING) this.callings.set(first, hit);
      if (kind === T.GIVEN) traits[first] = (traits[first] ?? 0) | TRAIT.GIVEN;
      const bits = traitsOf[kind] ?? 0;
      for (let word = first; word < last; word += 1) traits[word] = (traits[word] ?? 0) | bits;
      if (!ENDINGS.has(kind)) continue;
      const ending = this.endings.get(last);
      if (ending) ending.push(hit);
      else this.endings.set(last, [hit]);
    }
  }

  private has(word: number, trait: number): boolean {
    return ((this.traits[word] ?? 0) & trait) !== 0;
  }

  /** Is the word a name, for all that the lexicon knows? */
  isUnknown(word: number): boolean {
    return (
      word >= 0 &&
      word < this.syntax.count &&
      isCapitalised(this.syntax, word) &&
      !this.isTaken(word) &&
      !this.has(word, TRAIT.ORDINARY)
    );
  }

  /** «бывший советник президента РФ», «були агент ГРУ»: who held an office speaks for the state no more. */
  isFormer(mention: Mention): boolean {
    if (mention.form === 'role') return this.isFormerOffice(mention.first);
    // The body of a former officer is the owner of his office.
    const isOwner = !this.cases || (mention.features & F.GEN) !== 0;
    const info = this.lexicon.entries[mention.entry];
    if (!isOwner || info?.group !== GROUP.OFFICIAL || info.type !== 'body') return false;
    for (let word = mention.first; word > 0 && word > mention.first - FORMER_REACH; word -= 1) {
      if ((this.syntax.gaps[word] ?? 0) !== 0) return false;
      if (this.ending(word, T.FORMER)) return true;
      if (this.isTaken(word - 1) || this.has(word - 1, TRAIT.STOP)) return false;
    }
    return false;
  }

  private isFormerOffice(first: number): boolean {
    for (let word = first; (this.syntax.gaps[word] ?? 0) === 0; word -= 1) {
      if (this.ending(word, T.FORMER)) return true;
      if (!QUALIFIERS.some((kind) => this.ending(word, kind))) return false;
    }
    return false;
  }

  /** «ставленик Сальдо»: a label knows whom the family name means. */
  isLabelled({ first, surnameOnly }: Mention): boolean {
    if (!surnameOnly || (this.syntax.gaps[first] ?? 0) !== 0) return false;
    // «ставленик Кремля Сальдо»
    return (
      this.ending(first, T.LABEL) !== undefined ||
      (this.isTaken(first - 1) && this.ending(first - 1, T.LABEL) !== undefined)
    );
  }

  /** «тренерка Марія Захарова», «Захарова – дебютантка з Дніпра»: no official has such a walk of life. */
  hasCalling({ first, last, features }: Mention): boolean {
    const { gaps, count } = this.syntax;
    const calling = (gaps[first] ?? 0) === 0 ? this.ending(first, T.CALLING) : undefined;
    if (calling) return agree(calling.features, features);
    if (((gaps[last] ?? 0) & (GAP.DASH | GAP.COMMA)) === 0 || ((gaps[last] ?? 0) & GAP.STOP) !== 0) return false;
    for (let word = last; word < count && word <= last + CALLING_REACH; word += 1) {
      if (word > last && ((gaps[word] ?? 0) & CLAUSE_END) !== 0) return false;
      const behind = this.callings.get(word);
      if (behind) return (behind.features & F.NOM) !== 0;
    }
    return false;
  }

  /** «Олег Патрушев»: the word of another given name right before a family name that stands without its own. */
  givenBefore({ surnameOnly, first, features }: Mention): number | undefined {
    const { syntax } = this;
    const word = first - 1;
    if (!surnameOnly || !this.isUnknown(word) || (syntax.gaps[first] ?? 0) !== 0) return undefined;
    if (syntax.sentences[word] !== syntax.sentences[first]) return undefined;
    // The capital of a sentence's first word says nothing.
    if (startsSentence(syntax, word) && !this.has(word, TRAIT.GIVEN)) return undefined;
    // «генерала Сергея Суровикина Песков отправил …»: a full name before the name is another person's.
    const isBehindGiven = this.has(word - 1, TRAIT.GIVEN) && !this.has(word, TRAIT.GIVEN);
    if (isBehindGiven && (syntax.gaps[word] ?? 0) === 0) return undefined;
    // «dem Verbündeten Putin»: with an article before it the word is a noun.
    const isNoun = this.capitalNouns && (this.ending(word, T.ARTICLE) || (features & CASES) === F.GEN);
    return isNoun ? undefined : word;
  }

  private ending(word: number, kind: number): Hit | undefined {
    return this.endings.get(word)?.find((hit) => hit.kind === kind);
  }
}

/** Cases in common, where both tell any. */
const agree = (a: number, b: number): boolean => (a & CASES) === 0 || (b & CASES) === 0 || (a & b & CASES) !== 0;
