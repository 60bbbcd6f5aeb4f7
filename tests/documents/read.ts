/** The documents of the repository as a reader meets them: commands to type, links to follow. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import GithubSlugger from 'github-slugger';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as textOf } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { visit } from 'unist-util-visit';

/** A command as a document has it, without prompt and comment. */
export type Command = {
  /** File and line. */
  readonly place: string;
  readonly line: string;
  /** What the document says that it prints; `…` stands for anything. */
  readonly prints?: string;
};

/** A link to something in the repository. */
export type Link = { readonly place: string; readonly path: string; readonly anchor: string };

export type Document = {
  readonly path: string;
  readonly text: string;
  readonly commands: readonly Command[];
  readonly links: readonly Link[];
  /** What an address may end in, behind `#`. */
  readonly anchors: ReadonlySet<string>;
};

const FOLDERS = ['docs', 'store', 'src', 'tests', '.github'];
/** A program that documents let one run, where a command begins. */
const RUNS = /^(?:[A-Z_]+=\S+ )*(?:.*\| *)?(?:npm|npx|node|parallel) /;
const PROMPT = '$ ';

/** Every document, those of node_modules aside. */
export function readDocuments(): Document[] {
  const inFolder = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name).replaceAll('\\', '/'));
  const root = readdirSync('.');
  const paths = [...root, ...FOLDERS.filter((folder) => root.includes(folder)).flatMap(inFolder)];
  return paths
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => readDocument(path, readFileSync(path, 'utf8')));
}

/** @param path from the root of the repository */
export function readDocument(path: string, text: string): Document {
  const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const commands: Command[] = [];
  const links: Link[] = [];
  const anchors = new Set<string>();
  const slugger = new GithubSlugger();
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 0;
    const place = `${path}:${line}`;
    if (node.type === 'heading') anchors.add(slugger.slug(textOf(node)));
    else if (node.type === 'inlineCode') commands.push(...commandsOf(node.value, path, line));
    else if (node.type === 'code') commands.push(...commandsOf(node.value, path, line + 1));
    else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const [target = '', anchor = ''] = node.url.split('#');
      if (!/^[a-z]+:/.test(node.url)) links.push({ place, path: target, anchor });
    }
  });
  return { path, text, commands, links, anchors };
}

/** The commands of a piece of code. Where it has prompts, what stands behind the lines with one is what they print. */
function commandsOf(code: string, path: string, first: number): Command[] {
  const lines = code.replaceAll('\\\n', '  ').split('\n');
  const prompted = lines.some((line) => line.startsWith(PROMPT));
  return lines.flatMap((whole, at): Command[] => {
    if (prompted && !whole.startsWith(PROMPT)) return [];
    const place = `${path}:${first + at}`;
    const line = whole
      .replace(/^\$ /, '')
      .replace(/\s+#\s.*$/, '')
      .replace(/\s{2,}/g, ' ')
      .trim();
    const parts = line.split(/ && (?=[^']*(?:'[^']*'[^']*)*$)/).filter((part) => RUNS.test(part));
    if (!prompted) return parts.map((part) => ({ place, line: part }));
    const rest = lines.slice(at + 1);
    const next = rest.findIndex((other) => other.startsWith(PROMPT));
    const prints = rest
      .slice(0, next < 0 ? undefined : next)
      .join('\n')
      .trim();
    return parts.map((part) => (prints === '' ? { place, line: part } : { place, line: part, prints }));
  });
}

/** Is it the form of a command rather than one to type: `scan -- [FILE…]`? */
export const isUsage = ({ line }: Command): boolean => / \[[^\]]*[|\]-]/.test(line) && !line.includes("'");
