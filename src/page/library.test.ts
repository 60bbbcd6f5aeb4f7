import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The edge: what the background does with a need. */
const sendMessage = vi.fn<(message: { file: string }) => Promise<unknown>>();
vi.mock('../shared/browser', () => ({ browser: { runtime: { sendMessage } } }));
const { Library } = await import('./library');

const world = globalThis as { ruporFiles?: Record<string, string> };
const note = { kind: 'official', entity: 'a', name: 'А', who: '', note: '', references: [] };
const put = (file: string, value: unknown) => {
  world.ruporFiles = { ...world.ruporFiles, [file]: JSON.stringify(value) };
};
let library: InstanceType<typeof Library>;
beforeEach(() => {
  sendMessage.mockReset();
  sendMessage.mockImplementation(async ({ file }) => put(file, file === 'notes-en' ? { a: note } : { lang: 'uk' }));
  library = new Library(new AbortController().signal);
});
afterEach(() => {
  delete world.ruporFiles;
});

describe('Library', () => {
  it('asks the background for a file, reads it and gives its room back', async () => {
    expect(await library.tables('uk')).toEqual({ lang: 'uk' });
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ say: 'need', file: 'tables-uk' });
    expect(world.ruporFiles).toEqual({});
  });

  it('asks for notes once, and knows what is in them', async () => {
    await library.open('en');
    await library.open('en');
    expect(sendMessage).toHaveBeenCalledTimes(1);
    expect(library.know('a', 'en')).toEqual(note);
    expect(library.know('constructor', 'en')).toBeUndefined();
  });

  it('lends the other language’s notes while its own are on their way', async () => {
    expect(library.know('a', 'uk')).toBeUndefined();
    await library.open('en');
    expect(library.know('a', 'uk')).toEqual(note);
  });

  it('asks again where the background was just being stopped', async () => {
    sendMessage.mockRejectedValueOnce(new Error('no receiving end'));
    expect(await library.tables('uk')).toEqual({ lang: 'uk' });
  });

  it('gives up where nothing comes', async () => {
    sendMessage.mockResolvedValue(undefined);
    await expect(library.tables('uk')).rejects.toThrow('tables-uk did not come');
    sendMessage.mockRejectedValue(new Error('the extension is gone'));
    await expect(library.tables('uk')).rejects.toThrow('gone');
  });
});
