import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createEngine } from '../engine';
import { partsOf } from '../lexicon/parts';
import { defaults, type MarkLook } from '../shared/settings';

/** The edge: what the background does with a need. */
const sendMessage = vi.fn<(message: { files: string[] }) => Promise<unknown>>();
vi.mock('../shared/browser', () => ({ browser: {} }));
vi.mock('../shared/native', () => ({ native: () => ({ runtime: { id: 'here', sendMessage } }) }));
const { Library } = await import('./library');
const { Slices } = await import('./slices');

const world = globalThis as { ruporFiles?: Record<string, readonly string[]>; ruporEngine?: typeof createEngine };
const note = { kind: 'official', entity: 'a', name: 'А', who: '', note: '', references: [] };
const put = (file: string, text: string) => {
  world.ruporFiles = { ...world.ruporFiles, [file]: partsOf(text) };
};
/** As the lexicon's compiler wrote them. */
const generated = (file: string) => readFileSync(`src/lexicon/generated/${file}.json`, 'utf8');
const said = () => sendMessage.mock.calls.map(([message]) => message);
const { style, strength, palette } = defaults.look;
const look: MarkLook = { style, strength, palette };
const slices = () => new Slices(new AbortController().signal);
let library: InstanceType<typeof Library>;
beforeEach(() => {
  sendMessage.mockReset();
  sendMessage.mockImplementation(async ({ files }) => {
    await new Promise((done) => setTimeout(done));
    if (files.includes('engine')) world.ruporEngine = createEngine;
    for (const file of files.filter((one) => one !== 'engine'))
      put(file, file === 'notes-en' ? JSON.stringify({ a: note }) : generated(file));
  });
  library = new Library(new AbortController().signal);
});
afterEach(() => {
  delete world.ruporFiles;
  delete world.ruporEngine;
});

describe('Library', () => {
  it('asks the background once for tables and hosts, reads them and gives their room back', async () => {
    const { scan } = await library.open('fr', slices());
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ say: 'need', files: ['engine', 'tables-fr', 'hosts'] });
    expect(scan([{ text: 'Selon TASS, tout est calme.' }]).flags).toHaveLength(1);
    expect(library.hosts?.ownerOf('https://tass.ru/a')).toBeDefined();
    expect(world.ruporFiles).toEqual({});
  });

  it('asks for another language without the hosts', async () => {
    await library.open('fr', slices());
    await library.open('de', slices());
    expect(sendMessage).toHaveBeenLastCalledWith({ say: 'need', files: ['tables-de'] });
  });

  it('needs no more where the tables were expected', async () => {
    library.expect('fr');
    await library.open('fr', slices());
    expect(sendMessage).toHaveBeenCalledTimes(1);
    expect(world.ruporFiles).toEqual({});
  });

  it('asks for other tables where the page said a wrong language, and keeps none of it', async () => {
    library.expect('de');
    const { scan } = await library.open('fr', slices());
    expect(sendMessage.mock.calls.map(([{ files }]) => files)).toEqual([
      ['engine', 'tables-de', 'hosts'],
      ['tables-fr'],
    ]);
    expect(scan([{ text: 'Selon TASS, tout est calme.' }]).flags).toHaveLength(1);
    expect(world.ruporFiles).toEqual({});
  });

  it('asks for what marks look like once, and again where nobody answered', async () => {
    sendMessage.mockResolvedValue(true).mockRejectedValueOnce(new Error('no receiving end'));
    expect(await library.openSheet(look)).toBe(true);
    expect(await library.openSheet(look)).toBe(false);
    expect(said()).toEqual([
      { say: 'dress', look },
      { say: 'dress', look },
    ]);
  });

  it('has the sheet replaced where marks look otherwise, and only there', async () => {
    sendMessage.mockResolvedValue(true);
    await library.renewSheet(look);
    expect(said()).toEqual([]);
    await library.openSheet(look);
    await library.renewSheet({ ...look });
    await library.renewSheet({ ...look, style: 'none' });
    expect(said()).toHaveLength(1);
    const tint = { ...look, style: 'tint' } as const;
    await Promise.all([library.renewSheet(tint), library.openSheet({ ...tint, strength: 'strong' })]);
    expect(said().slice(1)).toEqual([
      { say: 'dress', look: tint, worn: look },
      { say: 'dress', look: { ...tint, strength: 'strong' }, worn: tint },
    ]);
  });

  it('shows the mark one jumps to also where nothing else is painted', async () => {
    sendMessage.mockResolvedValue(true);
    expect(await library.openSheet({ ...look, style: 'none' })).toBe(true);
    expect(said()).toEqual([{ say: 'dress', look }]);
  });

  it('asks for notes once, and knows what is in them', async () => {
    await library.openNotes('en');
    await library.openNotes('en');
    expect(sendMessage).toHaveBeenCalledTimes(1);
    expect(library.know('a', 'en')).toEqual(note);
    expect(library.know('constructor', 'en')).toBeUndefined();
  });

  it('asks for the card and its notes at once, and for neither again', async () => {
    const { world } = await import('./world');
    sendMessage.mockImplementationOnce(async () => {
      put('notes-en', JSON.stringify({ a: note }));
      put('texts-uk', '{}');
      world.ruporCard = vi.fn();
    });
    await library.openCard('en', 'uk');
    await library.openCard('en', 'uk');
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ say: 'need', files: ['notes-en', 'card', 'texts-uk'] });
    expect(library.know('a', 'en')).toEqual(note);
    delete world.ruporFiles?.['texts-uk'];
    delete world.ruporCard;
  });

  it('takes notes that were asked for twice at the same time', async () => {
    sendMessage.mockImplementation(async () => {
      await Promise.resolve();
      put('notes-en', JSON.stringify({ a: note }));
    });
    await Promise.all([library.openNotes('en'), library.openNotes('en')]);
    expect(sendMessage).toHaveBeenCalledTimes(2);
    expect(library.know('a', 'en')).toEqual(note);
    expect(world.ruporFiles).toEqual({});
  });

  it('lends the other language’s notes while its own are on their way', async () => {
    expect(library.know('a', 'uk')).toBeUndefined();
    await library.openNotes('en');
    expect(library.know('a', 'uk')).toEqual(note);
  });

  it('asks again where the background was just being stopped', async () => {
    sendMessage.mockRejectedValueOnce(new Error('no receiving end'));
    await library.openNotes('en');
    expect(library.know('a', 'en')).toEqual(note);
  });

  it('gives up where nothing comes', async () => {
    sendMessage.mockResolvedValue(undefined);
    await expect(library.openNotes('en')).rejects.toThrow('notes-en did not come');
    sendMessage.mockRejectedValue(new Error('the extension is gone'));
    await expect(library.openNotes('en')).rejects.toThrow('notes-en did not come');
  });
});
