/** E1 to E7: the engine against the limit of the machine and against what else finds words in texts. */
import type { Figure, Run } from './figure';

export const ids: readonly string[] = [];

export const versions = (): readonly string[] => [];

export async function* figures(_run: Run): AsyncGenerator<Figure> {}
