/**
 * What the engine saw on its way to the flags, for whoever asks why a text is read as it is. A door of its own: the
 * command line looks through it, no page loads it. It changes nothing in the reading.
 */
import { isSpeech } from './content';
import { Reader } from './engine';
import { type Hit, type Lexicon, openLexicon } from './hits';
import type { Profile } from './language';
import { languageOf } from './polyglot';
import type { Page } from './reading';
import { drain } from './steps';
import { spanOf } from './syntax';
import { GROUP, T, type Tables } from './terms';
import type { Lang, Passage, Span } from './types';

/** Words of a passage. UTF-16, half-open, into `passages[passage].text`. */
export type Place = { readonly passage: number; readonly span: Span };

/** Name of a kind of term in terms.ts. */
export type Meaning = keyof typeof T;
export type Group = keyof typeof GROUP;

/** One meaning that the lexicon has for some words, whatever became of it. */
export type SeenHit = Place & {
  readonly means: Meaning;
  /** Entry of a name, an office or a phrase; '' for other words. */
  readonly entry: string;
  /** Narratives whose patterns have this word. */
  readonly patterns: readonly string[];
};

/** Someone or something that could speak, after overlaps and namesakes. */
export type SeenMention = Place & { readonly entry: string; readonly group: Group; readonly weak: boolean };

/** Somebody is said to say something; `entry` is '' for someone that the lexicon does not know. */
export type SeenAttribution = Place & {
  readonly entry: string;
  readonly group: Group;
  readonly form: 'name' | 'role' | 'pronoun';
  readonly cue: Span;
  readonly content?: Span;
  /** Does it stand for someone named before? */
  readonly hasAntecedent: boolean;
};

export type Inspection = {
  readonly hits: readonly SeenHit[];
  readonly mentions: readonly SeenMention[];
  readonly attributions: readonly SeenAttribution[];
  /** Phrases and patterns that were found, before their stance. */
  readonly wordings: readonly (Place & { readonly entry: string })[];
  readonly sentences: readonly Place[];
  /** Quotations that are read as speech. */
  readonly speech: readonly Place[];
};

const nameOf = <N extends string>(table: Readonly<Record<N, number>>): ReadonlyMap<number, N> =>
  new Map(Object.entries<number>(table).map(([name, number]) => [number, name as N]));
const MEANINGS = nameOf<Meaning>(T);
const GROUPS = nameOf<Group>(GROUP);
const OF_ENTRY: ReadonlySet<number> = new Set([T.NAME, T.ROLE, T.PHRASE]);

/** An inspector for articles of any language; parameters as of `createPolyglot`. */
export function createInspector(
  tablesOf: (lang: Lang) => Tables,
  profiles: readonly Profile[],
): (passages: readonly Passage[]) => Inspection {
  const inspectors = new Map<Lang, (passages: readonly Passage[]) => Inspection>();
  return (passages) => {
    const lang = languageOf(passages, profiles);
    const inspect = inspectors.get(lang) ?? inspectorOf(tablesOf(lang));
    inspectors.set(lang, inspect);
    return inspect(passages);
  };
}

function inspectorOf(tables: Tables): (passages: readonly Passage[]) => Inspection {
  const reader = new Reader(openLexicon(tables));
  const { lexicon } = reader;
  const narrativesOf = narrativesByClass(lexicon);
  const idOf = (entry: number): string => lexicon.entries[entry]?.id ?? '';
  const groupOf = (group: number): Group => GROUPS.get(group) ?? 'OTHER';
  const place = (page: Page, first: number, last: number): Place => ({
    passage: page.index,
    span: spanOf(page.syntax, first, last),
  });
  const seen = (page: Page, { kind, ref, first, last }: Hit): SeenHit => ({
    ...place(page, first, last),
    means: MEANINGS.get(kind) ?? 'CLASS',
    entry: OF_ENTRY.has(kind) ? idOf(ref) : '',
    patterns: kind === T.CLASS ? (narrativesOf.get(ref) ?? []) : [],
  });
  return (passages) => {
    const { pages, attributions, wordings } = drain(reader.read(passages));
    return {
      hits: pages.flatMap((page) => page.hits.map((hit) => seen(page, hit))),
      mentions: pages.flatMap((page) =>
        page.mentions.map(({ first, last, entry, group, weak }) => ({
          ...place(page, first, last),
          entry: idOf(entry),
          group: groupOf(group),
          weak,
        })),
      ),
      attributions: pages
        .flatMap((page) => attributions.of(page))
        .map(({ page, first, last, entry, group, form, cue, content, antecedent }) => ({
          ...place(page, first, last),
          entry: idOf(entry),
          group: groupOf(group),
          form,
          cue,
          ...(content ? { content } : {}),
          hasAntecedent: antecedent !== undefined,
        })),
      wordings: pages.flatMap((page) =>
        (wordings[page.index] ?? []).map(({ entry, first, last }) => ({
          ...place(page, first, last),
          entry: idOf(entry),
        })),
      ),
      sentences: pages.flatMap((page) =>
        page.syntax.bounds.slice(1).map((end, i) => place(page, page.syntax.bounds[i] ?? 0, end)),
      ),
      speech: pages.flatMap((page) =>
        page.syntax.quotes
          .filter((quote) => isSpeech(page, quote))
          .map(({ start, end }) => ({ passage: page.index, span: { start, end } })),
      ),
    };
  };
}

/** Ids of the narratives whose patterns use each class. */
function narrativesByClass({ tables, entries }: Lexicon): ReadonlyMap<number, readonly string[]> {
  const ids = new Map<number, Set<string>>();
  for (const { narrative, steps } of tables.patterns) {
    for (const { cls } of steps) {
      const known = ids.get(cls) ?? new Set<string>();
      ids.set(cls, known.add(entries[narrative]?.id ?? ''));
    }
  }
  return new Map([...ids].map(([cls, narratives]) => [cls, [...narratives]]));
}
