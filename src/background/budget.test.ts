import { describe, expect, it } from 'vitest';
import type { ToBackground } from '../shared/messages';
import { affords, forgetSilent } from './budget';

const aim = { say: 'aim', isMark: false } as const;
const need = { say: 'need', files: ['engine', 'tables-uk', 'hosts', 'notes-uk', 'card', 'texts-uk'] } as const;

/** How many of `times` messages, `ms` apart, are done. */
const done = (tab: number, times: number, ms: number, message: ToBackground = aim, start = 0): number =>
  Array.from({ length: times }, (_, nth) => affords(tab, message, start + nth * ms)).filter(Boolean).length;

describe('what a tab may have done', () => {
  it('is all that a page of news asks for, and all that one asks for that changes five times a second', () => {
    expect(done(1, 20, 0, need)).toBe(20);
    expect(done(2, 3000, 200)).toBe(3000);
  });

  it('is little of what a flood asks for: of 600,000 messages in a minute fourteen hundred', () => {
    const n = done(3, 600_000, 0.1);
    expect(n).toBeGreaterThan(1300);
    expect(n).toBeLessThanOrEqual(1400);
  });

  it('counts each file, and twice a page or a frame that opens', () => {
    expect(done(4, 1000, 0, need)).toBe(33);
    expect(done(7, 1000, 0, { say: 'frame', place: 1 })).toBe(100);
    expect(done(8, 1000, 0, { say: 'open', isNews: true })).toBe(100);
  });

  it('is as much as before after some seconds, and none of another tab’s', () => {
    expect(done(5, 1000, 0)).toBe(200);
    expect(affords(6, aim, 0)).toBe(true);
    expect(done(5, 1000, 0, aim, 10_000)).toBe(200);
    done(5, 1000, 0, aim, 10_000);
    forgetSilent(15_000);
    expect(affords(5, aim, 10_000)).toBe(false);
    forgetSilent(20_001);
    expect(affords(5, aim, 10_000)).toBe(true);
  });
});
