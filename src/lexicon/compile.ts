/** Entries → the tables that the engine reads, the notes that readers see, and the forms that authors review. Build time only. */
import {
  type Condition,
  type EntryColumns,
  type EntryInfo,
  type Evident,
  GROUP,
  type Pattern,
  type Tables,
} from '../engine/terms';
import { LANGS, type Lang } from '../engine/types';
import { Expander, GENDER_BIT, type Sense } from './expand';
import type { PackedHosts } from './hosts';
import { createInflector, loadParadigms } from './inflect';
import type { NoteLanguage, Notes } from './note';
import { notesOf } from './notes';
import { packSenses, sensesFor } from './pack';
import { packHosts } from './pack-hosts';
import { parsePattern } from './pattern';
import type { Source } from './read';
import { type FormItem, LexiconError, type Other } from './schema';

/** What a page in one language loads. */
export type Size = {
  /** Different written forms of the language itself. */
  readonly surface: number;
  /** Folded forms in the table, those of guest languages among them. */
  readonly forms: number;
  readonly words: number;
};

export type Compiled = {
  readonly tables: Readonly<Record<Lang, Tables>>;
  readonly notes: Readonly<Record<NoteLanguage, Notes>>;
  readonly hosts: PackedHosts;
  /** Lines of forms/<lang>.tsv: from, tab, form. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
  /** Citation forms that could not be inflected, with the mend; the tables lack their forms. */
  readonly problems: readonly string[];
  readonly size: Readonly<Record<Lang, Size>>;
};

const SURNAME = { alone: 0, 'full-first': 1, never: 2 } as const;
const SIGNS = ['quotes', 'speech', 'ukraine', 'cue', 'again', 'claim', 'chorus'] as const;

type Parsed = ReturnType<typeof parsePattern>;

class Indexer {
  readonly names: string[] = [];
  private readonly index = new Map<string, number>();
  of(name: string): number {
    const known = this.index.get(name);
    if (known !== undefined) return known;
    this.index.set(name, this.names.length);
    this.names.push(name);
    return this.names.length - 1;
  }
  known(name: string): number | undefined {
    return this.index.get(name);
  }
}

/**
 * @param version date of the lexicon, shown to readers and put into reports
 * @throws LexiconError with one line for each thing to mend
 */
