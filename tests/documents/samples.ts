/** The files that documents speak of: invented, harmless. */

const line = (value: unknown): string => `${JSON.stringify(value)}\n`;
const TEXT = 'Зразок: про нову назву повідомляє ТАСС.';

const report = (n: number, more: object) => ({
  v: 2,
  id: `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`,
  at: 1,
  lang: 'uk',
  note: '',
  page: { precision: 'none' },
  rupor: '0.1.0',
  lexicon: '1',
  ...more,
});
const wrong = {
  what: 'wrong',
  kind: 'state-media',
  stance: 'reported',
  role: 'attribution',
  entry: 'tass',
  title: 'ТАСС',
  reason: 'namesake',
  before: 'Зразок: про нову назву повідомляє ',
  mark: 'ТАСС',
  after: '.',
};
const missed = { what: 'missed', before: 'Зразок: так пише ', mark: 'вигаданий вісник', after: ' у неділю.' };
const mark = {
  start: 34,
  end: 38,
  text: 'ТАСС',
  kind: 'state-media',
  role: 'attribution',
  entity: 'TASS',
  stance: 'reported',
};

export const SAMPLES: Readonly<Record<string, string>> = {
  'article.txt': `Заголовок\n${TEXT}\n`,
  'page.html': `<!doctype html><html lang="uk"><title>Зразок</title><h1>Заголовок</h1><p>${TEXT}</p></html>`,
  'feed.ndjson': line({ id: 'a1', lang: 'uk', text: TEXT }) + line({ id: 2, text: 'The bridge is open.' }),
  'gold.jsonl': line({ id: 'a', lang: 'uk', genre: 'news', text: TEXT, spans: [mark] }),
  'reports.json': JSON.stringify([report(1, wrong), report(2, wrong), report(3, missed)]),
};
