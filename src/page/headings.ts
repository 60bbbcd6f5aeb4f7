/** The parts that a page's own headings make of it, and which mark is in which. */
import { elementAround, nameOf } from './dom';
import type { Entry } from './entries';
import { blockOf, roleOf } from './gist';

const HEADING = /^h[1-6]$/;

/**
 * The text of the heading over each mark, by the mark's number; a mark under the page's title alone has none.
 * @param entries in document order
 */
export function headingsOf(entries: readonly Entry[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  let heading: string | undefined;
  for (const { block, anchor, marks } of entries) {
    const level = roleOf(block) === 'headline' ? levelAt(anchor) : undefined;
    if (level !== undefined) heading = level === 'h1' ? undefined : blockOf(block).passage.text;
    for (const { id } of marks) if (heading !== undefined) found.set(id, heading);
  }
  return found;
}

/** The name of the heading that a text stands in; undefined where a page calls something else its headline. */
function levelAt(anchor: Node): string | undefined {
  for (let element = elementAround(anchor); element; element = elementAround(element)) {
    const name = nameOf(element);
    if (HEADING.test(name)) return name;
  }
  return undefined;
}
