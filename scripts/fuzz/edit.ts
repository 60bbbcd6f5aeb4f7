/** Edits of texts: what editors, pages, keyboards, broken software and hostile hands do to them. */
import fc from 'fast-check';

/** Signs that change what stands beside them, by groups; no words. */
const SIGNS: readonly string[] = [
  // Controls and ends of lines.
  ...Array.from({ length: 33 }, (_, unit) => String.fromCharCode(unit)),
  ...'\x7f\x85\u2028\u2029',
  // Not seen.
  ...'\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2063\ufeff\ufe0e\ufe0f\u034f',
  ...'\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069',
  // Spaces.
  ...'\u00a0\u2002\u2009\u202f\u3000',
  // Marks over and under letters.
  ...'\u0300\u0301\u0306\u0308\u0327\u0483\u20dd',
  // Quotation marks and apostrophes.
  ...'"\'`´«»‹›„“”‟‚‘’‛ʼ′″「」',
  // Brackets, dashes, stops.
  ...'()[]{}<>-‐‑–—―−.,:;!?…·•/\\|*&#%@+=~^_',
  // Halves of pairs, whole pairs, what is no letter anywhere.
  ...['\ud800', '\udbff', '\udc00', '\udfff', '😀', '🔹', '🇺🇦', '👩‍🚀', '\ufffe', '\uffff', '\ufffd'],
  // Letters that look alike, or grow when they are folded.
  ...'aeopcxyiABCEHKMOPTXайеорсухіАВСЕНКМОРТХёЁİıßŉǰΐﬁ',
  ...'0123456789٣中',
  // What scripts take for something else.
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'undefined', 'null', '-1', '$&', '\\u0000'],
  ...[
    'https://',
    '://',
    'www.',
    '.ru',
    'a.b/c?d=e',
    '</p>',
    '<!--',
    ']]>',
    '&nbsp;',
    '\r\n',
    '\n\n',
    '. ',
    '? – ',
    ': «',
    '», ',
  ],
];

const PAIRS = ['«»', '„“', '“”', '""', "''", '‚‘', '»«', '()', '[]', '**', '__', '<>'] as const;

/** No sample is longer: a run must stay short. UTF-16 units. */
const UNITS_MAX = 12_000;
const NEST_MAX = 300;

const WHATS = [
  'insert',
  'delete',
  'duplicate',
  'repeat',
  'splice',
  'swap',
  'flip',
  'sprinkle',
  'disguise',
  'recase',
  'decompose',
  'nest',
  'cut',
  'join',
  'move',
  'drop',
] as const;

export type Edit = {
  readonly what: (typeof WHATS)[number];
  /** Which text, from where in it, how much of it, and to where: taken modulo what there is. */
  readonly text: number;
  readonly at: number;
  readonly size: number;
  readonly to: number;
  readonly sign: string;
  /** A text of another place. */
  readonly other: string;
};

/** @param others texts to take pieces of */
export const editsOf = (others: readonly string[]): fc.Arbitrary<readonly Edit[]> =>
  fc.array(
    fc.record({
      what: fc.constantFrom(...WHATS),
      text: fc.nat(50),
      at: fc.nat(UNITS_MAX),
      size: fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, fc.nat(400)),
      to: fc.nat(UNITS_MAX),
      sign: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...SIGNS) },
        { weight: 1, arbitrary: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) },
      ),
      other: fc.constantFrom(...others),
    }),
    { maxLength: 14 },
  );

const LATIN = 'aceiopxyABCEHIKMOPTXY';
const CYRILLIC = 'асеіорхуАВСЕНІКМОРТХУ';
const twinOf = (char: string): string => {
  const [latin, cyrillic] = [LATIN.indexOf(char), CYRILLIC.indexOf(char)];
  return CYRILLIC[latin] ?? LATIN[cyrillic] ?? char;
};

/** Does one edit. @returns new texts, at least one */
export function edited(texts: readonly string[], { what, text: which, at, size, to, sign, other }: Edit): string[] {
  const index = which % texts.length;
  const text = texts[index] ?? '';
  const from = at % (text.length + 1);
  const end = Math.min(text.length, from + size);
  const [before, middle, after] = [text.slice(0, from), text.slice(from, end), text.slice(end)];
  const room = UNITS_MAX - texts.reduce((sum, { length }) => sum + length, 0);
  const put = (...now: readonly string[]): string[] => [...texts.slice(0, index), ...now, ...texts.slice(index + 1)];
  const instead = (now: string): string[] =>
    now.length - middle.length > room ? [...texts] : put(before + now + after);
  switch (what) {
    case 'insert':
      return instead(sign + middle);
    case 'delete':
      return instead('');
    case 'duplicate':
      return instead(middle + middle);
    case 'repeat':
      return middle === ''
        ? [...texts]
        : instead(middle.repeat(Math.max(1, Math.min(to, Math.floor(room / middle.length)))));
    case 'splice': {
      const start = to % (other.length + 1);
      return instead(middle + other.slice(start, start + size + 20));
    }
    case 'swap': {
      const half = middle.length >> 1;
      return instead(middle.slice(half) + middle.slice(0, half));
    }
    case 'flip':
      return instead(String.fromCharCode((middle.charCodeAt(0) || 0) ^ (1 << (to % 16))) + middle.slice(1));
    case 'sprinkle':
      return instead([...middle].join(sign));
    case 'disguise':
      return instead([...middle].map((char, i) => ((to >> (i % 12)) & 1 ? twinOf(char) : char)).join(''));
    case 'recase':
      return instead(to % 2 ? middle.toUpperCase() : middle.toLowerCase());
    case 'decompose':
      return instead(middle.normalize((['NFD', 'NFC', 'NFKD', 'NFKC'] as const)[to % 4]));
    case 'nest': {
      const [open = '', close = ''] = PAIRS[to % PAIRS.length] ?? '';
      const depth = 1 + (size % NEST_MAX);
      return instead(open.repeat(depth) + middle + close.repeat(to % 3 === 0 ? depth - 1 : depth));
    }
    case 'cut':
      return put(before, middle + after);
    case 'join':
      return index + 1 < texts.length
        ? [...texts.slice(0, index), text + sign + (texts[index + 1] ?? ''), ...texts.slice(index + 2)]
        : [...texts];
    case 'move': {
      const rest = texts.toSpliced(index, 1);
      return rest.toSpliced(to % texts.length, 0, text);
    }
    case 'drop':
      return texts.length > 1 ? texts.toSpliced(index, 1) : [...texts];
  }
}
