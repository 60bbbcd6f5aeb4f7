/** No regular expression that meets the text of a page, or a file of somebody else, can be made to take its time. */
import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { patternsIn } from './patterns';

/** Where text of others is read. The lexicon's compiler reads our own. */
const ROOMS = ['engine', 'page', 'shared', 'parts', 'ui', 'background', 'cli'].map((room) => `src/${room}`);

/** Made of strings of our own; an id is of letters, digits and _ alone. */
const MADE = ['src/cli/triage-accept.ts', 'src/page/origins.ts'];

/** Milliseconds for one pattern: a busy machine only takes longer. */
const TIMEOUT = 60_000;

describe('regular expressions', () => {
  const { written, made } = patternsIn(ROOMS);

  it('are found', () => {
    expect(written.length).toBeGreaterThan(80);
    expect(written.map(({ source }) => source)).toContain('\\d');
  });

  it('take time in proportion to the text, whatever it is', { timeout: 300_000 }, () => {
    const slow = written
      .map(({ place, source, flags }) => ({
        place,
        source,
        status: checkSync(source, flags, { timeout: TIMEOUT }).status,
      }))
      .filter(({ status }) => status !== 'safe')
      .map(({ place, source, status }) => `${place} /${source}/ ${status}`);
    expect(slow).toEqual([]);
  });

  it('are made of strings nowhere else', () => {
    expect([...new Set(made.map((place) => place.split(':')[0]))].sort()).toEqual(MADE);
  });
});
