/** A mark as a reader sees it: the page's words around it, and what Rupor knows of it. */
import type { Span } from '../engine/types';
import type { Knowledge } from '../lexicon';
import type { Row, Sign } from '../shared/messages';
import type { Mark } from './ledger';
import { languageOf, sentenceAround } from './sentence';
import { visible } from './visible';

/** Longest sentence in a list. UTF-16 units. */
const SENTENCE_MAX = 180;
/** Share of the room around the mark that stands before it: what follows usually says more. */
const BEFORE_SHARE = 0.45;
/** Longest quotation shown as a sign. UTF-16 units. */
const SIGN_MAX = 90;
/** Longest heading shown between rows. UTF-16 units. */
const HEADING_MAX = 120;

/**
 * @param known what Rupor knows of the mark's entry, in the language of the interface
 * @param heading of the part of the page that the mark is in
 */
export function rowOf(mark: Mark, known: Knowledge | undefined, heading?: string): Row {
  const { flag, block } = mark;
  const { text } = block.passage;
  const said = clean(text.slice(flag.span.start, flag.span.end));
  const named = flag.kind !== 'official' || flag.role === 'name';
  return {
    id: mark.id,
    kind: flag.kind,
    stance: flag.stance,
    confidence: flag.confidence,
    role: flag.role,
    entry: flag.entry,
    title: known?.name ?? said,
    ...(named ? {} : { alias: said }),
    ...sentenceCut(text, flag.paint),
    ...(heading === undefined ? {} : { heading: keepStart(squeeze(heading).trim(), HEADING_MAX) }),
    lang: languageOf(text),
    who: known?.who ?? '',
    note: known?.note ?? '',
    ...(known?.plainly === undefined ? {} : { plainly: known.plainly }),
    ...(known?.sanction === undefined ? {} : { sanction: known.sanction }),
    signs: signsOf(mark),
    references: known?.references ?? [],
  };
}

function sentenceCut(text: string, paint: Span): Pick<Row, 'before' | 'mark' | 'after'> {
  const sentence = sentenceAround(text, paint);
  // Scare quotes are part of what is seen: the mark keeps its quotation marks.
  const mark = squeeze(text.slice(paint.start, paint.end)).trim();
  const before = squeeze(text.slice(sentence.start, paint.start)).trimStart();
  const after = squeeze(text.slice(paint.end, sentence.end)).trimEnd();
  const room = Math.max(0, SENTENCE_MAX - mark.length);
  const least = Math.floor(room * BEFORE_SHARE);
  const head = Math.min(before.length, Math.max(least, room - after.length));
  return { before: keepEnd(before, head), mark, after: keepStart(after, room - head) };
}

function keepStart(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, Math.max(0, length - 1));
  const space = cut.lastIndexOf(' ');
  return `${whole(space > length / 2 ? cut.slice(0, space) : cut)}…`;
}

function keepEnd(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(text.length - Math.max(0, length - 1));
  const space = cut.indexOf(' ');
  return `…${whole(space >= 0 && space < length / 2 ? cut.slice(space + 1) : cut)}`;
}

/** Half of a surrogate pair at a cut would be shown as a box. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
}

function signsOf({ flag, block, evidence, address }: Mark): Sign[] {
  if (address !== undefined) return [{ what: 'link', words: address }];
  const signs: Sign[] = [];
  for (const { what, block: where, span } of evidence) {
    const words = keepStart(clean(where.passage.text.slice(span.start, span.end)), SIGN_MAX);
    if (words !== '' && !signs.some((sign) => sign.what === what && sign.words === words)) signs.push({ what, words });
  }
  const said = clean(block.passage.text.slice(flag.span.start, flag.span.end));
  // What stands nearby tells nothing where it is the mark itself or has been shown as another sign.
  const telling = signs.filter(
    ({ what, words }) =>
      what !== 'context' ||
      (words !== said && !signs.some((other) => other.what !== 'context' && other.words === words)),
  );
  if (telling.length === 0 && flag.kind === 'framing' && flag.stance === 'adopted') {
    telling.push({ what: 'none', words: '' });
  }
  return telling;
}

function squeeze(text: string): string {
  return visible(text).replace(/\s+/g, ' ');
}

/** One line, without the quotation marks around it: whoever shows it sets its own. */
function clean(text: string): string {
  const line = squeeze(text).trim();
  const [, inner] = /^[«„“"](.*)[»“”"]$/.exec(line) ?? [];
  return inner !== undefined && !/[«»„“”"]/.test(inner) ? inner : line;
}
