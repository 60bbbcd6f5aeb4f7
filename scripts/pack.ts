/** Packs dist/chrome and dist/firefox into zips that come out the same on every machine. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import pkg from '../package.json' with { type: 'json' };
import { ROOT } from './setup.mjs';

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

export const zipPath = (target: string) => join(ROOT, `dist/rupor-${target}-${pkg.version}.zip`);

/** Unpacks the zip of a browser. @returns a new folder, the caller's to remove */
export function unpack(target: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'rupor-'));
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zipPath(target))))) {
    mkdirSync(join(folder, dirname(name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

if (process.argv[1]?.endsWith('pack.ts')) {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  for (const target of ['chrome', 'firefox']) {
    const zip = pack(join(ROOT, 'dist', target));
    writeFileSync(zipPath(target), zip);
    console.log(`${zipPath(target)} ${(zip.length / 1024).toFixed(0)} kB`);
  }
}
