/** Edits of a page's markup, piece by piece: what templates, editors and hostile pages make of it. */
import fc from 'fast-check';
import { PAGES } from './seeds';

const TAGS = (
  'a abbr article aside b blockquote br button caption details dialog div em fieldset figcaption figure footer form ' +
  'frameset h1 h2 head header hr html iframe i img input label legend li main math menu nav noscript object ol option p ' +
  'plaintext pre q ruby rt script section select slot source span style summary svg table tbody td template textarea ' +
  'title tr ul video wbr x-word body foreignObject'
).split(' ');

const ATTRIBUTES = [
  'hidden',
  'inert',
  'aria-hidden="true"',
  'style="display:none"',
  'style="visibility: hidden; position:absolute; left:-999px"',
  'contenteditable',
  'contenteditable="false"',
  'role="textbox"',
  'role="article"',
  'role="dialog"',
  'lang="xx"',
  'dir="rtl"',
  'class="caption"',
  'class="read-also sr-only"',
  'class="cm-editor"',
  'itemprop="articleBody"',
  'itemprop="headline"',
  'slot="__proto__"',
  'name="nodeName"',
  'name="parentNode"',
  'id="constructor"',
  'href="https://tass.ru/x"',
  'href="javascript:0"',
  'href="http://["',
  'data-x="\'<>"',
  '="',
  'class=',
  'onclick="0"',
] as const;

const WHATS = [
  'wrap',
  'unclose',
  'close',
  'nest',
  'attribute',
  'shuffle',
  'copy',
  'remove',
  'split',
  'shadow',
  'graft',
  'raw',
] as const;
const RAW = [
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<',
  '>',
  '</',
  '&',
  '&#0;',
  '&#xd800;',
  '&#x110000;',
  '&lt;',
  '\0',
  '<?xml',
  '<!doctype',
] as const;

/** Deeper pages are the hostile shelf's: parsers of test environments recurse. Levels. */
const DEPTH_MAX = 150;
const PIECES_MAX = 1500;

type PageEdit = {
  readonly what: (typeof WHATS)[number];
  readonly at: number;
  readonly size: number;
  readonly to: number;
  readonly tag: string;
  readonly attribute: string;
  readonly raw: string;
  readonly graft: readonly string[];
};

export const pageEdits: fc.Arbitrary<readonly PageEdit[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...WHATS),
    at: fc.nat(PIECES_MAX),
    size: fc.nat(20),
    to: fc.nat(PIECES_MAX),
    tag: fc.constantFrom(...TAGS),
    attribute: fc.constantFrom(...ATTRIBUTES),
    raw: fc.constantFrom(...RAW),
    graft: fc.constantFrom(...PAGES),
  }),
  { maxLength: 12 },
);

/** Does one edit. @param pieces tags and texts of a page */
export function markedUp(pieces: readonly string[], edit: PageEdit): string[] {
  const { what, size, to, tag, attribute, raw, graft } = edit;
  const at = edit.at % (pieces.length + 1);
  const end = Math.min(pieces.length, at + size);
  const [before, middle, after] = [pieces.slice(0, at), pieces.slice(at, end), pieces.slice(end)];
  const around = (...now: readonly string[]) =>
    before.length + now.length + after.length > PIECES_MAX ? [...pieces] : [...before, ...now, ...after];
  const [open, close] = [`<${tag}>`, `</${tag}>`];
  switch (what) {
    case 'wrap':
      return around(`<${tag} ${attribute}>`, ...middle, close);
    case 'unclose':
      return around(open, ...middle);
    case 'close':
      return around(...middle, close);
    case 'nest': {
      const depth = 1 + (to % DEPTH_MAX);
      return around(open.repeat(depth), ...middle, to % 3 === 0 ? '' : close.repeat(depth));
    }
    case 'attribute':
      return around(...middle.map((piece) => piece.replace(/^<([a-z][^\s/>]*)/i, `<$1 ${attribute} `)));
    case 'shuffle':
      return around(...middle.toReversed());
    case 'copy':
      return around(...middle, ...middle);
    case 'remove':
      return around();
    case 'split':
      // Every text in the piece in elements of its own.
      return around(
        ...middle.flatMap((piece) =>
          piece.startsWith('<') ? [piece] : [...piece].slice(0, 200).map((char) => `<${tag}>${char}</${tag}>`),
        ),
      );
    case 'shadow':
      return around('<x-host><template shadowrootmode="open">', ...middle, '</template></x-host>');
    case 'graft':
      return around(...middle, ...graft.slice(to % graft.length, (to % graft.length) + size));
    case 'raw':
      return around(raw, ...middle);
  }
}
