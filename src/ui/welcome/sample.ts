/** The marks of the invented sentence, as a page would hand them to its card. */
import { type Knowledge, type Notes, noteOf } from '../../lexicon';
import { t, uiLanguage } from '../../shared/i18n';
import type { Row, Sign } from '../../shared/messages';

/** What is known of a mark before the lexicon is asked: each kind and each stance once. */
type Known = Pick<Row, 'kind' | 'stance' | 'role' | 'entry'>;
const MARKS: Readonly<Record<string, Known>> = {
  1: { kind: 'state-media', stance: 'reported', role: 'attribution', entry: 'tass' },
  // Nobody in particular: no words are to be put into the mouth of anyone who lives.
  2: { kind: 'official', stance: 'distanced', role: 'name', entry: '' },
  3: { kind: 'framing', stance: 'adopted', role: 'wording', entry: 'special_operation' },
};

/** The mark of that number in the sentence, with what the lexicon says of it. */
export function rowOf(number: string, words: string, notes: Notes | undefined): Row | undefined {
  const mark = MARKS[number];
  if (!mark) return undefined;
  const known = mark.entry === '' ? nobody() : notes && noteOf(notes, mark.entry);
  return {
    ...mark,
    id: Number(number),
    confidence: 'sure',
    title: known?.name ?? words,
    before: '',
    mark: words,
    after: '',
    lang: uiLanguage(),
    who: known?.who ?? '',
    note: known?.note ?? '',
    ...(known?.plainly === undefined ? {} : { plainly: known.plainly }),
    signs: [signOf(mark)],
    references: known?.references ?? [],
  };
}

function signOf({ kind }: Known): Sign {
  if (kind === 'framing') return { what: 'none', words: '' };
  return kind === 'official'
    ? { what: 'distance', words: t('welcome_sample_distance') }
    : { what: 'cue', words: t('welcome_sample_cue') };
}

const nobody = (): Pick<Knowledge, 'name' | 'who' | 'note' | 'plainly' | 'references'> => ({
  name: t('welcome_sample_official'),
  who: '',
  note: t('welcome_sample_note'),
  references: [],
});
