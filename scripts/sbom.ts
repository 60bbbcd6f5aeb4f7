/**
 * `npm run sbom`: all packages that Rupor is built of and with (those that only build it are marked as such), as
 * CycloneDX, from package-lock.json. The same lock file gives the same bytes.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pkg from '../package.json' with { type: 'json' };
import { ROOT, stop } from './setup.mjs';

type Component = { readonly name: string; readonly version: string; readonly 'bom-ref': string };
export type Sbom = {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly serialNumber: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly (Component & { readonly hashes?: readonly { alg: string; content: string }[] })[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
};

/** A name for these very packages, in the form of a random one (RFC 9562, version 8). */
function serialOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @returns what npm makes of the lock file, without the time, the tool and the folder's name */
export function sbom(): Sbom {
  const words = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application'];
  const windows = process.platform === 'win32';
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: windows } as const;
  const run = spawnSync(windows ? 'npm.cmd' : 'npm', words, options);
  if (run.status !== 0) stop(`npm sbom failed: ${run.stderr}`);
  const made = JSON.parse(run.stdout) as Sbom;
  const serialNumber = serialOf(JSON.stringify([made.components, made.dependencies]));
  return { ...made, serialNumber, metadata: { component: { ...made.metadata.component, name: pkg.name } } };
}

if (process.argv[1]?.endsWith('sbom.ts')) {
  const made = sbom();
  const name = `dist/rupor-sbom-${pkg.version}.cdx.json`;
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  writeFileSync(join(ROOT, name), `${JSON.stringify(made, null, 1)}\n`);
  console.log(`${name}: ${made.components.length} packages`);
}
