/** What the lexicon says of an entry, from the file that pages get it from: nothing is fetched, the file is a script of ours. */
import { useEffect, useState } from 'preact/hooks';
import { type NoteLanguage, type Notes, wholeOf } from '../../lexicon';

type Files = { ruporFiles?: Partial<Record<string, readonly string[]>> };

/** The notes in that language; undefined until they have come, or where they do not come. */
export function useNotes(language: NoteLanguage): Notes | undefined {
  const [books, setBooks] = useState<Partial<Record<NoteLanguage, Notes>>>({});
  useEffect(() => {
    const script = document.createElement('script');
    script.src = `/lexicon/notes-${language}.js`;
    script.addEventListener('load', () => {
      const parts = (globalThis as Files).ruporFiles?.[`notes-${language}`];
      if (parts) setBooks((kept) => ({ ...kept, [language]: wholeOf(parts) as Notes }));
    });
    document.head.append(script);
    return () => script.remove();
  }, [language]);
  return books[language];
}
