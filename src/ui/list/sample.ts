/** Marks as a page tells them, for tests. */
import type { PageState, Row } from '../../shared/messages';

export const row = (id: number, change: Partial<Row> = {}): Row => ({
  id,
  kind: 'state-media',
  stance: 'reported',
  confidence: 'sure',
  role: 'attribution',
  entry: 'tass',
  title: 'ТАСС',
  before: '',
  mark: 'За даними ТАСС',
  after: ', делегація вже отримала запрошення.',
  lang: 'uk',
  who: 'Агентство, належить російській державі',
  note: 'Редакційну політику визначає власник.',
  signs: [{ what: 'cue', words: 'за даними' }],
  references: [{ title: 'довідка', url: 'https://eur-lex.europa.eu/' }],
  ...change,
});
export const rows = [
  row(1),
  row(2, { kind: 'official', entry: 'lavrov', title: 'Сергій Лавров' }),
  row(3, { kind: 'framing', stance: 'adopted', role: 'wording', entry: 'special_operation', title: 'спецоперація' }),
];
export const list = (change: Partial<Extract<PageState, { state: 'list' }>> = {}): PageState => ({
  host: 'visnyk.example',
  lexicon: '1',
  state: 'list',
  rows,
  voices: [],
  words: 1240,
  origins: [],
  cuts: [],
  hidden: 0,
  ...change,
});
export const bare = { host: 'visnyk.example', lexicon: '1' };
