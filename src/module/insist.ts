/** @throws TypeError that says what would do */
export function insistOn(place: string, value: unknown, known: readonly string[]): void {
  if (!known.some((one) => one === value)) throw new TypeError(`${place} must be one of ${known.join(', ')}.`);
}
