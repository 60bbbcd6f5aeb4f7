import { beforeEach, describe, expect, it, vi } from 'vitest';

const sendMessage = vi.hoisted(() => vi.fn(async (_said: object): Promise<unknown> => undefined));
vi.mock('../shared/native', () => ({ native: () => ({ runtime: { id: 'rupor', sendMessage } }) }));
vi.mock('../shared/browser', () => ({ browser: {} }));

import { defaults } from '../shared/settings';
import { parseSiteSettings, settingsFor } from '../shared/settings-for';
import { choices, choicesAnew } from './choices';
import { world } from './world';

const usual = settingsFor(defaults, 'visnyk.example');
const off = { ...usual, site: 'off' as const };

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockReset();
  world.ruporChoices = undefined;
});

/** What comes in the end, however often it had to be asked. */
async function inTheEnd<T>(promise: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return promise;
}

describe('what the reader’s choices say of this site', () => {
  it('comes with the answer to the opening, and is not asked for again', async () => {
    world.ruporChoices = Promise.resolve(usual);
    expect(await choices()).toEqual(usual);
    expect(sendMessage).not.toHaveBeenCalled();
  });

  it('is asked for once where nobody has, by two scripts as well', async () => {
    sendMessage.mockResolvedValue(usual);
    expect(await Promise.all([choices(), choices()])).toEqual([usual, usual]);
    expect(sendMessage.mock.calls).toEqual([[{ say: 'choices' }]]);
  });

  it('is asked for where the answer to the opening was lost', async () => {
    world.ruporChoices = Promise.resolve(undefined);
    sendMessage.mockResolvedValue(off);
    expect(await choices()).toEqual(off);
  });

  it('is asked for again where a background dies or says nothing', async () => {
    sendMessage.mockRejectedValueOnce(new Error('no receiver')).mockResolvedValueOnce(null).mockResolvedValue(usual);
    expect(await inTheEnd(choices())).toEqual(usual);
  });

  it('is to leave the site alone where no answer comes, until one does', async () => {
    expect(await inTheEnd(choices())).toEqual(parseSiteSettings(undefined));
    expect(parseSiteSettings(undefined).site).toBe('off');
    sendMessage.mockResolvedValue(usual);
    expect(await choices()).toEqual(usual);
  });

  it('is the newest, also for whoever has asked before', async () => {
    let late = (_said: unknown): void => undefined;
    const slow = new Promise<unknown>((resolve) => {
      late = resolve;
    });
    sendMessage.mockReturnValueOnce(slow).mockResolvedValueOnce(off);
    const before = choices();
    expect(await choicesAnew()).toEqual(off);
    late(usual);
    expect(await before).toEqual(off);
    expect(await choices()).toEqual(off);
  });
});
