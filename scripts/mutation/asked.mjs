// The part of Stryker that leaves out mutants that nobody asked for: a place in the code has several, and others within it.
import { CheckStatus } from '@stryker-mutator/api/check';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import { nameOf } from './name.mjs';

/** Reason of a mutant that was not asked for; the count leaves it out. */
export const NOT_ASKED = 'not asked for';

export const strykerValidationSchema = {
  properties: { asked: { type: 'array', items: { type: 'string' }, default: [] } },
};

/** @typedef {import('@stryker-mutator/api/core').Mutant} Mutant */

class Asked {
  static inject = tokens(commonTokens.options);

  /** @param {import('@stryker-mutator/api/core').StrykerOptions} options */
  constructor(options) {
    this.asked = new Set(/** @type {string[]} */ (options.asked));
  }

  async init() {}

  /** @param {Mutant[]} mutants */
  async group(mutants) {
    return [mutants.map(({ id }) => id)];
  }

  /** @param {Mutant[]} mutants */
  async check(mutants) {
    const no = { status: CheckStatus.CompileError, reason: NOT_ASKED };
    const answers = mutants.map((mutant) => [
      mutant.id,
      this.asked.has(nameOf(mutant)) ? { status: CheckStatus.Passed } : no,
    ]);
    return Object.fromEntries(answers);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'asked', Asked)];
