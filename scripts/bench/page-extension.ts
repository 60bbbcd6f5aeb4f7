/** The extension as it is packed, built anew; and a script of the same size that does nothing. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ROOT } from '../setup.mjs';

export type Extension = {
  /** Where it lies. */
  readonly folder: string;
  /** Bytes of the scripts that run in every page. */
  readonly first: number;
  remove(): void;
};

/** Builds the extension into a folder of its own: what is measured is what the sources say now. */
export function buildExtension(): Extension {
  const folder = mkdtempSync(join(tmpdir(), 'rupor-bench-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const options = ['build', '--mode', 'chrome', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'];
  const { status, stderr } = spawnSync(process.execPath, [vite, ...options], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`the build failed: ${stderr}`);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    content_scripts: readonly { readonly js: readonly string[] }[];
  };
  const scripts = manifest.content_scripts.flatMap(({ js }) => js);
  const first = scripts.reduce((total, path) => total + statSync(join(folder, path)).size, 0);
  return { folder, first, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const POPUP = 'src/ui/popup/index.html';

/** An extension whose popup is a sentence without style or script: what the browser takes for any popup. @returns its folder */
export function barePopup(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rupor-bare-'));
  mkdirSync(join(folder, dirname(POPUP)), { recursive: true });
  const sentence = 'A sentence that is painted at once. '.repeat(4);
  writeFileSync(
    join(folder, POPUP),
    `<!doctype html><body style="width: 360px"><p class="flag">${sentence}</p></body>`,
  );
  const manifest = { manifest_version: 3, name: 'bare', version: '1', action: { default_popup: POPUP } };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

/** An extension whose one script is a string of so many bytes. @returns its folder */
export function inertExtension(bytes: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'rupor-inert-'));
  const before = 'globalThis.inert = "';
  const script = `${before}${'a'.repeat(bytes - before.length - 2)}";`;
  writeFileSync(join(folder, 'inert.js'), script);
  const manifest = {
    manifest_version: 3,
    name: 'inert',
    version: '1',
    content_scripts: [{ matches: ['http://*/*'], js: ['inert.js'], run_at: 'document_idle' }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
