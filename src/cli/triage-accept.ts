/**
 * Accepted reports become proofs of their entry. The sentence is put into the file's text at its place and nothing else
 * is touched: comments, order and layout stay as their authors left them.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLSeq } from 'yaml';
import type { Lang } from '../engine/types';
import { EXIT, Refusal } from './terminal';

/** A sentence that must be marked with the entry (`fires`), or must not (`silent`). */
export type Promised = {
  readonly entry: string;
  readonly lang: Lang;
  readonly side: 'fires' | 'silent';
  readonly sentence: string;
};

/** Folders whose entries are proven. */
const FOLDERS = ['outlets', 'officials', 'narratives'];

/** What became of a promise: the file it stands in, and whether it stood there before. */
export type Kept = Promised & { readonly file: string; readonly isNew: boolean };

/**
 * Writes the promises into the lexicon; with `isDry` only says where they would stand. Nothing is written unless all of
 * them can be.
 * @param root folder of the lexicon's data
 */
export function accept(promises: readonly Promised[], root: string, isDry: boolean): readonly Kept[] {
  const texts = new Map<string, string>();
  const changed = new Set<string>();
  for (const file of FOLDERS.flatMap((folder) => filesIn(root, folder)))
    texts.set(file, readFileSync(join(root, file), 'utf8'));
  const kept = promises.map((promised) => {
    const file = [...texts.keys()].find((name) => holds(texts.get(name) ?? '', promised.entry));
    if (file === undefined) {
      throw new Refusal(
        `There is no entry ${promised.entry} in the lexicon that could promise it: name another with --entry.`,
        EXIT.usage,
      );
    }
    const before = texts.get(file) ?? '';
    const after = withProof(before, promised);
    texts.set(file, after);
    if (after !== before) changed.add(file);
    return { ...promised, file, isNew: after !== before };
  });
  if (!isDry) for (const file of changed) writeFileSync(join(root, file), texts.get(file) ?? '');
  return kept;
}

function filesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yml'))
    .map((name) => join(folder, name));
}

const holds = (text: string, entry: string): boolean => indexOf(text, entry) !== -1;

/** Where the entry begins. Ids are of a few letters, so that they can be looked for as they are. */
function indexOf(text: string, entry: string): number {
  return /^[a-z][a-z0-9_]*$/.test(entry) ? text.search(new RegExp(`^- id: ["']?${entry}["']?\\s*(#.*)?$`, 'mu')) : -1;
}

/** The file's text with the sentence among the proofs of its entry; the same text where it stands there already. */
export function withProof(text: string, { entry, lang, side, sentence }: Promised): string {
  const document = parseDocument(text);
  const entries = document.contents;
  const at = isSeq(entries) ? entries.items.findIndex((item) => isMap(item) && String(item.get('id')) === entry) : -1;
  const proofs = document.getIn([at, 'proofs', lang], true);
  if (!isMap(proofs)) {
    throw new Refusal(
      `${entry} has no words in ${lang} yet: write its forms and a first proof (docs/add-an-entry.md), then accept.`,
      EXIT.usage,
    );
  }
  const other = side === 'fires' ? 'silent' : 'fires';
  if (sentencesOf(proofs.get(other, true)).includes(sentence)) {
    throw new Refusal(
      `${entry} promises the opposite of «${sentence}» already (${lang}, ${other}): take that proof out first.`,
      EXIT.usage,
    );
  }
  const node = proofs.get(side, true) as Node | undefined;
  const before = sentencesOf(node);
  if (before.includes(sentence)) return text;
  const after = node && put(text, node, sentence, proofs.flow === true);
  const written = after === undefined ? undefined : parseDocument(after);
  const now = sentencesOf(written?.getIn([at, 'proofs', lang, side], true));
  // Whatever a sentence holds, and however the file is laid out: it is in, as it is, and nothing else is another.
  if (after === undefined || written?.errors.length !== 0 || now.join('\n') !== [...before, sentence].join('\n'))
    throw new Refusal(`The proofs of ${entry} in ${lang} could not be read back: add it by hand.`, EXIT.broken);
  return after;
}

function sentencesOf(node: unknown): string[] {
  if (isScalar(node)) return [String(node.value)];
  return isSeq(node) ? node.items.map((item) => (isScalar(item) ? String(item.value) : '')) : [];
}

/** Puts the sentence behind what stands there. */
function put(text: string, node: Node, sentence: string, isInline: boolean): string | undefined {
  const [start, end] = node.range ?? [];
  if (start === undefined || end === undefined) return undefined;
  // A JSON string is a YAML string: nothing in it can end it.
  const words = JSON.stringify(sentence);
  if (isSeq(node)) return intoList(text, node, words);
  const old = JSON.stringify(isScalar(node) ? String(node.value) : '');
  if (isInline) return `${text.slice(0, start)}[${old}, ${words}]${text.slice(end)}`;
  const line = text.lastIndexOf('\n', start) + 1;
  const indent = ' '.repeat(text.slice(line).search(/\S/) + 2);
  return `${text.slice(0, start).trimEnd()}\n${indent}- ${old}\n${indent}- ${words}${text.slice(end)}`;
}

function intoList(text: string, list: YAMLSeq, words: string): string | undefined {
  const last = list.items.at(-1) as Node | undefined;
  const [start, end] = last?.range ?? [];
  if (start === undefined || end === undefined) return undefined;
  if (list.flow) return `${text.slice(0, end)}, ${words}${text.slice(end)}`;
  const line = text.lastIndexOf('\n', start) + 1;
  const indent = text.slice(line).search(/\S/);
  return `${text.slice(0, end)}\n${' '.repeat(indent)}- ${words}${text.slice(end)}`;
}
