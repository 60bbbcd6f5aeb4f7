/** What is counted as our work in a trace of the browser. */
import { describe, expect, it } from 'vitest';
import { type Event, sum, Trace } from './bench/page-trace';

const PAGE = 'http://site1.test:1/article.html';
const OURS = 'chrome-extension://abc/src/page/main.iife.js';
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint';

/** An event of the page's main thread; times in milliseconds. */
const event = (name: string, start: number, wall: number, cpu: number, url?: string): Event => ({
  name,
  ph: 'X',
  pid: 1,
  tid: 1,
  ts: start * 1000,
  dur: wall * 1000,
  tdur: cpu * 1000,
  args: url === undefined ? {} : { data: { url } },
});

const navigation: Event = {
  name: 'navigationStart',
  ph: 'R',
  pid: 1,
  tid: 1,
  ts: 5000,
  args: { data: { documentLoaderURL: PAGE } },
};

const trace = (...events: Event[]): Trace => new Trace([navigation, ...events], PAGE);

describe('a trace', () => {
  it('counts our scripts and what waits for promises, not the page’s own script', () => {
    const found = trace(
      event('EvaluateScript', 10, 4, 2, OURS),
      event('FunctionCall', 20, 7, 7, PAGE),
      event(MICROTASKS, 30, 5, 3),
    ).ours();
    expect(sum(found, 'cpu')).toBe(5);
    expect(sum(found, 'wall')).toBe(9);
  });

  it('counts work within work once', () => {
    const found = trace(event('EvaluateScript', 10, 8, 8, OURS), event(MICROTASKS, 12, 2, 2)).ours();
    expect(sum(found, 'cpu')).toBe(8);
  });

  it('finds our work inside a call of the page: an observer runs when the page’s script ends', () => {
    const found = trace(event('FunctionCall', 10, 9, 9, PAGE), event(MICROTASKS, 17, 2, 2)).ours();
    expect(sum(found, 'cpu')).toBe(2);
  });

  it('adds up what is ours in one task, and leaves tasks without us out', () => {
    const tasks = trace(
      event('RunTask', 10, 30, 30),
      event('EvaluateScript', 12, 4, 4, OURS),
      event(MICROTASKS, 20, 3, 3),
      event('RunTask', 50, 90, 90),
      event('Layout', 51, 80, 80),
    ).ourTasks();
    expect(tasks.map(({ cpu, url }) => [cpu, url])).toEqual([[7, OURS]]);
  });

  it('does not take another process for the page', () => {
    const other = { ...event('EvaluateScript', 10, 4, 4, OURS), pid: 2 };
    expect(trace(other).ours()).toEqual([]);
  });

  it('knows when the first mark came, and says where there was none', () => {
    expect(trace(event('first-mark', 12, 0, 0)).firstMark()).toBe(12);
    expect(trace().firstMark()).toBeUndefined();
  });
});
