/** The passage that the reader has selected, for a report of what was missed. Nothing of fields, editors and hidden parts. */
import type { Selection as Selected } from '../shared/messages';
import { CONTEXT_MAX, QUOTE_MAX } from '../shared/report-limits';
import { around, dataOf, elementAround, holds, isBefore, isElement, treeOf } from './dom';
import { languageOf, sentenceAround } from './sentence';
import { visible } from './visible';

/** Text nodes that are looked at from the beginning of the selection's paragraph; what is reported has far fewer. */
const NODES_MAX = 2000;
/** Text of the page that is gathered. UTF-16 units. */
const TEXT_MAX = 20_000;
const CLOSED =
  'input, textarea, select, script, style, noscript, [role="textbox"], [contenteditable]:not([contenteditable="false" i])';

/** @returns undefined where nothing is selected, or nothing that may be told */
export function selected(): Selected | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || document.designMode === 'on') return undefined;
  const gathered = gather(selection.getRangeAt(0));
  if (!gathered) return undefined;
  const { text, start, end } = gathered;
  const mark = text.slice(start, Math.min(end, start + QUOTE_MAX));
  if (mark.trim() === '') return undefined;
  const near = { start: Math.max(0, start - CONTEXT_MAX), end: start + mark.length + CONTEXT_MAX };
  const around = text.slice(near.start, near.end);
  const at = { start: start - near.start, end: start - near.start + mark.length };
  const sentence = sentenceAround(around, at);
  const before = line(around.slice(sentence.start, at.start)).trimStart();
  const after = line(around.slice(at.end, sentence.end)).trimEnd();
  // White space that was selected stands outside of the words.
  const words = line(mark);
  return {
    before: words.startsWith(' ') && before !== '' ? `${before.trimEnd()} ` : before,
    mark: words.trim(),
    after: words.endsWith(' ') && after !== '' ? ` ${after.trimStart()}` : after,
    lang: languageOf(around),
  };
}

type Gathered = { readonly text: string; readonly start: number; readonly end: number };

/** The text of the paragraphs that the range is in, and where in it the range is. */
function gather(range: Range): Gathered | undefined {
  const first = blockOf(range.startContainer);
  const last = blockOf(range.endContainer);
  if (!first || !last) return undefined;
  const walker = document.createTreeWalker(treeOf(first), NodeFilter.SHOW_TEXT);
  walker.currentNode = first;
  let text = '';
  let start: number | undefined;
  let end = 0;
  let block: Element | undefined;
  for (let steps = 0; steps < NODES_MAX && text.length < TEXT_MAX; steps++) {
    const node = walker.nextNode() as Text | null;
    if (!node || (!holds(last, node) && isBefore(last, node))) break;
    if (!isOpen(node)) continue;
    const now = blockOf(node);
    if (block && now !== block) text += ' ';
    block = now;
    const data = dataOf(node);
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : data.length;
    if (from < to && range.intersectsNode(node)) {
      start ??= text.length + from;
      end = text.length + to;
    }
    text += data;
  }
  return start === undefined ? undefined : { text, start, end };
}

/** May its words be told? Not what one writes oneself, nor what cannot be seen. */
function isOpen(node: Text): boolean {
  const element = elementAround(node);
  return element !== null && !around(element, CLOSED) && Element.prototype.checkVisibility.call(element);
}

function blockOf(node: Node): Element | undefined {
  let element = isElement(node) ? node : elementAround(node);
  while (element && getComputedStyle(element).display.startsWith('inline')) element = elementAround(element);
  return element ?? undefined;
}

const line = (text: string): string => visible(text).replace(/\s+/g, ' ');
