/** A second door, for the rules page alone: what stands behind it is a megabyte, and no other page should carry it. */
import text from './generated/rules.json?raw';
import type { Rule } from './rule';

/** All entries, in the order of the files. */
export const readRules = (): readonly Rule[] => JSON.parse(text) as Rule[];
