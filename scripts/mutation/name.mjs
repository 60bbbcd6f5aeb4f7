// The name of a mutant: the same in each run and in each process, as long as the code stays.
import { relative } from 'node:path';

/** @param {import('@stryker-mutator/api/core').Mutant} mutant */
export function nameOf({ fileName, location: { start, end }, mutatorName, replacement }) {
  const place = [start.line, start.column, end.line, end.column].join(':');
  return `${relative('.', fileName)} ${place} ${mutatorName} ${replacement}`;
}
