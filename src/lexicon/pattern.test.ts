import { describe, expect, it } from 'vitest';
import { parsePattern } from './pattern';

const classes = ['who', 'does', 'what'];
const parse = (line: string) =>
  parsePattern(
    line,
    7,
    'uk',
    (name) => (classes.includes(name) ? classes.indexOf(name) : undefined),
    (word) => 100 + word.length,
  );

describe('a pattern', () => {
  it.each([
    [
      'classes side by side',
      '<who> <does>',
      [
        [0, 0, false],
        [1, 0, false],
      ],
    ],
    [
      'words between',
      '<who> ~2 <does> ~3 <what>',
      [
        [0, 0, false],
        [1, 2, false],
        [2, 3, false],
      ],
    ],
    [
      'an optional step',
      '<who> [<does>] <what>',
      [
        [0, 0, false],
        [1, 0, true],
        [2, 0, false],
      ],
    ],
    [
      'a literal word is a class of its own',
      '<who> миру',
      [
        [0, 0, false],
        [104, 0, false],
      ],
    ],
    [
      'a hyphenated word is two',
      'прес-служба <does>',
      [
        [104, 0, false],
        [106, 0, false],
        [1, 0, false],
      ],
    ],
  ])('has %s', (_, line, steps) => {
    expect(parse(line).steps.map(({ cls, skip, optional }) => [cls, skip, optional])).toEqual(steps);
  });

  it('marks its first step alone where it says so', () => {
    expect(parse('<who> ~9 <what> @first').first).toBe(true);
    expect(parse('<who> <what>').first).toBe(false);
  });

  it.each([
    ['an unknown class', '<whom> <does>', 'no class <whom>: add it to classes/uk.yml'],
    ['half a bracket', '[<who> <does>', 'write [<class>]'],
    ['an optional beginning', '[<who>] <does>', 'begins with a step that must be there'],
    ['a stray sign', '<who> + <does>', 'not a <class>, a word, ~N or @first'],
  ])('is refused with its mend: %s', (_, line, message) => {
    expect(() => parse(line)).toThrow(message);
  });
});
