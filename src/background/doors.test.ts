import { describe, expect, it, vi } from 'vitest';

vi.mock('../shared/browser', () => ({ browser: { runtime: { id: 'rupor' } } }));

import type { Runtime } from '../shared/browser';
import { fromPage } from './doors';

const sender = (change: object = {}): Runtime.MessageSender =>
  ({
    id: 'rupor',
    frameId: 0,
    origin: 'https://news.example',
    tab: NEWS,
    ...change,
  }) as unknown as Runtime.MessageSender;
const OURS = 'chrome-extension://rupor';
const NEWS = { id: 7, url: 'https://news.example/1' };
const count = { say: 'count', state: 'list', n: 3 };

describe('fromPage', () => {
  it("hears a page's count and its wish to report, with the tab they come from", () => {
    expect(fromPage(count, sender())).toEqual({
      tab: 7,
      host: 'news.example',
      frame: 0,
      where: 'disk',
      message: count,
    });
    expect(fromPage({ say: 'report', id: 2 }, sender())).toMatchObject({ tab: 7, message: { say: 'report', id: 2 } });
  });

  it('hears a frame of the page’s own origin', () => {
    const frame = sender({ frameId: 4, origin: 'https://news.example', tab: NEWS });
    expect(fromPage(count, frame)).toEqual({ tab: 7, host: 'news.example', frame: 4, where: 'disk', message: count });
  });

  it.each([
    ['another extension', { id: 'other' }],
    ['a frame of another origin', { frameId: 4, origin: 'https://ads.example', tab: NEWS }],
    ['a frame of no known origin', { frameId: 4, origin: undefined, tab: NEWS }],
    ['a frame of a page without an address', { frameId: 4, origin: 'null' }],
    ['a sandboxed frame of an empty page', { frameId: 4, origin: 'null', tab: { id: 7, url: 'about:blank' } }],
    ['a page of ours, which has no tab of its own', { tab: undefined, origin: OURS }],
    ['a page of ours in a tab', { origin: OURS, url: `${OURS}/src/ui/options/index.html`, tab: { id: 7, url: OURS } }],
    ['a page of ours in a frame of its own', { frameId: 4, origin: OURS, tab: { id: 7, url: `${OURS}/a.html` } }],
    ['a page of ours that calls itself another', { origin: OURS, url: NEWS.url, tab: NEWS }],
    ['nobody whose origin is known', { origin: undefined }],
    ['a file on the disk', { origin: 'file://' }],
    ['a page that is still being prerendered', { documentLifecycle: 'prerender' }],
  ])('hears nothing from %s', (_name, change) => {
    expect(fromPage(count, sender(change))).toBeUndefined();
  });

  it('hears which files a page needs', () => {
    const need = { say: 'need', files: ['tables-uk', 'hosts'] };
    expect(fromPage(need, sender())?.message).toEqual(need);
  });

  it('hears what marks are to look like, and which entry is asked for', () => {
    const look = { style: 'tint', strength: 'quiet', palette: 'colour-blind' };
    const worn = { style: 'line', strength: 'normal', palette: 'standard' };
    for (const said of [
      { say: 'dress', look },
      { say: 'dress', look, worn },
      { say: 'rule', entry: 'ria_novosti' },
    ])
      expect(fromPage(said, sender())?.message).toEqual(said);
  });

  it('goes by the origin that the browser gives, and by the tab where a page has none', () => {
    const open = { say: 'open', isNews: true };
    const hostIn = (change: object) => fromPage(open, sender(change))?.host;
    expect(hostIn({ origin: 'https://www.other.example', url: 'https://forged.example/' })).toBe('other.example');
    expect(hostIn({ origin: 'null', url: 'https://forged.example/' })).toBe('news.example');
    expect(hostIn({ origin: 'null', tab: { id: 7 } })).toBeUndefined();
  });

  it.each([
    ['an opening that says nothing of the page', { say: 'open' }],
    ['a need of a file that is not brought', { say: 'need', files: ['../src/page/main.iife'] }],
    ['a need that only says how long it is', { say: 'need', files: Object.assign([], { length: 4_000_000_000 }) }],
    ['a need of nothing', { say: 'need', files: [] }],
    ['a count below zero', { ...count, n: -1 }],
    ['half a mark', { ...count, n: 1.5 }],
    ['a count beyond belief', { ...count, n: 1e9 }],
    ['a state that is none', { ...count, state: 'great' }],
    ['a broadcast to our pages', { say: 'changed' }],
    ['a look that there is not', { say: 'dress', look: { style: 'url(x)', strength: 'normal', palette: 'standard' } }],
    ['half a look', { say: 'dress', look: { style: 'line' } }],
    ['an entry that is none', { say: 'rule', entry: '../report/index.html' }],
    ['nothing', undefined],
  ])('does not take %s', (_name, said) => {
    expect(fromPage(said, sender())).toBeUndefined();
  });

  it('passes on no field that it does not know', () => {
    expect(fromPage({ ...count, text: 'words of the page' }, sender())?.message).toEqual(count);
  });
});
