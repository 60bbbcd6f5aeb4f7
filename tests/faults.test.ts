/** The background on a browser that fails: nothing is lost, nothing is overwritten, nobody waits for ever. */
import fc from 'fast-check';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Fault } from './fake-browser';
import { fake } from './fake-browser';

vi.mock('../src/shared/browser', async () => ({ browser: (await import('./fake-browser')).fake.browser }));

import type { ToBackground } from '../src/shared/messages';
import { defaults, type Exclusion, parseSettings } from '../src/shared/settings';
import { MESSAGES, SENDERS } from './fixtures/door-samples';

vi.setConfig({ testTimeout: 60_000 });

const LISTENERS = [
  'runtime.onMessage',
  'runtime.onInstalled',
  'runtime.onStartup',
  'storage.onChanged',
  'contextMenus.onClicked',
  'commands.onCommand',
  'tabs.onRemoved',
  'windows.onRemoved',
];
const FAULTS: readonly (readonly [string, Fault])[] = [
  ['rejects', { rejects: 'The database is broken.' }],
  ['never answers', { never: true }],
  ['says something else', { instead: 7 }],
  ['says nothing', { instead: undefined }],
];
const [page] = SENDERS;
const unhandled: unknown[] = [];
const note = (problem: unknown): void => void unhandled.push(problem);
let tab = 100;

/** Says it as the page of a tab that has said nothing yet. @returns what comes back; undefined where it fails */
const say = (message: ToBackground, from = tab): Promise<unknown> =>
  Promise.all(
    fake.tell('runtime.onMessage', message, {
      ...page,
      tab: { id: from, url: 'https://news.example/1', active: true },
    }),
  ).then(
    ([answer]) => answer,
    () => undefined,
  );
/** Lets all that waits come to its end. */
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(20_000);
const here = (n: number): Exclusion => ({
  scope: 'here',
  entry: `sample_${n}`,
  title: 'Sample',
  host: 'news.example',
  place: `p${n}`,
  at: n,
});
const kept = { ...defaults, offSites: ['other.example'], alwaysSites: ['always.example'], exclusions: [here(1)] };

beforeAll(async () => {
  process.on('unhandledRejection', note);
  fake.isDead = true;
  await import('../src/background/main');
});
beforeEach(() => {
  vi.useFakeTimers({ now: Date.now() + 3_600_000 * tab });
  fake.reset();
  tab += 1;
  fake.tabs = [{ id: tab, index: 0, url: 'https://news.example/1', incognito: false }];
  fake.local.settings = structuredClone(kept);
});
afterEach(async () => {
  if (vi.isFakeTimers()) await settle();
  vi.useRealTimers();
  await new Promise((done) => setTimeout(done, 1));
  expect(unhandled.splice(0)).toEqual([]);
});

describe('the background', () => {
  it('listens at once, before the browser has answered anything', () => {
    expect(LISTENERS.filter((name) => fake.count(name) === 0)).toEqual([]);
  });

  it('does nothing once its extension is gone', () => {
    fake.browser.runtime.id = undefined;
    for (const message of MESSAGES) expect(fake.tell('runtime.onMessage', message, page)).toEqual([undefined]);
    expect(fake.acts).toEqual([]);
  });
});

/** All that can happen to it. */
async function everything(): Promise<void> {
  const said = MESSAGES.map((message) => say(message));
  fake.tell('runtime.onInstalled', { reason: 'update' });
  fake.tell('runtime.onStartup');
  fake.tell('contextMenus.onClicked', { menuItemId: 'report-missed' }, fake.tabs[0]);
  fake.tell('contextMenus.onClicked', { menuItemId: 'not-this' }, fake.tabs[0]);
  fake.tell('commands.onCommand', 'scan-anyway', fake.tabs[0]);
  fake.tell('storage.onChanged', { settings: { newValue: kept } }, 'local');
  fake.tell('windows.onRemoved', 1);
  await settle();
  // Each has been answered, or refused.
  await Promise.all(said);
}

describe.each([
  'storage.local.get',
  'storage.session.get',
  'storage.local.set',
  'tabs.get',
  'tabs.query',
  'tabs.create',
  'tabs.sendMessage',
  'scripting.executeScript',
  'scripting.insertCSS',
  'scripting.getRegisteredContentScripts',
  'runtime.getContexts',
  'contextMenus.update',
  'contextMenus.removeAll',
  'action.setIcon',
])('where %s', (name) => {
  it.each(FAULTS)('%s, all that was kept is there, and afterwards all works', async (how, fault) => {
    fake.plan(name, ...Array.from({ length: 40 }, () => fault));
    const isMute = how === 'never answers' && !/^(storage|action)/.test(name);
    // What the browser itself never answers is waited for by the page that asked, and by nobody else.
    if (isMute) void everything();
    else await everything();
    await settle();
    const after = parseSettings(fake.local.settings);
    expect(after).toMatchObject({ offSites: kept.offSites, alwaysSites: kept.alwaysSites });
    expect(after.exclusions).toEqual(expect.arrayContaining([here(1)]));

    fake.plan(name);
    fake.acts.length = 0;
    expect(await Promise.race([say({ say: 'count', state: 'list', n: 5 }, 9), settle()])).toBe(true);
    expect(fake.done('action.setBadgeText').at(-1)).toEqual([{ tabId: 9, text: '5' }]);
    expect(await Promise.race([say({ say: 'exclude', exclusion: here(2) }, 9), settle()])).toBe(true);
    expect(parseSettings(fake.local.settings).exclusions).toEqual(expect.arrayContaining([here(1), here(2)]));
  });
});

