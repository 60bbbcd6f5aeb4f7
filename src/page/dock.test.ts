import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dock, dock, type Scene } from './dock';

const VIEW = { x: 0, y: 0, width: 1000, height: 800 };
const CARD = { width: 328, height: 360 };
const COLUMN = { x: 100, y: 100, width: 500, height: 600 };
const PASSAGE = { x: 200, y: 300, width: 120, height: 24 };

const at = (given: Partial<Scene> = {}) =>
  dock({ view: VIEW, passage: PASSAGE, column: COLUMN, card: CARD, isRtl: false, ...given });

describe('a card', () => {
  it('stands beside the column, level with the passage', async () => {
    expect(await at()).toEqual({ x: 608, y: 300, width: 328, height: 480 });
  });

  it('stands on the other side where the text begins at the right', async () => {
    const column = { ...COLUMN, x: 400, width: 500 };
    expect(await at({ column, passage: { ...PASSAGE, x: 500 }, isRtl: true })).toMatchObject({ x: 64, y: 300 });
  });

  it('stands under the passage where the column leaves no side, and over it where there is more room', async () => {
    const column = { ...COLUMN, x: 0, width: 1000 };
    expect(await at({ column })).toMatchObject({ x: 200, y: 332 });
    expect(await at({ column, passage: { ...PASSAGE, y: 600 } })).toMatchObject({ x: 200, y: 600 - 8 - 360 });
  });

  it('stands beside the words themselves in a low window', async () => {
    const column = { ...COLUMN, x: 0, width: 1000 };
    const view = { ...VIEW, height: 300 };
    expect(await at({ column, view, passage: { ...PASSAGE, y: 130 } })).toMatchObject({ x: 328, height: 180 });
  });

  it('takes the lower edge of a window that its passage fills', async () => {
    const view = { x: 0, y: 0, width: 300, height: 300 };
    const spot = await at({ view, passage: view, column: view });
    expect(spot.y + spot.height).toBeLessThanOrEqual(300);
  });
});

const length = (max: number) => fc.integer({ min: 0, max });

it('covers no passage that leaves any room, and stays in the window', async () => {
  const scenes = fc.record({
    width: fc.integer({ min: 320, max: 2000 }),
    height: fc.integer({ min: 200, max: 1500 }),
    passage: fc.record({ x: length(1900), y: length(1400), width: length(900), height: length(300) }),
    side: fc.record({ left: length(400), right: length(400) }),
    tall: fc.integer({ min: 120, max: 700 }),
    isRtl: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(scenes, async ({ width, height, passage: given, side, tall, isRtl }) => {
      const passage = { ...given, x: given.x % width, y: given.y % height };
      passage.width = Math.min(passage.width, width - passage.x);
      passage.height = Math.min(passage.height, height - passage.y);
      const column = { ...passage, x: Math.max(0, passage.x - side.left) };
      column.width = Math.min(width, passage.x + passage.width + side.right) - column.x;
      const card = { width: Math.min(328, width - 24), height: Math.min(tall, height * 0.6) };
      const spot = await dock({ view: { x: 0, y: 0, width, height }, passage, column, card, isRtl });
      expect(spot.x).toBeGreaterThanOrEqual(0);
      expect(spot.x + spot.width).toBeLessThanOrEqual(width);
      const room = Math.max(passage.y, height - passage.y - passage.height) - 20;
      if (room < 64) return;
      expect(spot.y).toBeGreaterThanOrEqual(0);
      expect(spot.y + Math.min(spot.height, card.height)).toBeLessThanOrEqual(height);
      expect(covers(spot, card.height, passage)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

function covers(spot: Dock, tall: number, passage: Scene['passage']): boolean {
  const height = Math.min(spot.height, tall);
  return (
    spot.x < passage.x + passage.width &&
    passage.x < spot.x + spot.width &&
    spot.y < passage.y + passage.height &&
    passage.y < spot.y + height
  );
}
