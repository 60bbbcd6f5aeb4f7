/** Whom an article names: a name in full further down helps a bare family name further up, another holder takes it away. */
import { hasRussianDateline } from './dateline';
import { isCapital } from './fold';
import type { Hit, Lexicon } from './hits';
import { findMentions, type Mention, pickHits } from './mentions';
import { GAP, type Syntax } from './syntax';
import { GROUP, T } from './terms';

/** A passage looked up by itself: what it would name if the rest of the article named nobody. */
export type Draft = {
  readonly syntax: Syntax;
  readonly hits: readonly Hit[];
  readonly names: readonly Hit[];
  readonly mentions: readonly Mention[];
};

/** Types of outlets that writers name in one breath with their faces. */
const CIRCLE: ReadonlySet<string> = new Set(['person', 'telegram', 'generic']);
/** So many of them, in this passage and the one before, show whose family name it is. */
const CIRCLE_SIZE = 2;

/** What is known of an article once all its passages were looked up by themselves. */
export class Known {
  /** Entries that it names in full or by office. */
  private readonly entries = new Set<number>();
  /** Entries whose family name somebody else bears. */
  private readonly namesakes = new Set<number>();
  /** Faces, channels and labels that each passage names beyond doubt. */
  private readonly circles: Set<number>[] = [];
  private hasDateline = false;
  /** Words for Russia, less words for other countries. */
  private balance = 0;

  constructor(private readonly lexicon: Lexicon) {}

  /** Looks up the next passage. */
  look(syntax: Syntax, hits: readonly Hit[]): Draft {
    const { lexicon } = this;
    const names = pickHits(syntax, hits, this.entries);
    const { mentions, namesakes } = findMentions(syntax, hits, lexicon, names);
    for (const mention of mentions) {
      if (!mention.surnameOnly && mention.full && !mention.weak && mention.entry >= 0 && !isInitials(syntax, mention))
        this.entries.add(mention.entry);
    }
    for (const entry of namesakes) this.namesakes.add(entry);
    const isQuoted = (word: number) => ((syntax.gaps[word] ?? 0) & GAP.QUOTE_OPEN) !== 0;
    const isCircle = ({ first, group, weak, surnameOnly, entry }: Mention) =>
      group === GROUP.OUTLET &&
      (!weak || isQuoted(first)) &&
      !surnameOnly &&
      CIRCLE.has(lexicon.entries[entry]?.type ?? '');
    this.circles.push(new Set(mentions.filter(isCircle).map(({ entry }) => entry)));
    this.hasDateline ||= hasRussianDateline(syntax, hits, lexicon);
    if (this.isInRussian)
      for (const { kind } of hits) this.balance += kind === T.RUSSIAN ? 1 : kind === T.FOREIGN ? -1 : 0;
    return { syntax, hits, names, mentions };
  }

  /** The mentions of a passage: what is known by now may prefer other names; where it does not, the first look holds. */
  mentionsOf({ syntax, hits, names, mentions }: Draft): readonly Mention[] {
    if (names.length === 0) return mentions;
    const better = pickHits(syntax, hits, this.entries);
    const isSame = better.length === names.length && better.every((hit, at) => hit === names[at]);
    return isSame ? mentions : findMentions(syntax, hits, this.lexicon, better).mentions;
  }

  /** Does a name in the passage of this index mean its entry? */
  isMeant(mention: Mention, index: number): boolean {
    const { entry } = mention;
    if (entry < 0 || this.entries.has(entry)) return true;
    if (mention.surnameOnly) {
      const surname = this.lexicon.entries[entry]?.surname;
      return !this.namesakes.has(entry) && (surname === 0 || (surname === 1 && this.isAmongFaces(mention, index)));
    }
    return !this.isUnnamedBody(mention) || (this.isRussian && !this.hasRival(mention));
  }

  /** May it mean its entry all the same? «Медведєв» alone may be a namesake; «в МИДе» of a Russian text another state's. */
  mayBeMeant(mention: Mention): boolean {
    const { surnameOnly, entry } = mention;
    if (!this.isRussia(entry)) return false;
    if (surnameOnly) return !this.namesakes.has(entry) && this.lexicon.entries[entry]?.surname === 1;
    return this.isInRussian && this.isUnnamedBody(mention) && [...this.entries].some((one) => this.isRussia(one));
  }

  private get isInRussian(): boolean {
    return this.lexicon.tables.lang === 'ru';
  }

  private isRussia(entry: number): boolean {
    return this.lexicon.entries[entry]?.group === GROUP.OFFICIAL;
  }

  /** Is the article of a Russian wire, or about Russia: one of its officials or bodies, or Russia more often than others? */
  private get isRussian(): boolean {
    if (this.hasDateline) return true;
    if (!this.isInRussian) return false;
    const isOurs = (entry: number) => this.isRussia(entry) && this.lexicon.entries[entry]?.type !== 'state';
    return this.balance > 0 || [...this.entries].some(isOurs);
  }

  /** «Соловйов кричав, Скабєєва переконувала … А Кисельов мовчав»: a family name among others of its trade. */
  private isAmongFaces({ group }: Mention, index: number): boolean {
    if (group !== GROUP.OUTLET) return false;
    const size = (this.circles[index]?.size ?? 0) + (this.circles[index - 1]?.size ?? 0);
    return size >= CIRCLE_SIZE;
  }

  /** A ministry named without its country: Ukrainian in the Ukrainian press until the article says otherwise. */
  private isUnnamedBody(mention: Mention): boolean {
    const info = this.lexicon.entries[mention.entry];
    return mention.weak && info?.group === GROUP.OFFICIAL && info.type === 'body';
  }

  /** Does the article name another state's body that the same short reference would fit? */
  private hasRival(mention: Mention): boolean {
    const { entries } = this.lexicon;
    const tags = entries[mention.entry]?.short ?? [];
    return [...this.entries].some((entry) => {
      const info = entries[entry];
      return info?.group === GROUP.OTHER && info.type !== 'person' && info.short.some((tag) => tags.includes(tag));
    });
  }
}

/** "FSB": initials are another's as well, and name nobody in full. */
function isInitials(syntax: Syntax, { first, last }: Mention): boolean {
  return last - first === 1 && isCapital(syntax.raw.charCodeAt((syntax.starts[first] ?? 0) + 1));
}
