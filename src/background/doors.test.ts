import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

vi.mock('../shared/browser', () => ({ browser: { runtime: { id: 'rupor' } } }));

import type { Runtime } from '../shared/browser';
import { fromPage } from './doors';

const sender = (change: object = {}): Runtime.MessageSender =>
  ({ id: 'rupor', frameId: 0, tab: { id: 7 }, ...change }) as Runtime.MessageSender;
const NEWS = { id: 7, url: 'https://news.example/1' };
const count = { say: 'count', state: 'list', n: 3 };

describe('fromPage', () => {
  it("hears a page's count and its wish to report, with the tab they come from", () => {
    expect(fromPage(count, sender())).toEqual({ tab: 7, url: '', frame: 0, where: 'disk', message: count });
    expect(fromPage({ say: 'report', id: 2 }, sender())).toMatchObject({ tab: 7, message: { say: 'report', id: 2 } });
  });

  it('hears a frame of the page’s own origin', () => {
    const frame = sender({ frameId: 4, origin: 'https://news.example', tab: NEWS });
    expect(fromPage(count, frame)).toEqual({ tab: 7, url: NEWS.url, frame: 4, where: 'disk', message: count });
  });

  it.each([
    ['another extension', { id: 'other' }],
    ['a frame of another origin', { frameId: 4, origin: 'https://ads.example', tab: NEWS }],
    ['a frame of no known origin', { frameId: 4, tab: NEWS }],
    ['a frame of a page without an address', { frameId: 4, origin: 'null' }],
    ['a page of ours, which has no tab of its own', { tab: undefined }],
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

  it('hears that a page is to be opened', () => {
    const open = { say: 'open', isNews: true };
    expect(fromPage(open, sender({ tab: NEWS }))).toMatchObject({ url: NEWS.url, message: open });
  });

  it.each([
    ['an opening that says nothing of the page', { say: 'open' }],
    ['a need of a file that is not brought', { say: 'need', files: ['../src/page/main.iife'] }],
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

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), fc.anything(), (said, who) => void fromPage(said, sender({ tab: who }))));
  });
});
