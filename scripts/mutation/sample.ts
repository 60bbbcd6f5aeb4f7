/** Which mutants are tried: a sample by chance of all that Stryker can make of the files, each as likely as any other. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Mutant } from '@stryker-mutator/api/core';
import type { Logger } from '@stryker-mutator/api/logging';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { nameOf } from './name.mjs';

/** Rooms whose code is tried, each with tests of its own. */
export const ROOMS = ['engine', 'shared'] as const;
export type Room = (typeof ROOMS)[number];

/** Files of a room that have code to try. @param under paths that they must begin with; none for all */
export function filesOf(room: Room, under: readonly string[]): string[] {
  const folder = join('src', room);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(?:test|d)\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => under.length === 0 || under.some((start) => path.startsWith(start)))
    .sort();
}

const silent = (): void => undefined;
const QUIET = { isDebugEnabled: () => false, debug: silent, info: silent, warn: silent } as unknown as Logger;

/** All mutants of these files. */
export async function mutantsOf(files: readonly string[]): Promise<readonly Mutant[]> {
  const sources = files.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const options = { ignorers: [], plugins: null, excludedMutations: [], noHeader: true };
  const { mutants } = await new Instrumenter(QUIET).instrument(sources, options);
  return mutants;
}

/**
 * The mutants with the lowest hashes of their name and the seed: the same seed gives the same ones while the code stays.
 * @param size how many, at most
 */
export function sampleOf(mutants: readonly Mutant[], size: number, seed: number): readonly Mutant[] {
  const hash = (mutant: Mutant): string =>
    createHash('sha256')
      .update(`${seed} ${nameOf(mutant)}`)
      .digest('hex');
  const drawn = mutants.map((mutant) => ({ mutant, hash: hash(mutant) }));
  return drawn
    .sort((a, b) => (a.hash < b.hash ? -1 : 1))
    .slice(0, size)
    .map(({ mutant }) => mutant);
}

/** The place of a mutant as Stryker's option `mutate` wants it: lines from 1, columns from 0. */
export function rangeOf({ fileName, location: { start, end } }: Mutant): string {
  return `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
}
