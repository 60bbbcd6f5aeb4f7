/** Samples to numbers. */

export const least = (values: readonly number[]): number => Math.min(...values);
export const most = (values: readonly number[]): number => Math.max(...values);

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const short = (value: number): string =>
  Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));

/** Least and most, for a detail whose value is the median: «median of 9, from 1.2 to 2.4 ms». */
export const range = (values: readonly number[], unit: string): string =>
  `median of ${values.length}, from ${short(least(values))} to ${short(most(values))} ${unit}`;

/** Least and median, for a detail: «min 1.2, median 1.4 of 9». */
export const spread = (values: readonly number[]): string =>
  `min ${short(least(values))}, median ${short(median(values))} of ${values.length}`;

/** Several numbers by name, for a detail: «bare 0.2, reading 4.1 ms». */
export const named = (values: Readonly<Record<string, number>>, unit: string): string =>
  `${Object.entries(values)
    .map(([name, value]) => `${name} ${short(value)}`)
    .join(', ')} ${unit}`;
