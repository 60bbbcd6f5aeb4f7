/** What the lexicon as a whole promises. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../engine/types';
import { noteOf } from '.';
import { build } from './build';
import { notesIn } from './disk';
import { Hosts } from './hosts';
import type { Source } from './read';
import { idsOf, missing, RECORD } from './record';
import { statsOf } from './stats';

const built = build('src/lexicon/data', 'today');
const { source } = built;
const stats = statsOf(source, built.compiled, 'today');
const marked = [...source.outlets, ...source.officials, ...source.narratives];
const references = [
  ...marked.flatMap(({ id, references }) => (references ?? []).map(({ url }) => ({ from: id, url }))),
  ...source.hosts.flatMap(({ entry, references }) => references.map(({ url }) => ({ from: entry, url }))),
];

/** Sites of the Russian state and the networks under its control; those of outlets stand in the lexicon itself. */
const STATE_SITES = [
  ...['gov.ru', 'government.ru', 'kremlin.ru', 'mid.ru', 'mil.ru', 'rusemb.org.uk', 'russiaeu.ru', 'russiaun.ru'],
  ...['dzen.ru', 'max.ru', 'ok.ru', 'rutube.ru', 'vk.com', 'vk.ru', 'news-pravda.com', 'tass.com', 'tass.ru'],
];

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
    const hosts = new Hosts(built.compiled.hosts);
    for (const { url, from } of references) expect(hosts.ownerOf(new URL(url).href), `${from}: ${url}`).toBeUndefined();
  });

  it('never sends a reader to a site of the Russian state or a network under its control', () => {
    for (const { url, from } of references) {
      const host = `.${new URL(url).hostname}`;
      expect(
        STATE_SITES.filter((suffix) => host.endsWith(`.${suffix}`)),
        `${from}: ${url}`,
      ).toEqual([]);
    }
  });

  // An entry's own proofs go with it, and forms and rules.md are made anew; the record stays.
  it('misses any entry and any list of hosts that is taken out without a word', () => {
    const record = readFileSync(`src/lexicon/data/${RECORD}`, 'utf8');
    const folders = ['outlets', 'officials', 'others', 'narratives', 'hosts'] as const;
    const deletions = folders.flatMap((folder) =>
      source[folder].map((entry): Source => ({ ...source, [folder]: source[folder].filter((one) => one !== entry) })),
    );
    const unnoticed = deletions.filter((rest) => missing(rest, record).length !== 1);
    expect(unnoticed.length, `of ${deletions.length} deletions are not noticed`).toBe(0);
    expect(deletions.length).toBe(idsOf(source).length);
    expect(missing(source, record)).toEqual([]);
  });

  it('meets no entry named like a property of every object', () => {
    expect(noteOf(notesIn('en'), 'constructor')).toBeUndefined();
    expect(noteOf(notesIn('en'), '__proto__')).toBeUndefined();
  });
});
