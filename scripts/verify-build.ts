/**
 * Builds the extension again in other folders, under other clocks, languages and rights, and compares the zips with
 * those in dist byte by byte. `--once`: in one such place (npm test); otherwise in all of them.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { sumOf, TARGETS, zipPath } from './pack';
import { ROOT, stop } from './setup.mjs';

/** All that a build reads: a build that needs more fails here. */
const SOURCES = [
  ...['LICENSE', 'NOTICE', 'manifest.json', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'],
  ...['public', 'scripts', 'src'],
];
const MADE = /node_modules|lexicon[\\/]generated/;

/** Each differs from the others, and from an ordinary machine, in all that a careless build takes in. */
const PLACES = [
  { folder: 'тека з пропусками', TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', umask: 0o077 },
  { folder: 'a/much/deeper/folder', TZ: 'America/St_Johns', LC_ALL: 'C', umask: 0o002 },
] as const;

type Place = (typeof PLACES)[number];

/** Builds and packs a copy of the project in a place. @returns the copy's root */
function buildIn(place: Place, above: string): string {
  const root = join(above, place.folder);
  mkdirSync(root, { recursive: true });
  for (const name of SOURCES)
    cpSync(join(ROOT, name), join(root, name), {
      recursive: true,
      filter: (path) => !MADE.test(path.slice(ROOT.length)),
    });
  symlinkSync(join(ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  const { TZ, LC_ALL } = place;
  const env = { ...process.env, TZ, LC_ALL, LANG: LC_ALL, LANGUAGE: '' };
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const commands = [
    ...TARGETS.map((target) => [vite, 'build', '--mode', target, '--logLevel', 'warn']),
    ['--import', 'tsx', 'scripts/pack.ts'],
  ];
  for (const words of commands) {
    const run = spawnSync(process.execPath, words, { cwd: root, env, encoding: 'utf8' });
    if (run.status !== 0) stop(`${run.stdout}${run.stderr}\nThe build in another folder failed: see above.`);
  }
  return root;
}

for (const target of TARGETS) {
  if (!existsSync(zipPath(target)))
    stop(`There is no ${basename(zipPath(target))} in dist yet: npm run package makes it.`);
}
const places = process.argv.includes('--once') ? PLACES.slice(0, 1) : PLACES;
let differ = 0;
for (const place of places) {
  const above = mkdtempSync(join(tmpdir(), 'rupor-'));
  const before = process.umask(place.umask);
  try {
    const root = buildIn(place, above);
    for (const target of TARGETS) {
      const [here, there] = [sumOf(zipPath(target)), sumOf(zipPath(target, root))];
      if (here !== there) differ += 1;
      const where = `TZ=${place.TZ} LC_ALL=${place.LC_ALL} umask=${place.umask.toString(8)}`;
      console.log(
        `${there}  ${basename(zipPath(target))}  ${here === there ? 'equal' : `DIFFERS from ${here}`}  ${where}`,
      );
    }
  } finally {
    process.umask(before);
    rmSync(above, { recursive: true, force: true });
  }
}
if (differ > 0) stop(`${differ} zips differ: the build takes something of its machine in.`);
