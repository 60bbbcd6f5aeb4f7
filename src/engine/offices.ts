/**
 * Offices that no list can hold, as hits of their own: an office word and the body it belongs to («директор
 * департаменту МЗС РФ»), a pattern of an entry («губернатор» and a region), an envoy and the country he is sent to.
 */
import { CASES, F } from './features';
import { grammarOf } from './grammar';
import type { Hit, Lexicon } from './hits';
import { isCapitalised, type Syntax } from './syntax';
import { type EntryInfo, GROUP, NAME, type Pattern, T } from './terms';
import { WordHits } from './word-hits';

/** Words between the office and its body. */
const REACH = 9;
/** Longest row of titles that name one office, in words. */
const MOST = 4;
/** The entry of officials whose body the text does not tell. */
const ANY_OFFICIAL = 'russian_officials';
/** Classes of the lexicon that offices are made of. */
const CLASS = { unit: 'office_unit', envoy: 'envoy' } as const;
/** An office speaks as a subject or in the genitive; other cases never do. */
const SPOKEN = F.NOM | F.GEN;

const VERBS = new Set<number>([T.SAY, T.REPORT, T.GUESS, T.TOLD]);
/** What stands before the country that an envoy is sent to. */
const TO = new Set<number>([T.IN, T.OBLIQUE, T.OFFICE_OF]);

/** Index of the entry that stands for any official of the state, -1 where the tables have none. */
export const anyOfficial = ({ entryOf }: Lexicon): number => entryOf.get(ANY_OFFICIAL) ?? -1;

/** The hits, and those of offices that are put together from several of them. */
export function withOffices(syntax: Syntax, hits: readonly Hit[], lexicon: Lexicon): readonly Hit[] {
  if (!mayMake(hits, lexicon)) return hits;
  const made = new Offices(syntax, hits, lexicon).find();
  return made.length > 0 ? [...hits, ...made] : hits;
}

/** Is there a title and somebody whose it may be, or a class that an office of its own begins with? */
function mayMake(hits: readonly Hit[], { classOf, tables }: Lexicon): boolean {
  const envoy = classOf.get(CLASS.envoy);
  const opens = (cls: number) => cls === envoy || tables.offices.some(({ steps }) => steps[0]?.cls === cls);
  let isTitled = false;
  let isNamed = false;
  for (const { kind, ref } of hits) {
    if (kind === T.CLASS && opens(ref)) return true;
    if (kind === T.HONORIFIC) isTitled = true;
    if (kind === T.NAME || kind === T.ROLE) isNamed = true;
  }
  return isTitled && isNamed;
}

class Offices {
  private readonly at: WordHits;
  private readonly cases: boolean;
  private readonly classes: Readonly<Record<keyof typeof CLASS, number>>;

  constructor(
    private readonly syntax: Syntax,
    private readonly hits: readonly Hit[],
    private readonly lexicon: Lexicon,
  ) {
    const { classOf, tables } = lexicon;
    this.at = new WordHits(syntax.count, hits);
    this.cases = grammarOf(tables.lang).cases;
    this.classes = { unit: classOf.get(CLASS.unit) ?? -1, envoy: classOf.get(CLASS.envoy) ?? -1 };
  }

  find(): Hit[] {
    const made: Hit[] = [];
    const { offices } = this.lexicon.tables;
    const add = (hit: Hit | undefined) => {
      if (hit) made.push(hit);
    };
    for (const hit of this.hits) {
      if (hit.kind === T.CLASS) {
        for (const pattern of offices) if (pattern.steps[0]?.cls === hit.ref) add(this.matched(hit, pattern));
        if (hit.ref === this.classes.envoy) for (const sent of this.envoys(hit)) add(sent);
      }
      if (hit.kind !== T.HONORIFIC || !this.speaks(hit) || this.isNoOffice(hit)) continue;
      add(this.officeOfBody(hit));
      if (grammarOf(this.lexicon.tables.lang).owner !== 'after') add(this.officeAfterBody(hit));
    }
    return made;
  }

  /** A journalist or a professor is named like an office and speaks for nobody. */
  private isNoOffice({ first, last }: Hit): boolean {
    return this.here(first).some((hit) => hit.last === last && (hit.kind === T.OTHER || hit.kind === T.LABEL));
  }

  private speaks({ features }: Hit): boolean {
    return !this.cases || (features & CASES) === 0 || (features & SPOKEN) !== 0;
  }

  /** Hits that begin at a word with nothing but a blank before it. */
  private next(word: number): readonly Hit[] {
    return (this.syntax.gaps[word] ?? 0) === 0 ? this.here(word) : [];
  }

  private here(word: number): readonly Hit[] {
    return this.at.get(word) ?? [];
  }

  private owned({ features }: Hit): boolean {
    return !this.cases || (features & CASES) === 0 || (features & F.GEN) !== 0;
  }

  private role(office: Hit, first: number, last: number, ref: number): Hit {
    const { features, possessive } = office;
    return { kind: T.ROLE, ref, x: NAME.GENERIC, features, first, last, possessive };
  }

  private bodyAt(word: number): Hit | undefined {
    const isBody = (info: EntryInfo | undefined) => info?.group === GROUP.OFFICIAL && info.type === 'body';
    const bodies = this.next(word).filter(
      (hit) =>
        hit.kind === T.NAME && (hit.x & NAME.WEAK) === 0 && isBody(this.lexicon.entries[hit.ref]) && this.owned(hit),
    );
    return longest(bodies);
  }

