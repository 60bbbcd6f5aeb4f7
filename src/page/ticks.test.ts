// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { merge } from './ticks';

const at = (...places: number[]) => places.map((place) => ({ at: place, stands: [place] }));

describe('ticks', () => {
  it('stand apart, the first for all that would touch it', () => {
    const merged = merge(at(10, 15.9, 16, 30, 35, 36));
    expect(merged.map((tick) => tick.at)).toEqual([10, 16, 30, 36]);
    expect(merged.map((tick) => tick.stands)).toEqual([[10, 15.9], [16], [30, 35], [36]]);
  });

  it('stand in the order of the page, not of the list', () => {
    expect(merge(at(200, 10, 100))).toEqual(at(10, 100, 200));
  });
});
