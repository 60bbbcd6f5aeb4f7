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
  '.xhtml': 'html',
  '.mhtml': 'html',
  '.mht': 'html',
  '.txt': 'text',
};
/** A text or page is held in memory as a whole; more than this is no article. */
const DOCUMENT_MAX_BYTES = 100 * 1024 * 1024;
/** Where a page has to name its encoding by the HTML standard. */
const CHARSET_WITHIN_BYTES = 1024;
/** A page with its pictures in one file of mail, as some browsers save it. */
const MAIL_HEADS = [/^MIME-Version:/imu, /^From: <?Saved by/imu];
/** Bytes of a feed that are read at once: a job for a worker, some hundred records. */
const CHUNK_BYTES = 256 * 1024;

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
      return inputOf(name, format, terminal.stdin);
    }),
  );
}

/** What a file's name says of its format; undefined where it says nothing. */
export function formatOf(name: string): Format | undefined {
  return BY_EXTENSION[extname(name).toLowerCase()];
}

/** An input of this name, which is not looked at before it is opened. */
export function inputOf(name: string, format: Format | undefined, stdin: AsyncIterable<Uint8Array>): Input {
  return {
    name,
    format: format ?? formatOf(name) ?? 'text',
    open: () => (name === '-' ? stdin : createReadStream(name, { highWaterMark: CHUNK_BYTES })),
  };
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

/**
 * The whole input as text: in the encoding given, in UTF-16 with its mark, in the one that a page names, else in UTF-8.
 * A byte order mark is not part of it.
 */
export async function readDocument(input: Input, encoding?: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of input.open()) {
    size += piece.length;
    if (size > DOCUMENT_MAX_BYTES) throw new Refusal(`${input.name} is larger than 100 MB; split it.`, EXIT.broken);
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  const named = encoding ?? markOf(bytes) ?? ((input.format === 'html' && charsetOf(bytes)) || 'utf-8');
  let text: string;
  try {
    text = new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${input.name} is not in ${named.toUpperCase()}; save it in UTF-8.`, EXIT.broken);
  }
  if (input.format === 'html' && isMail(text)) {
    throw new Refusal(`${input.name} is a page in MHTML; save it as HTML (one file, or the page alone).`, EXIT.broken);
  }
  return text;
}

function markOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

function charsetOf(bytes: Buffer): string | undefined {
  const head = bytes.subarray(0, CHARSET_WITHIN_BYTES).toString('latin1');
  const named =
    /^\s*<\?xml\s[^>]*encoding\s*=\s*["']([\w-]+)/iu.exec(head) ??
    /<meta\s[^<>]*charset\s*=\s*(?:["']\s*)?([\w-]+)/i.exec(head);
  return named?.[1];
}

function isMail(text: string): boolean {
  const head = text.slice(0, CHARSET_WITHIN_BYTES);
  return !head.trimStart().startsWith('<') && MAIL_HEADS.some((line) => line.test(head));
}
