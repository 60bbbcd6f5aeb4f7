/** Packs dist/chrome and dist/firefox into zips that come out the same on every machine. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import pkg from '../package.json' with { type: 'json' };
import { ROOT, stop } from './setup.mjs';

/** The first day a zip can name: a file's real time would make each build's zip differ. Local time, as zips have it. */
const EPOCH = new Date(1980, 0, 1);

/** @returns a zip of the folder: sorted, without times, without anything of this machine */
export function pack(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
  const files: Zippable = {};
  for (const name of names) files[name] = [readFileSync(join(folder, name)), { mtime: EPOCH, level: 9 }];
  return zipSync(files);
}

export const TARGETS = ['chrome', 'firefox'] as const;
export type Target = (typeof TARGETS)[number];

/** @param root of the copy of the project whose zip is meant */
export const zipPath = (target: Target, root = ROOT) => join(root, `dist/rupor-${target}-${pkg.version}.zip`);

/** @returns a file's SHA-256, as `sha256sum` writes it */
export const sumOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** Unpacks the zip of a browser. @returns a new folder, the caller's to remove */
export function unpack(target: Target): string {
  const folder = mkdtempSync(join(tmpdir(), 'rupor-'));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zipPath(target))))) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

if (process.argv[1]?.endsWith('pack.ts')) {
  for (const target of TARGETS) {
    const folder = join(ROOT, 'dist', target);
    if (!existsSync(folder)) stop(`dist/${target} is not there: npm run package builds it.`);
    const zip = pack(folder);
    const path = zipPath(target);
    writeFileSync(path, zip);
    console.log(`${sumOf(path)}  ${basename(path)}  ${(zip.length / 1024).toFixed(0)} kB`);
  }
}
