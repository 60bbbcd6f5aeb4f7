/** What readers see of an entry: names, offices, sanctions, notes, references. Build time only. */
import type { Knowledge, NoteLanguage, Notes } from './note';
import type { Source } from './read';
import type { Official, Outlet } from './schema';

/** Words of the notes themselves. */
const WORDS = {
  uk: {
    since: (year: string) => `з ${year} р.`,
    years: (from: string, to: string) => `${from}–${to} рр.`,
    until: (year: string) => `до ${year} р.`,
    former: 'Колишня посада:',
    'broadcast-ban': 'Заборона мовлення в ЄС',
    'asset-freeze': 'Під санкціями ЄС',
  },
  en: {
    since: (year: string) => `since ${year}`,
    years: (from: string, to: string) => `${from}–${to}`,
    until: (year: string) => `until ${year}`,
    former: 'Former office:',
    'broadcast-ban': 'Broadcasting banned in the EU',
    'asset-freeze': 'Under EU sanctions',
  },
} as const;

const year = (date: string) => date.slice(0, 4);

/** The office with its years; who has left it is shown as a former holder. */
function officeLine({ office, who }: Official, language: NoteLanguage): string {
  if (!office) return who?.[language] ?? '';
  const words = WORDS[language];
  const { from, to } = office;
  if (to) {
    const years = from ? words.years(year(from), year(to)) : words.until(year(to));
    return `${words.former} ${office[language]}, ${years}`;
  }
  return from ? `${office[language]}, ${words.since(year(from))}` : office[language];
}

/** A whole date as it is written in the language; a month or a year alone stays as it is. */
function dateIn(date: string, language: NoteLanguage): string {
  if (date.length < 10) return date;
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return format.format(new Date(date));
}

/** «Заборона мовлення в ЄС: Reg. (EU) 2024/1428, 17 травня 2024 р.» */
function sanctionLine(sanction: Outlet['sanction'], language: NoteLanguage): string | undefined {
  if (!sanction) return undefined;
  return `${WORDS[language][sanction.what]}: ${sanction.act}, ${dateIn(sanction.date, language)}`;
}

/** Notes by entry id; other speakers have none, as they are never marked. */
export function notesOf(source: Source, language: NoteLanguage): Notes {
  const notes: Record<string, Knowledge> = {};
  const cited = (references: Outlet['references'] = []) =>
    references.map(({ title, url }) => ({ title: title[language], url }));
  const punished = (sanction: Outlet['sanction']) => {
    const line = sanctionLine(sanction, language);
    return line === undefined ? {} : { sanction: line };
  };
  for (const { id, name, who, note, sanction, references } of source.outlets) {
    notes[id] = {
      kind: 'state-media',
      entity: name.en,
      name: name[language],
      who: who[language],
      note: note[language],
      ...punished(sanction),
      references: cited(references),
    };
  }
  for (const entry of source.officials) {
    notes[entry.id] = {
      kind: 'official',
      entity: entry.name.en,
      name: entry.name[language],
      who: officeLine(entry, language),
      note: entry.note[language],
      ...punished(entry.sanction),
      references: cited(entry.references),
    };
  }
  for (const { id, name, claims, note, plainly, references } of source.narratives) {
    notes[id] = {
      kind: 'framing',
      entity: id,
      name: name[language],
      who: claims[language],
      note: note[language],
      plainly: plainly[language],
      references: cited(references),
    };
  }
  return notes;
}
