/** The lexicon as readers browse it: one list for the rules page and for docs/rules.md. Build time only. */
import { LANGS, type Lang } from '../engine/types';
import { NOTE_LANGUAGES, type NoteLanguage, noteOf } from './note';
import { notesOf } from './notes';
import type { Source } from './read';
import type { Rule, RuleTexts, RuleWords } from './rule';
import type { FormItem, Narrative, Official, Outlet } from './schema';

type Entry = Outlet | Official | Narrative;

/** Rules in the order of the files: outlets, officials, wordings. */
export function rulesOf(source: Source): Rule[] {
  const notes = { uk: notesOf(source, 'uk'), en: notesOf(source, 'en') };
  return [...source.outlets, ...source.officials, ...source.narratives].map((entry) => {
    const texts = {} as Record<NoteLanguage, RuleTexts>;
    for (const language of NOTE_LANGUAGES) {
      const note = noteOf(notes[language], entry.id);
      if (!note) throw new Error(`no note for ${entry.id}`);
      const { kind: _kind, entity: _entity, ...shown } = note;
      texts[language] = { ...shown, ...more(entry, language) };
    }
    return {
      id: entry.id,
      kind: noteOf(notes.en, entry.id)?.kind ?? 'framing',
      type: 'type' in entry ? entry.type : 'wording',
      ...('control' in entry && entry.control ? { control: entry.control } : {}),
      texts,
      words: LANGS.map((lang) => wordsOf(entry, lang)).filter(
        ({ plain, weak, patterns }) => plain.length + weak.length + patterns.length > 0,
      ),
      addresses: addressesOf(entry),
    };
  });
}

function more(entry: Entry, language: NoteLanguage): Pick<RuleTexts, 'owner' | 'ambiguity' | 'everyday'> {
  const owner = 'owner' in entry ? entry.owner?.[language] : undefined;
  const ambiguity = 'ambiguity' in entry ? entry.ambiguity?.[language] : undefined;
  const everyday = 'everyday' in entry ? entry.everyday?.[language] : undefined;
  return { ...(owner && { owner }), ...(ambiguity && { ambiguity }), ...(everyday && { everyday }) };
}

/** Citation forms without the annotations for the inflector. */
function wordsOf(entry: Entry, lang: Lang): RuleWords {
  const clean = (item: FormItem) => (typeof item === 'string' ? item : item.text).replace(/\{[^}]*\}/g, '');
  const unique = (items: readonly FormItem[] = []) => [...new Set(items.map(clean))];
  if ('claims' in entry) {
    const patterns = unique(entry.patterns?.[lang]);
    return { lang, plain: unique(entry.phrases?.[lang]), weak: unique(entry.weak?.[lang]), patterns };
  }
  const { names, forms, distancing, roles, weak } = entry;
  const plain = [names, forms, distancing, roles].flatMap((list) => list?.[lang] ?? []);
  return { lang, plain: unique(plain), weak: unique(weak?.[lang]), patterns: [] };
}

function addressesOf(entry: Entry): string[] {
  if (!('domains' in entry || 'handles' in entry)) return [];
  const { domains = [], handles = {} } = entry as Outlet;
  const channels = { telegram: 't.me/', x: 'x.com/', youtube: 'youtube.com/@' } as const;
  return [
    ...domains,
    ...Object.entries(handles).flatMap(([platform, names]) =>
      names.map((name) => channels[platform as keyof typeof channels] + name.replace(/^@/, '')),
    ),
  ];
}
