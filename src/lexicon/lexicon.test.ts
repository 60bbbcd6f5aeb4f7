/** What the lexicon as a whole promises. */
import { describe, expect, it } from 'vitest';
import { LANGS } from '../engine/types';
import { noteOf } from '.';
import { build } from './build';
import { notesIn } from './disk';
import { statsOf } from './stats';

const built = build('src/lexicon/data', 'today');
const { source } = built;
const stats = statsOf(source, built.compiled, 'today');
const marked = [...source.outlets, ...source.officials, ...source.narratives];

describe('the lexicon', () => {
  it('knows what the facts know, in six languages', () => {
    const { outlets, officials, narratives, phrases, hosts, tables } = stats;
    expect(outlets.all).toBeGreaterThanOrEqual(190);
    expect(officials.all).toBeGreaterThanOrEqual(100);
    expect(narratives).toBeGreaterThanOrEqual(85);
    expect(phrases.all).toBeGreaterThanOrEqual(1900);
    for (const lang of LANGS) expect(phrases[lang], lang).toBeGreaterThanOrEqual(narratives);
    expect(hosts).toBeGreaterThanOrEqual(3000);
    expect(tables.hosts.gzip).toBeLessThanOrEqual(40 * 1024);
  });

  // design/performance.md E6: room for a form, and what of it is downloaded.
  it.each(LANGS)('takes at most 36 bytes a form in the table of %s, 10 of them compressed', (lang) => {
    const { raw, brotli } = stats.tables[lang];
    expect(raw / built.compiled.size[lang].forms).toBeLessThanOrEqual(36);
    expect(brotli / built.compiled.size[lang].forms).toBeLessThanOrEqual(10);
  });

  it('has no fault', () => {
    expect(built.faults).toEqual([]);
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