describe('a storage that cannot be read', () => {
  it.each(FAULTS.slice(0, 2))(
    'and %s does not make the browser forget the sites that are always read',
    async (_how, fault) => {
      fake.plan('storage.local.get', ...Array.from({ length: 40 }, () => fault));
      fake.plan('scripting.getRegisteredContentScripts', { instead: [{ id: 'always' }] });
      fake.tell('runtime.onInstalled', { reason: 'update' });
      await settle();
      expect(fake.done('scripting.unregisterContentScripts')).toEqual([]);
    },
  );

  it('of a newer Rupor is left as it is, to the letter', async () => {
    const newer = { v: 99, tomorrow: true };
    fake.local.settings = structuredClone(newer);
    await everything();
    expect(fake.local.settings).toEqual(newer);
  });
});

describe('a storage that is full', () => {
  it('keeps what it has, and the page is told', async () => {
    fake.plan('storage.local.set', { rejects: 'QuotaExceededError' });
    expect(await say({ say: 'exclude', exclusion: here(2) })).toBeUndefined();
    expect(fake.local.settings).toEqual(kept);
  });
});

describe('messages', () => {
  it('twice are as once', async () => {
    for (const message of [...MESSAGES, ...MESSAGES]) void say(message);
    await settle();
    const opened = fake.done('tabs.create') as [{ url: string }][];
    expect(opened.map(([{ url }]) => new URL(url).pathname).sort()).toEqual([
      '/src/ui/options/index.html',
      '/src/ui/report/index.html',
    ]);
  });

  it('in any order of the browser’s answers: every exclusion is kept, and the last count stays', async () => {
    vi.useRealTimers();
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), async (scheduler) => {
        fake.reset();
        fake.local.settings = structuredClone(defaults);
        tab += 1;
        fake.turn = (name) => scheduler.schedule(Promise.resolve(), name);
        const all = [
          say({ say: 'count', state: 'list', n: 1 }),
          say({ say: 'exclude', exclusion: here(1) }),
          say({ say: 'count', state: 'list', n: 2 }, tab + 1),
          say({ say: 'exclude', exclusion: here(2) }),
          say({ say: 'count', state: 'list', n: 3 }),
        ];
        await scheduler.waitFor(Promise.all(all));
        fake.turn = undefined;
        const shown = fake.done('action.setBadgeText') as [{ tabId: number; text: string }][];
        const badges = new Map(shown.map(([{ tabId, text }]) => [tabId, text]));
        expect([...badges]).toEqual([
          [tab, '3'],
          [tab + 1, '2'],
        ]);
        expect(parseSettings(fake.local.settings).exclusions).toEqual([here(1), here(2)]);
        vi.setSystemTime(Date.now() + 3_600_000);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a flood of ten thousand a second', () => {
  /** Says it as often, a tenth of a millisecond apart. */
  async function flood(message: (nth: number) => ToBackground, seconds = 60): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      for (let nth = 0; nth < 1000; nth += 1) {
        for (let i = 0; i < 10; i += 1) void say(message(second * 10_000 + nth * 10 + i));
        await vi.advanceTimersByTimeAsync(1);
      }
    }
  }

  it('of reports opens one page, shows it again every three seconds, and keeps nothing', async () => {
    fake.browser.tabs.create = async (of: unknown) => {
      const { url } = of as { url: string };
      fake.acts.push({ name: 'tabs.create', of: [of] });
      fake.contexts = [{ tabId: 50, windowId: 1, documentUrl: url }];
      return {};
    };
    await flood((nth) => ({ say: 'report', id: nth }), 6);
    expect(fake.done('tabs.create')).toHaveLength(1);
    expect(fake.done('tabs.update').length).toBeLessThanOrEqual(2);
    expect(fake.local).toEqual({ settings: kept });
  });

  it.each(MESSAGES.map((message) => [message.say, message] as const))(
    'of «%s» costs what twenty a second cost',
    async (_name, message) => {
      await flood(() => message, 2);
      await settle();
      // Two hundred at once and twenty in each second; one may make the browser do some five things.
      expect(fake.acts.length).toBeLessThanOrEqual((200 + 20 * 3) * 6);
      expect(JSON.stringify(fake.local).length).toBeLessThan(JSON.stringify({ settings: kept }).length + 200);
    },
  );
});
