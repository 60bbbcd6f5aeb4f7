import { describe, expect, it } from 'vitest';
import { createPolyglot, type OwnEntry } from '../engine';
import type { Passage } from '../engine/types';
import { profiles } from '../lexicon';
import { notesIn, tablesFor } from '../lexicon/disk';
import { createEngine, drain, LANGUAGES, LanguageNotOpened, openEngine } from '.';
import { noteOf, openNotes } from './notes';

const UK = [{ text: 'Про це повідомляє ТАСС. «Ромашка» про це мовчить.' }];
const PL = [{ text: 'Burmistrz powiedział, że most jest gotowy.' }];
const ROMASHKA: OwnEntry = { id: 'romashka', kind: 'state-media', langs: ['uk'], forms: ['Ромашка'] };
const engine = await openEngine({ languages: ['uk', 'en', 'uk'] });

describe('the engine as a module', () => {
  it('is the engine', () => {
    const own = createPolyglot(tablesFor, profiles);
    expect(engine.scan(UK).flags).toHaveLength(1);
    expect(engine.scan(UK)).toEqual(own.scan(UK));
    expect(drain(engine.read(UK, 'wide'))).toEqual(own.scan(UK, 'wide'));
  });

  it('is opened for the languages asked for, or for all', async () => {
    expect(engine.languages).toEqual(['uk', 'en']);
    expect((await openEngine()).languages).toEqual(LANGUAGES);
    expect(createEngine([tablesFor('pl')]).scan(PL).flags).toEqual([]);
  });

  it('says which language it was not opened for, and when that is not the text’s', () => {
    expect(engine.languageOf(PL)).toBe('pl');
    expect(() => engine.scan(PL)).toThrow(LanguageNotOpened);
    expect(() => engine.read(PL)).toThrow('open it for "pl" too');
    expect(engine.scan([{ text: 'TASS reported: most jest gotowy.', lang: 'en' }]).flags).toHaveLength(1);
  });

  it('takes entries of one’s own and stays as it was', () => {
    const ours = engine.with([ROMASHKA]);
    const entries = (one: typeof engine) => one.scan(UK).flags.map(({ entry }) => entry);
    expect([entries(ours), entries(engine), entries(ours.with([]))]).toEqual([
      ['tass', 'romashka'],
      ['tass'],
      ['tass'],
    ]);
    expect(drain(ours.read(UK))).toEqual(ours.scan(UK));
    expect(() => ours.scan(PL)).toThrow(LanguageNotOpened);
  });

  it('has notes on every entry', async () => {
    const notes = await openNotes('uk');
    expect(notes).toEqual(notesIn('uk'));
    expect([noteOf(notes, 'tass')?.entity, noteOf(notes, 'constructor')]).toEqual(['TASS', undefined]);
    expect((await openNotes('en')).tass?.name).toBe('TASS');
  });
});

describe('what is no article', () => {
  it.each<[unknown, string]>([
    ['text', 'passages must be a list'],
    [undefined, 'passages must be a list'],
    [[{ text: 'a' }, { text: 1 }], 'passages[1].text must be a string'],
    [[null], 'passages[0].text must be a string'],
    [[{ text: 'a', role: 'title' }], 'passages[0].role must be one of headline, body, caption'],
    [[{ text: 'a', lang: 'es' }], 'passages[0].lang must be one of uk, ru'],
  ])('%j is refused with its place', (passages, sentence) => {
    for (const use of [engine.scan, engine.read, engine.languageOf]) {
      expect(() => use(passages as Passage[])).toThrow(sentence);
    }
  });

  it.each<[unknown, string]>([
    [{}, 'own must be a list'],
    [[{ ...ROMASHKA, id: '' }], 'own[0].id must be a string'],
    [[ROMASHKA, ROMASHKA], 'own[1].id must be its own: another entry is called "romashka"'],
    [[{ ...ROMASHKA, kind: 'outlet' }], 'own[0].kind must be one of state-media, official, framing'],
    [[{ ...ROMASHKA, langs: 'uk' }], 'own[0].langs must be a list'],
    [[{ ...ROMASHKA, langs: ['uk', 'es'] }], 'own[0].langs[1] must be one of'],
    [[{ ...ROMASHKA, forms: [1] }], 'own[0].forms[0] must be a string'],
    [[{ ...ROMASHKA, forms: ['а'] }], 'own[0].forms[0] ("а") needs at least 2 letters'],
    [[{ ...ROMASHKA, forms: ['*ромашка'] }], 'has a * elsewhere than at the end of a word'],
    [[{ ...ROMASHKA, forms: ['ро*'] }], 'needs at least 3 letters before a *'],
    [[{ ...ROMASHKA, forms: ['а б в г ґ д е'] }], 'has more than 6 words'],
    [[{ ...ROMASHKA, forms: ['раз, два'] }], 'has other marks'],
  ])('nor can %j be looked for', (own, sentence) => {
    expect(() => engine.with(own as OwnEntry[])).toThrow(sentence);
  });

  it('a setting, a language, a list of none', async () => {
    expect(() => engine.scan(UK, 'lax' as 'wide')).toThrow('strictness must be one of strict, normal, wide');
    await expect(openEngine({ languages: ['es' as 'uk'] })).rejects.toThrow('languages[0] must be one of');
    await expect(openEngine({ languages: [] })).rejects.toThrow('An engine needs a language');
    await expect(openNotes('constructor' as 'uk')).rejects.toThrow('language must be one of uk, en');
  });
});
