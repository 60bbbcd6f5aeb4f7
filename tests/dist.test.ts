import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import source from '../manifest.json' with { type: 'json' };
import pkg from '../package.json' with { type: 'json' };
import { libraries } from '../scripts/licences.mjs';
import { pack, zipPath } from '../scripts/pack';

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const PAGE_SCRIPT = 'src/page/main.iife.js';
const ARTICLE_SCRIPTS = ['src/page/article.js', 'src/page/engine.js'];

/**
 * What a reader pays, in bytes: the first script runs in every page, the second in those that are read; the zip is
 * downloaded once. Tables of six languages, notes in two, and the rules for the browser of them are most of the zip.
 */
const PAGE_SCRIPT_MAX = 10_000;
const ARTICLE_MAX = 256 * 1024;
const ARTICLE_GZIP_MAX = 96 * 1024;
/** All that the popup loads; two thirds of it are the texts of six languages: it must not wait for a choice of one. */
const POPUP_GZIP_MAX = 108 * 1024;
const ZIP_MAX = 2.5 * 1024 * 1024;

describe.each(['chrome', 'firefox'] as const)('the build for %s', (target) => {
  const folder = join('dist', target);
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const manifest = () => JSON.parse(read('manifest.json'));

  it('is there (npm run package makes it)', () => {
    expect(names).toContain(join(folder, 'manifest.json'));
    expect(existsSync(zipPath(target))).toBe(true);
  });

  it('asks for exactly the permissions that PERMISSIONS.md explains', () => {
    const built = manifest();
    expect(built.permissions).toEqual([...source.permissions, ...(target === 'chrome' ? ['sidePanel'] : [])]);
    expect(built.host_permissions).toEqual(source.host_permissions);
    expect(
      Object.keys(built)
        .filter((key) => /permission|externally|web_accessible/.test(key))
        .sort(),
    ).toEqual(['host_permissions', 'permissions']);
    const explained = readFileSync('PERMISSIONS.md', 'utf8');
    for (const permission of [...built.permissions, ...built.host_permissions])
      expect(explained).toContain(`\`${permission}\``);
  });

  it('declares one small classic script for web pages, and no style sheet', () => {
    expect(manifest().content_scripts).toEqual([
      {
        matches: ['http://*/*', 'https://*/*'],
        js: [PAGE_SCRIPT],
        run_at: 'document_idle',
        all_frames: false,
      },
    ]);
  });

  it('keeps its own pages under a strict policy', () => {
    expect(manifest().content_security_policy).toEqual({ extension_pages: CSP });
  });

  it('has the keys of its own browser only', () => {
    const {
      background,
      browser_specific_settings: gecko,
      minimum_chrome_version: least,
      version,
      ...rest
    } = manifest();
    const { side_panel: side, sidebar_action: bar } = rest;
    expect(version).toBe(pkg.version);
    if (target === 'chrome') {
      expect(Object.keys(background)).toEqual(['service_worker', 'type']);
      expect([gecko, least]).toEqual([undefined, source.minimum_chrome_version]);
      expect([side, bar]).toEqual([source.side_panel, undefined]);
    } else {
      expect(Object.keys(background)).toEqual(['scripts', 'type']);
      expect(gecko.gecko.data_collection_permissions).toEqual({ required: ['none'] });
      expect(least).toBeUndefined();
      expect([side, bar]).toEqual([undefined, source.sidebar_action]);
    }
  });

  it('names no file of another origin', () => {
    const loads = /(?:src|href|@import|url\()\s*=?\s*["'(]?\s*(?:https?:)?\/\//;
    const found = names.filter((name) => /\.(html|css)$/.test(name) && loads.test(readFileSync(name, 'utf8')));
    expect(found).toEqual([]);
  });

  it('is small', () => {
    expect(statSync(join(folder, PAGE_SCRIPT)).size).toBeLessThan(PAGE_SCRIPT_MAX);
    const article = Buffer.concat(ARTICLE_SCRIPTS.map((name) => readFileSync(join(folder, name))));
    expect(article.length).toBeLessThan(ARTICLE_MAX);
    expect(gzipSync(article).length).toBeLessThan(ARTICLE_GZIP_MAX);
    const popup = [...read('src/ui/popup/index.html').matchAll(/(?:src|href)="\/([^"]+)"/g)].map(
      ([, name = '']) => name,
    );
    expect(popup.length).toBeGreaterThan(3);
    const weight = popup.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
    expect(weight).toBeLessThan(POPUP_GZIP_MAX);
    expect(readFileSync(zipPath(target)).length).toBeLessThan(ZIP_MAX);
  });

  it('passes on the licences of what is in it', () => {
    const licences = read('LICENSES.txt');
    expect(licences).toContain('GNU GENERAL PUBLIC LICENSE');
    for (const { name, version, license } of libraries())
      expect(licences).toContain(`\n${name} ${version} (${license})\n\n`);
  });

  it('is zipped whole, the same each time', { timeout: 30_000 }, () => {
    const zip = readFileSync(zipPath(target));
    expect(Buffer.compare(zip, pack(folder))).toBe(0);
    expect(Object.keys(unzipSync(zip))).toEqual(names.map((name) => name.slice(folder.length + 1)).sort());
  });

  it('holds no path of the machine that made it', () => {
    const here = process.cwd();
    expect(names.filter((name) => readFileSync(name).includes(here))).toEqual([]);
  });
});