  /** The office of a person («міністра оборони РФ») has deputies, whose body the text leaves open. */
  private chiefAt(word: number): Hit | undefined {
    const chief = this.next(word).find(
      (hit) => hit.kind === T.ROLE && this.lexicon.entries[hit.ref]?.group === GROUP.OFFICIAL && this.owned(hit),
    );
    if (!chief || (chief.x & NAME.GENERIC) !== 0) return chief;
    return { ...chief, ref: anyOfficial(this.lexicon) };
  }

  /** «начальник слідчого управління СК РФ», "head of the arms control department of the Russian foreign ministry". */
  private officeOfBody(office: Hit): Hit | undefined {
    let word = office.last;
    let isLinked = this.cases;
    let inUnit = false;
    while (word < this.syntax.count && word < office.last + REACH) {
      const body = isLinked ? (this.bodyAt(word) ?? this.chiefAt(word)) : undefined;
      if (body) return this.role(office, this.begin(office.first), body.last, body.ref);
      const part = longest(this.next(word).filter((hit) => this.isPart(hit)));
      if (part) {
        isLinked ||= part.kind === T.OFFICE_OF;
        inUnit ||= part.kind === T.CLASS;
        word = part.last;
        continue;
      }
      const next = this.adjectivesBefore(word) ?? (inUnit ? this.namesBefore(word) : undefined);
      if (next === undefined) return undefined;
      word = next;
    }
    return undefined;
  }

  /** "first deputy | chief of the FSB": where nouns have no cases, a row of titles is one office. */
  private begin(first: number): number {
    let start = first;
    const isTitle = ({ kind, last }: Hit) => last === start && (kind === T.HONORIFIC || kind === T.SHORT);
    while (!this.cases && start > 0 && first - start < MOST && (this.syntax.gaps[start] ?? 0) === 0) {
      const title = [1, 2].map((back) => this.here(start - back).find(isTitle)).find((hit) => hit !== undefined);
      if (!title) break;
      start = title.first;
    }
    return start;
  }

  /** A word of the way from the office to its body: «департаменту», «керівника», "of the". */
  private isPart(hit: Hit): boolean {
    if (hit.kind === T.CLASS && hit.ref === this.classes.unit) return this.owned(hit);
    if (this.cases) return hit.kind === T.HONORIFIC && (hit.features & F.GEN) !== 0;
    return hit.kind === T.OFFICE_OF || hit.kind === T.DETERMINER || hit.kind === T.RUSSIAN;
  }

  /** Up to three unknown words before a unit are what it is called: «другого департаменту». */
  private adjectivesBefore(from: number): number | undefined {
    for (let word = from; word < from + 3; word += 1) {
      if ((this.syntax.gaps[word] ?? 0) !== 0 || this.here(word).some(({ kind }) => kind !== T.CLASS)) return undefined;
      const unit = this.next(word + 1).some(
        (hit) => hit.kind === T.CLASS && hit.ref === this.classes.unit && this.owned(hit),
      );
      if (unit) return word + 1;
    }
    return undefined;
  }

  /** «департаменту | країн Азії | МЗС РФ»: what a unit deals with ends in a capital before its body. */
  private namesBefore(from: number): number | undefined {
    for (let word = from; word < from + 3; word += 1) {
      if ((this.syntax.gaps[word] ?? 0) !== 0 || this.here(word).some(({ kind }) => VERBS.has(kind))) return undefined;
      if (isCapitalised(this.syntax, word) && this.bodyAt(word + 1)) return word + 1;
    }
    return undefined;
  }

  /** "Russian foreign ministry department head", "FSB director". */
  private officeAfterBody(office: Hit): Hit | undefined {
    let first = office.first;
    const isUnit = (word: number) =>
      this.here(word).some((hit) => hit.kind === T.CLASS && hit.ref === this.classes.unit && hit.last === word + 1);
    while (first > 0 && (this.syntax.gaps[first] ?? 0) === 0 && isUnit(first - 1)) first -= 1;
    if ((this.syntax.gaps[first] ?? 0) !== 0) return undefined;
    for (let start = Math.max(0, first - 4); start < first; start += 1) {
      const body = this.here(start).find((hit) => hit.last === first && this.bodyAt(start) === hit);
      if (body) return this.role(office, start, office.last, body.ref);
    }
    return undefined;
  }

  /** «посол РФ» and «у Німеччині»: the country that he is sent to belongs to his office. */
  private envoys(envoy: Hit): Hit[] {
    return this.here(envoy.first).flatMap((role) => {
      if (role.kind !== T.ROLE || (role.x & NAME.GENERIC) === 0) return [];
      const to = this.next(role.last).find(({ kind }) => TO.has(kind));
      const country = to && this.next(to.last).find((hit) => hit.kind === T.FOREIGN);
      return country ? [this.role(role, role.first, country.last, role.ref)] : [];
    });
  }

  private matched(start: Hit, pattern: Pattern): Hit | undefined {
    const last = this.speaks(start) ? this.steps(pattern, 1, start.last) : undefined;
    return last === undefined ? undefined : this.role(start, start.first, last, pattern.narrative);
  }

  private steps({ steps }: Pattern, step: number, from: number): number | undefined {
    let word = from;
    for (const { cls, optional } of steps.slice(step)) {
      const hit = this.next(word).filter(({ kind, ref }) => kind === T.CLASS && ref === cls);
      if (hit.length === 0 && !optional) return undefined;
      word = Math.max(word, ...hit.map(({ last }) => last));
    }
    return word;
  }
}

const longest = (hits: readonly Hit[]): Hit | undefined => [...hits].sort((a, b) => b.last - a.last)[0];
