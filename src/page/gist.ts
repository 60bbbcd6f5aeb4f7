/** A block of a long page without its text: the page still has it. Most blocks hold nothing, and are never looked at again. */
import type { PassageRole } from '../engine/types';
import { asSpaces, type Block, type Piece } from './collect';
import { dataOf } from './dom';

/** `length` in UTF-16 units. */
export type Gist = {
  readonly role: PassageRole;
  readonly pieces: readonly Piece[];
  readonly length: number;
  readonly hash: number;
};

export function gistOf({ passage: { text, role = 'body' }, pieces }: Block): Gist {
  return { role, pieces, length: text.length, hash: hashOf(text) };
}

/** The block, with the text that the page has in its place now. */
export function blockOf(of: Block | Gist): Block {
  if ('passage' in of) return of;
  const { role, pieces, length } = of;
  let text = '';
  // What stands between two pieces is a line break; a text that has become shorter keeps its room.
  for (const { node, at, from, length: own } of pieces) {
    text = text.padEnd(at, '\n') + asSpaces(dataOf(node).slice(from, from + own));
  }
  return { passage: { text: text.padEnd(length, '\n'), role }, pieces };
}

export const roleOf = (of: Block | Gist): PassageRole | undefined => ('passage' in of ? of.passage.role : of.role);

/** Was this the text when the block was read? */
export function isText(of: Block | Gist, text: string): boolean {
  if ('passage' in of) return of.passage.text === text;
  return of.length === text.length && of.hash === hashOf(text);
}

const FACTOR = 0x01000193;
/** As many bits as an integer has that takes no room of its own. */
const SPARE = 2;

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FACTOR);
  return hash >> SPARE;
}
