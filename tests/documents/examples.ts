/** The examples of a document: its blocks of code, each with what the document says that it prints. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fromMarkdown } from 'mdast-util-from-markdown';

export type Example = {
  /** File and line. */
  readonly place: string;
  /** Name of the file that it is run as. */
  readonly name: string;
  readonly code: string;
  /** Undefined for a file that others use. */
  readonly prints?: string;
};

/** A block that begins with the comment `// NAME` is that file; what a program prints stands behind a line «prints». */
export function examplesOf(path: string): Example[] {
  const nodes = fromMarkdown(readFileSync(path)).children;
  return nodes.flatMap((node, at): Example[] => {
    if (node.type !== 'code' || !/^[jt]s$/.test(node.lang ?? '')) return [];
    const line = node.position?.start.line ?? 0;
    const place = `${path}:${line}`;
    const name = /^\/\/ (\S+\.[jt]s)\n/.exec(node.value)?.[1] ?? `${basename(path, '.md')}-${line}.${node.lang}`;
    const [says, output] = [nodes[at + 1], nodes[at + 2]];
    const isSaid =
      says?.type === 'paragraph' && says.children[0]?.type === 'text' && says.children[0].value === 'prints';
    if (!isSaid || output?.type !== 'code') return [{ place, name, code: node.value }];
    return [{ place, name, code: node.value, prints: `${output.value}\n` }];
  });
}
