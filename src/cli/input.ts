import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { EXIT, Refusal, type Terminal } from './terminal';

export const FORMATS = ['text', 'html', 'ndjson'] as const;
export type Format = (typeof FORMATS)[number];

/** One file or the standard input, not yet opened. */
export type Input = {
  /** As the reader gave it; `-` is the standard input. */
  readonly name: string;
  readonly format: Format;
  open(): AsyncIterable<Uint8Array>;
};

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.html': 'html',
  '.htm': 'html',
};
/** A text or page is held in memory as a whole; more than this is no article. */
const DOCUMENT_MAX_BYTES = 100 * 1024 * 1024;
/** Where a page has to name its encoding by the HTML standard. */
const CHARSET_WITHIN_BYTES = 1024;

/** The inputs named, or the standard input; refuses a file that is missing before anything is read. */
export async function inputs(
  names: readonly string[],
  format: Format | undefined,
  terminal: Terminal,
): Promise<Input[]> {
  if (names.length === 0 && terminal.isKeyboard) {
    throw new Refusal('Nothing to read: name a file, or pipe a text in.', EXIT.usage);
  }
  if (names.filter((name) => name === '-').length > 1) {
    throw new Refusal('The standard input (-) can be read only once.', EXIT.usage);
  }
  const wanted = names.length === 0 ? ['-'] : names;
  return Promise.all(
    wanted.map(async (name) => {
      if (name !== '-') await mustBeReadable(name);
      return {
        name,
        format: format ?? BY_EXTENSION[extname(name).toLowerCase()] ?? 'text',
        open: () => (name === '-' ? terminal.stdin : createReadStream(name)),
      };
    }),
  );
}

async function mustBeReadable(name: string): Promise<void> {
  const found = await stat(name).catch(() => undefined);
  if (!found) throw new Refusal(`There is no file ${name}.`, EXIT.usage);
  if (found.isDirectory()) throw new Refusal(`${name} is a folder; name the files in it.`, EXIT.usage);
  const allowed = await access(name, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!allowed) throw new Refusal(`${name} may not be read by this user.`, EXIT.usage);
}

/** The whole input as text: UTF-8, or for a page the encoding that it names. A byte order mark is not part of it. */
export async function readDocument(input: Input): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input.open()) {
    size += piece.length;
    if (size > DOCUMENT_MAX_BYTES) throw new Refusal(`${input.name} is larger than 100 MB; split it.`, EXIT.broken);
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  const encoding = (input.format === 'html' && charsetOf(bytes)) || 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${input.name} is not in ${encoding.toUpperCase()}; save it in UTF-8.`, EXIT.broken);
  }
}

function charsetOf(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, CHARSET_WITHIN_BYTES).toString('latin1');
  return /<meta\s[^>]*charset\s*=\s*["']?\s*([\w-]+)/iu.exec(head)?.[1];
}
