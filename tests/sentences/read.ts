/** Sentences of our own with what must be marked in them, as the tables of this folder hold them. */
import { readdirSync, readFileSync } from 'node:fs';
import { LANGS, type Lang } from '../../src/engine/types';

export type Row = {
  readonly lang: Lang;
  /** Heading above the row: the construction, or the cause of an error that was mended. */
  readonly cause: string;
  /** Passages of one article; ¶ parts them in the table. */
  readonly passages: readonly string[];
  /** `kind role stance entry ⟦words⟧` of each mark, in reading order; none where the sentence must stay unmarked. */
  readonly marks: readonly string[];
  /** File and line, to find the row again. */
  readonly place: string;
};

const FOLDER = new URL('.', import.meta.url);
const HEAD = '| sentence | marks |';
/** Begins the cell of a sentence that must stay unmarked; the reason follows. */
const SILENT = '– ';

/**
 * All rows of all tables. A file is named after its language (`uk-stance.md`).
 * @throws with file and line where a row is not `| sentence | marks |`
 */
export function readRows(): readonly Row[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return files.sort().flatMap((file) => readTable(file, readFileSync(new URL(file, FOLDER), 'utf8')));
}

/** The rows of one table. */
function readTable(file: string, text: string): readonly Row[] {
  const lang = LANGS.find((code) => file.startsWith(`${code}-`) || file === `${code}.md`);
  if (!lang) throw new Error(`${file}: a file is named after its language, such as uk-stance.md`);
  let cause = '';
  return text.split('\n').flatMap((line, index) => {
    if (line.startsWith('## ')) cause = line.slice(3).trim();
    if (!line.startsWith('|') || line === HEAD || /^\|[-| :]+\|$/.test(line)) return [];
    const place = `${file}:${index + 1}`;
    const [sentence = '', answer = '', ...rest] = line.slice(1, -1).split(' | ');
    const marks = answer.trim().startsWith(SILENT) ? [] : answer.split('; ').map((mark) => mark.trim());
    const isWhole = marks.every((mark) => /^(media|official|framing) \S+( \S+)+ ⟦.+⟧$/.test(mark));
    if (rest.length > 0 || sentence.trim() === '' || answer.trim() === '' || !isWhole)
      throw new Error(
        `${place}: a row is "| sentence | kind role stance entry ⟦words⟧; … |" or "| sentence | – reason |"`,
      );
    return [{ lang, cause, passages: sentence.trim().split(' ¶ '), marks, place }];
  });
}
