/** Where the card goes: beside the passage's column, else under, over or beside the passage itself; never over it. */
import { computePosition, offset, type Placement, type Platform, type Rect, shift } from '@floating-ui/core';

/** Between passage and card. Pixels. */
const GAP = 8;
/** Between card and the edge of the window. Pixels. */
export const EDGE = 12;
/** The narrowest card that is put beside a passage. Pixels. */
const WIDTH_MIN = 220;
/** With less height than this nothing of a card can be read: the passage fills the window. Pixels. */
const HEIGHT_MIN = 64;
/** What a card takes of a window that its passage fills. Pixels. */
const HEIGHT_OVER = 160;
/** Share of the window's height that a card takes at most. */
const HEIGHT_SHARE = 0.6;

/** All in pixels of the window. */
export type Scene = {
  /** The part of the window that can be seen. */
  readonly view: Rect;
  readonly passage: Rect;
  /** The column of text that the passage is in. */
  readonly column: Rect;
  /** The card as wide and as high as it would like to be. */
  readonly card: { readonly width: number; readonly height: number };
  readonly isRtl: boolean;
};

/** The card's upper left corner, and how much it may take. Pixels of the window. */
export type Dock = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

type Spot = { readonly placement: Placement; readonly beside: Rect; readonly width: number; readonly height: number };

export async function dock(scene: Scene): Promise<Dock> {
  const { view, card, isRtl } = scene;
  const spot = spotOf(scene);
  const width = Math.min(card.width, spot.width);
  const height = Math.min(spot.height, view.height * HEIGHT_SHARE);
  // Made narrower it grows, nobody knows how far.
  const floating = { x: 0, y: 0, width, height: width < card.width ? height : Math.min(height, card.height) };
  // Plain geometry: the library's own look at the page goes wrong under zoom and transforms on the root.
  const platform: Platform = {
    getElementRects: () => ({ reference: spot.beside, floating }),
    getDimensions: () => floating,
    getClippingRect: () => ({ ...view }),
    isRTL: () => isRtl,
  };
  const { x, y } = await computePosition(spot.beside, floating, {
    platform,
    placement: spot.placement,
    middleware: [offset(GAP), shift({ padding: EDGE, crossAxis: spot.height === HEIGHT_OVER })],
  });
  return { x: Math.round(x), y: Math.round(y), width: Math.floor(width), height: Math.floor(height) };
}

function spotOf({ view, passage, column, card, isRtl }: Scene): Spot {
  const across = view.width - 2 * EDGE;
  const along = view.height - 2 * EDGE;
  const order = isRtl ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const next = (side: 'left' | 'right', to: Rect): Spot => {
    const room = side === 'right' ? view.x + view.width - to.x - to.width : to.x - view.x;
    // Beside the column, as high as the passage is.
    const beside = { x: to.x, y: passage.y, width: to.width, height: passage.height };
    return { placement: `${side}-start`, beside, width: room - GAP - EDGE, height: along };
  };
  const around = join(column, passage);
  const byColumn = order.map((side) => next(side, around)).find(({ width }) => width >= card.width);
  if (byColumn) return byColumn;

  const under = view.y + view.height - passage.y - passage.height - GAP - EDGE;
  const over = passage.y - view.y - GAP - EDGE;
  const spots: Spot[] = [
    { placement: 'bottom-start', beside: passage, width: across, height: under },
    { placement: 'top-start', beside: passage, width: across, height: over },
    ...order.map((side) => next(side, passage)).filter(({ width }) => width >= WIDTH_MIN),
  ];
  const wanted = Math.min(card.height, view.height * HEIGHT_SHARE);
  const roomy = spots.find(({ height }) => height >= wanted);
  const best = roomy ?? spots.reduce((a, b) => (b.height > a.height ? b : a));
  if (best.height >= HEIGHT_MIN) return best;
  return { placement: 'bottom-start', beside: passage, width: across, height: HEIGHT_OVER };
}

function join(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}
