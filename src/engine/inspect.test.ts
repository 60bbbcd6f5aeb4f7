import { describe, expect, it } from 'vitest';
import { profiles } from '../lexicon';
import { tablesFor } from '../lexicon/disk';
import { createInspector, type Place } from './inspect';

const inspect = createInspector(tablesFor, profiles);
const TEXT = ['Тренер Іван Лавров радий.', '«Ми готові до розмови будь-коли», – сказав Пєсков.'] as const;

const wordsOf = ({ passage, span }: Place): string => (TEXT[passage] ?? '').slice(span.start, span.end);

describe('an inspection', () => {
  const seen = inspect(TEXT.map((text) => ({ text, lang: 'uk' as const })));

  it('shows hits that the reading gave to someone else', () => {
    expect(seen.hits.find(({ means, entry }) => means === 'NAME' && entry === 'lavrov')).toMatchObject({ passage: 0 });
    const namesake = seen.mentions.find((mention) => wordsOf(mention) === 'Іван Лавров');
    expect(namesake).toMatchObject({ entry: '', group: 'OTHER' });
  });

  it('shows attributions with cue and content, speech and sentences', () => {
    const [attribution] = seen.attributions;
    expect(attribution).toMatchObject({ passage: 1, entry: 'peskov', group: 'OFFICIAL', form: 'name' });
    expect(TEXT[1].slice(attribution?.cue.start, attribution?.cue.end)).toBe('сказав');
    expect(seen.speech.map(wordsOf)).toEqual(['«Ми готові до розмови будь-коли»']);
    expect(seen.sentences.map(({ passage }) => passage)).toEqual([0, 1]);
  });

  it('names the narratives whose patterns a word belongs to', () => {
    const { hits } = inspect([{ text: 'Зеленський поїхав.', lang: 'uk' }]);
    expect(hits.flatMap(({ patterns }) => patterns)).toContain('zelensky_obstructs');
  });
});
