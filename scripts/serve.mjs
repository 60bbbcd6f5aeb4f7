// A small web server on this machine for the demo and the tests: files of one folder, and pages made by the caller.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.pdf': 'application/pdf',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/** @typedef {string | { readonly body: string, readonly headers: Readonly<Record<string, string>> }} Made a page, or one with headers of its own */

/**
 * @param {string} folder
 * @param {Readonly<Record<string, Made>>} [pages] made pages by path, such as { '/seed.html': '<!doctype html>…' }
 * @param {Record<string, string>} [headers] sent with every answer
 */
export async function serve(folder, pages = {}, headers = {}) {
  /** @type {{ path: string, origin: string | undefined }[]} every request, with the origin that asked */
  const requests = [];
  /** @type {string[]} paths that a script asked for (fetch and the like), rather than a document */
  const byScript = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    requests.push({ path, origin: request.headers.origin });
    if (request.headers['sec-fetch-dest'] === 'empty') byScript.push(path);
    try {
      // normalize() of an absolute path cannot climb above its root, so `..` stays inside the folder.
      const made = pages[path] ?? (await readFile(join(folder, normalize(path))));
      const own = typeof made === 'object' && 'body' in made ? made : { body: made, headers: {} };
      const type = TYPES[extname(path)] ?? 'application/octet-stream';
      response.writeHead(200, { ...headers, 'content-type': type, ...own.headers }).end(own.body);
    } catch {
      response.writeHead(404).end(); // No such file.
    }
  });
  await /** @type {Promise<void>} */ (new Promise((ready) => server.listen(0, '127.0.0.1', ready)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    byScript,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