export function compile(source: Source, version: string): Compiled {
  const faults: string[] = [];
  const problems: string[] = [];
  const tags = new Indexer();
  const classes = new Indexer();
  const conditionIndex = new Indexer();
  const conditions: Condition[] = [];
  for (const lang of LANGS) for (const id of Object.keys(source.classes[lang] ?? {})) classes.of(id);

  const entries: EntryInfo[] = [];
  const speakers: { entry: Source['outlets'][number] | Source['officials'][number] | Other; ref: number }[] = [];
  const register = (
    group: number,
    list: readonly (Source['outlets'][number] | Source['officials'][number] | Other)[],
  ) => {
    for (const entry of list) {
      speakers.push({ entry, ref: entries.length });
      entries.push({
        id: entry.id,
        group,
        type: entry.type,
        gender: entry.gender ? (GENDER_BIT[entry.gender] ?? 0) : 0,
        short: (entry.short ?? []).map((name) => tags.of(name)),
        surname: SURNAME[entry.surname ?? 'alone'],
      });
    }
  };
  register(GROUP.OUTLET, source.outlets);
  register(GROUP.OFFICIAL, source.officials);
  register(GROUP.OTHER, source.others);
  const firstNarrative = entries.length;
  for (const { id } of source.narratives) {
    entries.push({ id, group: GROUP.NARRATIVE, type: 'narrative', gender: 0, short: [], surname: 0 });
  }

  const classOf = (from: string, name: string): number => {
    const index = classes.known(name);
    if (index === undefined)
      faults.push(`${from}: there is no class ${name}: add it to classes/*.yml or mend its name`);
    return index ?? 0;
  };
  const signOf = (from: string, sign: string): Evident => {
    const known = SIGNS.find((name) => name === sign);
    if (known) return known;
    if (sign.startsWith('near:')) return classOf(from, sign.slice('near:'.length));
    faults.push(
      `${from}: needs ${sign}: signs are ${SIGNS.join(', ')} and near:CLASS, joined by + where all must be there`,
    );
    return 'quotes';
  };
  const conditionOf = (from: string) => (any: readonly string[], not: readonly string[], scare: boolean) => {
    if (any.length === 0 && not.length === 0 && !scare) return -1;
    const condition: Condition = {
      any: any.map((need) => {
        const [sign = 'quotes', ...more] = need.split('+').map((one) => signOf(from, one));
        return more.length > 0 ? [sign, ...more] : sign;
      }),
      not: not.map((name) => classOf(from, name)),
      scare,
    };
    const at = conditionIndex.of(JSON.stringify(condition));
    conditions[at] = condition;
    return at;
  };

  const senses: Record<Lang, readonly Sense[]> = { uk: [], ru: [], en: [], pl: [], de: [], fr: [] };
  const patterns: Pattern[] = [];
  const offices: Pattern[] = [];
  for (const lang of LANGS) {
    const expander = new Expander(lang, createInflector(lang, loadParadigms(lang)));
    for (const { entry, ref } of speakers) expander.speaker(entry, ref);
    const literals = new Set<string>();
    const literal = (word: string) => {
      literals.add(word);
      return classes.of(`=${word}`);
    };
    const known = (name: string) => (source.classes[lang]?.[name] ? classes.known(name) : undefined);
    const parse = (line: string, ref: number, id: string): Parsed | undefined => {
      try {
        return parsePattern(line, ref, lang, known, literal);
      } catch (error) {
        faults.push(`${id}: pattern ${lang} "${line}": ${(error as Error).message}`);
        return undefined;
      }
    };
    for (const { entry, ref } of speakers) {
      for (const line of ('offices' in entry && entry.offices?.[lang]) || []) {
        const parsed = parse(line, ref, entry.id);
        if (parsed) offices.push({ ...parsed, condition: -1 });
      }
    }
    for (const [i, entry] of source.narratives.entries()) {
      const condition = conditionOf(entry.id);
      expander.narrative(entry, firstNarrative + i, condition);
      for (const item of entry.patterns?.[lang] ?? []) {
        const { text: line, needs = [], not_near: notNear = [], scare = false } = asItem(item);
        const parsed = parse(line, firstNarrative + i, entry.id);
        if (parsed)
          patterns.push({ ...parsed, condition: condition(needs, [...notNear, ...(entry.not_near ?? [])], scare) });
      }
    }
    for (const [id, words] of Object.entries(source.classes[lang] ?? {})) expander.class(id, words, classes.of(id));
    for (const word of literals) expander.class(`=${word}`, { words: [word] }, classes.of(`=${word}`));
    const cues = source.cues[lang];
    if (cues) expander.cues(cues, (name) => tags.of(name));
    for (const { from, token, message } of expander.problems) {
      problems.push(`${source.place(from, token, lang)}: ${from}: ${lang}: ${token}: ${message}`);
    }
    senses[lang] = expander.senses;
  }
  if (faults.length > 0) throw new LexiconError([...new Set(faults)].join('\n'));

  const tables = {} as Record<Lang, Tables>;
  const size = {} as Record<Lang, Size>;
  for (const lang of LANGS) {
    const packed = packSenses(sensesFor(lang, senses, entries));
    size[lang] = { ...packed.size, surface: new Set(senses[lang].map(({ form }) => form)).size };
    tables[lang] = {
      version,
      lang,
      ...packed.tables,
      entries: columnsOf(entries),
      tags: tags.names,
      classes: classes.names,
      conditions,
      patterns: patterns.filter((pattern) => pattern.lang === lang),
      offices: offices.filter((pattern) => pattern.lang === lang),
    };
  }
  return {
    tables,
    notes: { uk: notesOf(source, 'uk'), en: notesOf(source, 'en') },
    hosts: packHosts(source),
    forms: formLines(senses),
    problems: [...new Set(problems)],
    size,
  };
}

/** A form with what it needs, where it is written alone as well. */
const asItem = (item: FormItem): Exclude<FormItem, string> => (typeof item === 'string' ? { text: item } : item);

function columnsOf(entries: readonly EntryInfo[]): EntryColumns {
  return {
    ids: entries.map(({ id }) => id).join(' '),
    types: entries.map(({ type }) => type).join(' '),
    groups: entries.map(({ group }) => group),
    genders: entries.map(({ gender }) => gender),
    shorts: entries.map(({ short }) => short),
    surnames: entries.map(({ surname }) => surname),
  };
}

/** Sorted, unique lines for a reviewer who reads the language. */
function formLines(senses: Readonly<Record<Lang, readonly Sense[]>>): Record<string, string[]> {
  return Object.fromEntries(
    LANGS.map((lang) => [lang, [...new Set(senses[lang].map(({ from, form }) => `${from}\t${form}`))].sort()]),
  );
}
