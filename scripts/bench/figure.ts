/** One measured number and what it should be: what every part of `npm run bench` yields. */

export type Figure = {
  /** As in design/performance.md §6; a point and a word more where it is another view of the same target: `E1.rules`. */
  readonly id: string;
  readonly what: string;
  readonly value: number;
  readonly target: number;
  readonly sense: 'at-most' | 'at-least';
  readonly pass: boolean;
  /** `×` for a ratio, `ms`, `B`, `%`, or empty for a count. */
  readonly unit: string;
  readonly detail?: string;
  /** For a target that is not reached: what `--check` holds the figure to instead, so that it grows no worse. */
  readonly held?: number;
};

/** What a bench is told. */
export type Run = {
  /** Was this figure asked for? A bench measures no more than it must, and may yield others all the same. */
  wants(id: string): boolean;
  /** One line for whoever waits. */
  say(line: string): void;
};

/** One file of benches. */
export type Bench = {
  /** Every figure that it yields. */
  readonly ids: readonly string[];
  /** What was measured with and against: «fastscan 1.0.6». */
  versions(): readonly string[] | Promise<readonly string[]>;
  figures(run: Run): AsyncGenerator<Figure>;
};

/** How much worse than its target a figure may be before `--check` fails: no run is as quiet as the next. */
export const SLACK = 1.3;

/** A figure, judged. A number that is none was not measured. */
export function judge(figure: Omit<Figure, 'pass'>): Figure {
  if (!Number.isFinite(figure.value)) throw new Error(`${figure.id} was not measured: ${figure.value}`);
  return { ...figure, pass: holds(figure, figure.target, 1) };
}

/** Is the figure so bad that `--check` fails? */
export const isTooFar = (figure: Figure): boolean => !holds(figure, figure.held ?? figure.target, SLACK);

function holds({ value, sense }: Pick<Figure, 'value' | 'sense'>, bound: number, slack: number): boolean {
  return sense === 'at-most' ? value <= bound * slack : value >= bound / slack;
}

/** Three digits that count, and the unit. */
export function amount(value: number, unit: string): string {
  const digits = Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
  return unit === '' ? digits : `${digits} ${unit}`;
}

/** The cells of a figure, as in COLUMNS. */
export function cells(figure: Figure): string[] {
  const { id, what, value, target, sense, pass, unit, detail = '', held } = figure;
  const bound = `${sense === 'at-most' ? '≤' : '≥'} ${amount(target, unit)}`;
  const verdict = pass ? 'yes' : held === undefined ? 'no' : `no, held at ${amount(held, unit)}`;
  return [id, what, amount(value, unit), bound, verdict, detail];
}

export const COLUMNS = ['ID', 'WHAT', 'VALUE', 'TARGET', 'HOLDS', 'DETAIL'] as const;

/** Figures by id, for programs. */
export function json(figures: readonly Figure[]): string {
  return JSON.stringify(Object.fromEntries(figures.map(({ id, ...rest }) => [id, rest])), null, 2);
}
