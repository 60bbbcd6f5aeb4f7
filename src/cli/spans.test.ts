import { describe, expect, it } from 'vitest';
import type { Flag } from '../engine/types';
import { storyPassages } from './passages';
import { toSpan } from './spans';

const TEXT = '🔥 Новина\nЗа словами він вірить у «план».';
const PLACED = storyPassages({ title: 'Посол пояснив', text: TEXT });
/** Where the second line starts: the emoji takes two units. */
const LINE = 10;

const wording: Flag = {
  kind: 'framing',
  role: 'wording',
  entry: 'no_such_narrative',
  passage: 2,
  span: { start: 24, end: 30 },
  paint: { start: 24, end: 30 },
  stance: 'distanced',
  confidence: 'sure',
  because: [
    { what: 'quotation', passage: 2, span: { start: 24, end: 30 } },
    { what: 'antecedent', passage: 0, span: { start: 0, end: 5 } },
  ],
};

describe('toSpan', () => {
  it('tells offsets in the whole text, also after an emoji', () => {
    const span = toSpan(wording, PLACED);
    expect(span).toMatchObject({ start: LINE + 24, end: LINE + 30, text: '«план»' });
    expect(TEXT.slice(span?.start, span?.end)).toBe('«план»');
  });

  it('names the narrative of framing and no entity', () => {
    expect(toSpan(wording, PLACED)).toMatchObject({
      role: 'no_such_narrative',
      narrative: 'no_such_narrative',
      entity: '',
    });
  });

  it('gives evidence in the title its words only', () => {
    expect(toSpan(wording, PLACED)?.evidence).toEqual([
      { what: 'quotation', start: LINE + 24, end: LINE + 30, text: '«план»' },
      { what: 'antecedent', text: 'Посол' },
    ]);
  });

  it('leaves out a flag in the title', () => {
    expect(toSpan({ ...wording, passage: 0, span: { start: 0, end: 5 } }, PLACED)).toBeUndefined();
  });

  it('has no narrative for a speaker, and its id where the lexicon has no name', () => {
    const speaker = toSpan({ ...wording, kind: 'official', role: 'pronoun', cue: { start: 0, end: 2 } }, PLACED);
    expect(speaker).toMatchObject({ role: 'pronoun', entity: 'no_such_narrative' });
    expect(speaker).not.toHaveProperty('narrative');
  });
});
