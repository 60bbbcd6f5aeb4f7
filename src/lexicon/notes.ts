/** What readers see of an entry: names, offices, notes, references, in the languages of the interface. Build time only. */
import type { Both, Note, Notes } from './note';
import type { Source } from './read';

const year = (date: string | undefined) => date?.slice(0, 4);

function term(office: { from?: string | undefined; to?: string | undefined }): Both<string> {
  const from = year(office.from);
  const to = year(office.to);
  if (from && to) return { uk: `, ${from}–${to} рр.`, en: `, ${from}–${to}` };
  if (from) return { uk: `, з ${from} р.`, en: `, since ${from}` };
  return { uk: '', en: '' };
}

/** Notes by entry id; other speakers have none, as they are never marked. */
export function notesOf(source: Source): Notes {
  const notes: Record<string, Note> = {};
  for (const { id, name, who, note, references } of source.outlets) {
    notes[id] = { kind: 'state-media', entity: name.en, name, who, note, references: references ?? [] };
  }
  for (const { id, name, who, office, note, references } of source.officials) {
    const since = office ? term(office) : undefined;
    const line =
      office && since ? { uk: `${office.uk}${since.uk}`, en: `${office.en}${since.en}` } : (who ?? { uk: '', en: '' });
    notes[id] = { kind: 'official', entity: name.en, name, who: line, note, references: references ?? [] };
  }
  for (const { id, name, claims, note, plainly, references } of source.narratives) {
    notes[id] = { kind: 'framing', entity: id, name, who: claims, note, plainly, references: references ?? [] };
  }
  return notes;
}
