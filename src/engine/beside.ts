/** What stands beside a name tells who it is: an office of its body, a word for "former", a label, a walk of life. */
import { CASES, F, GENDERS, NUMBERS } from './features';
import type { Hit, Lexicon } from './hits';
import type { Mention } from './mentions';
import { CLAUSE_END, GAP, isCapitalised, type Syntax } from './syntax';
import { GROUP, T } from './terms';

/** Words between an office and its body: «директор першого департаменту країн СНД МЗС РФ». */
const OFFICE_REACH = 6;
/** Words between a name and the walk of life that follows it: «Захарова – 19-річна дебютантка». */
const CALLING_REACH = 3;
/** Kinds that no office goes on over. */
const STOPS = new Set<number>([
  T.SAY,
  T.REPORT,
  T.GUESS,
  T.FOREIGN,
  T.IN,
  T.OBLIQUE,
  T.PREPOSITION,
  T.THAT,
  T.RELATIVE,
  T.PRONOUN,
  T.AND,
  T.OTHER,
  T.OUTLET_KIND,
  T.SPEECH_NOUN,
  T.FORMER,
  T.NEGATION,
]);
/** Kinds that may stand between "former" and the office. */
const QUALIFIERS = new Set<number>([T.RUSSIAN, T.HONORIFIC]);

/** Words beside the names of one passage, by the word that they end before, or begin at. */
export class Beside {
  private readonly titles = new Map<number, Hit>();
  private readonly endings = new Map<number, Set<number>>();
  private readonly callings = new Map<number, Hit>();
  private readonly stops: Uint8Array;

  constructor(
    private readonly syntax: Syntax,
    hits: readonly Hit[],
    private readonly taken: Uint8Array,
    private readonly lexicon: Lexicon,
  ) {
    this.stops = new Uint8Array(syntax.count + 1);
    for (const hit of hits) {
      const { kind, first, last } = hit;
      if (kind === T.HONORIFIC && first >= (this.titles.get(last)?.first ?? first)) this.titles.set(last, hit);
      if (kind === T.CALLING) this.callings.set(first, hit);
      if (STOPS.has(kind)) this.stops.fill(1, first, last);
      const ending = this.endings.get(last) ?? new Set<number>();
      this.endings.set(last, ending.add(kind));
    }
  }

  /** The mention with the office that its body belongs to, or the mention itself. */
  office(mention: Mention): Mention {
    const info = this.lexicon.entries[mention.entry];
    const cases = mention.features & CASES;
    const isBody = mention.form === 'name' && info?.group === GROUP.OFFICIAL && info.type === 'body' && !mention.weak;
    if (!isBody || (cases & F.GEN) === 0) return mention;
    let office: Hit | undefined;
    for (let word = mention.first; word > 0 && word > mention.first - OFFICE_REACH; word -= 1) {
      if ((this.syntax.gaps[word] ?? 0) !== 0) break;
      const title = this.titles.get(word);
      if (title && this.taken[title.first] === 0) {
        office = title;
        word = title.first + 1;
      } else if (!this.isPlain(word - 1)) break;
    }
    if (!office || (office.features & CASES) === 0) return mention;
    const features = office.features & (CASES | GENDERS | NUMBERS);
    return { ...mention, first: office.first, form: 'role', isPerson: true, features, full: true };
  }

  /** A word that may stand within an office: neither a name nor anything that ends a noun phrase. */
  private isPlain(word: number): boolean {
    if (this.taken[word] === 1 || this.stops[word] === 1) return false;
    // «департамент Азії»: a capital right behind the title is a name, further on it is part of the office.
    return !isCapitalised(this.syntax, word) || isAbbreviation(this.syntax, word) || !this.titles.has(word);
  }

  /** «бывший советник президента РФ»: an office that its holder has left. */
  isFormer({ first, form }: Mention): boolean {
    if (form !== 'role') return false;
    for (let word = first; word > 0 && word > first - 3 && (this.syntax.gaps[word] ?? 0) === 0; word -= 1) {
      if (this.endsAt(word, T.FORMER)) return true;
      if (![...QUALIFIERS].some((kind) => this.endsAt(word, kind))) return false;
    }
    return false;
  }

  /** «ставленик Сальдо»: a label knows whom the family name means. */
  isLabelled({ first, surnameOnly }: Mention): boolean {
    if (!surnameOnly || (this.syntax.gaps[first] ?? 0) !== 0) return false;
    // «ставленик Кремля Сальдо»
    return this.endsAt(first, T.LABEL) || (this.taken[first - 1] === 1 && this.endsAt(first - 1, T.LABEL));
  }

  /** «тренерка Марія Захарова», «Захарова – дебютантка з Дніпра»: no official has such a walk of life. */
  hasCalling({ first, last }: Mention): boolean {
    const { gaps, count } = this.syntax;
    if ((gaps[first] ?? 0) === 0 && this.endsAt(first, T.CALLING)) return true;
    if (((gaps[last] ?? 0) & (GAP.DASH | GAP.COMMA)) === 0 || ((gaps[last] ?? 0) & GAP.STOP) !== 0) return false;
    for (let word = last; word < count && word <= last + CALLING_REACH; word += 1) {
      if (word > last && ((gaps[word] ?? 0) & CLAUSE_END) !== 0) return false;
      const calling = this.callings.get(word);
      if (calling) return (calling.features & F.NOM) !== 0;
    }
    return false;
  }

  private endsAt(word: number, kind: number): boolean {
    return this.endings.get(word)?.has(kind) ?? false;
  }
}

/** «СНД», «ООН»: capitals throughout. */
function isAbbreviation({ raw, starts, ends }: Syntax, word: number): boolean {
  const letters = raw.slice(starts[word], ends[word]);
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
