/** What the lexicon as a whole promises. */
import { describe, expect, it } from 'vitest';
import { GROUP } from '../engine/terms';
import { noteOf } from '.';
import { notesIn, tablesFor } from './disk';
import { readSource } from './read';

const source = readSource('src/lexicon/data');
const marked = [...source.outlets, ...source.officials, ...source.narratives];

describe('the lexicon', () => {
  it('knows at least 25 outlets, 25 officials and bodies, and 25 wordings', () => {
    const count = (group: number) => tablesFor('uk').entries.filter((entry) => entry.group === group).length;
    for (const group of [GROUP.OUTLET, GROUP.OFFICIAL, GROUP.NARRATIVE])
      expect(count(group)).toBeGreaterThanOrEqual(25);
  });

  it.each(['uk', 'en'] as const)('says who each is and why it is marked, in %s', (language) => {
    const notes = notesIn(language);
    for (const { id } of marked) {
      const note = noteOf(notes, id);
      expect(note?.name, id).toBeTruthy();
      expect(note?.who, id).toBeTruthy();
      expect(note?.note, id).toBeTruthy();
    }
  });

  it('never sends a reader to an outlet that it lists', () => {
    const hosts = source.outlets.flatMap((outlet) => outlet.domains ?? []);
    for (const { id, references } of marked) {
      for (const { url } of references ?? []) {
        const { hostname } = new URL(url);
        expect(
          hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
          `${id}: ${url}`,
        ).toBe(false);
      }
    }
  });

  it('meets no entry named like a property of every object', () => {
    expect(noteOf(notesIn('en'), 'constructor')).toBeUndefined();
    expect(noteOf(notesIn('en'), '__proto__')).toBeUndefined();
  });
});
