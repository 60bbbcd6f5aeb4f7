import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { cmd } from 'web-ext';
import { launchBare } from '../scripts/browsers.mjs';
import { unpack, zipPath } from '../scripts/pack';

/** A look at the whole package takes the linter some seconds, and a browser as many to start. */
const PATIENCE = { timeout: 120_000 };

describe('the check of addons.mozilla.org', () => {
  it('finds no error, warning or notice, and asks no network', PATIENCE, async () => {
    const asked = vi.spyOn(Socket.prototype, 'connect');
    const options = { output: 'none', warningsAsErrors: true, artifactsDir: 'dist' } as const;
    const found = await cmd.lint({ ...options, sourceDir: zipPath('firefox') }, { shouldExitProgram: false });
    expect([...found.errors, ...found.warnings, ...found.notices]).toEqual([]);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe('Chromium in developer mode', () => {
  let browser: Awaited<ReturnType<typeof launchBare>>;
  const folders: string[] = [];
  beforeAll(async () => {
    browser = await launchBare('chrome');
  }, PATIENCE.timeout);
  afterAll(async () => {
    await browser.close();
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  /** What it says of a manifest, once the extension is in. */
  async function complaints(change: object): Promise<string[]> {
    const folder = unpack('chrome');
    folders.push(folder);
    const path = join(folder, 'manifest.json');
    writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
    const page = await browser.newPage();
    await page.goto('chrome://extensions/');
    // It keeps what it finds in developer mode alone.
    await page.evaluate(() => chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }));
    const id = await browser.installExtension(folder);
    return page.evaluate(async (extension) => {
      const info = await chrome.developerPrivate.getExtensionInfo(extension);
      return [...info.manifestErrors, ...info.runtimeErrors].map(({ message }) => message);
    }, id);
  }

  it('knows every key and permission of the manifest', PATIENCE, async () => {
    expect(await complaints({})).toEqual([]);
  });

  it('would say so of one that it does not know', PATIENCE, async () => {
    expect(await complaints({ sidebar_action: {} })).toEqual(["Unrecognized manifest key 'sidebar_action'."]);
  });
});
