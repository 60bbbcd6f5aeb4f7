import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import manifest from '../manifest.json' with { type: 'json' };
import pkg from '../package.json' with { type: 'json' };
import { manifestFor } from '../vite.config';

const LANGUAGES = ['uk', 'en'] as const;
const IMAGES = 'store/images';

const text = (most: number, least = 1) => v.pipe(v.string(), v.trim(), v.minLength(least), v.maxLength(most));
/** The narrowest limit of the three stores for each field, in characters. */
const LISTING = v.strictObject({
  name: text(45),
  single_purpose: text(132, 40),
  description: text(10_000, 250),
  whats_new: text(3000),
  permissions: v.record(v.string(), text(1000, 40)),
  data: text(1000, 100),
  remote_code: text(1000, 2),
  notes: v.optional(text(2000, 250)),
  search_terms: v.pipe(v.array(text(30)), v.maxLength(7)),
});

const read = (path: string): string => readFileSync(path, 'utf8');
const listing = (language: string) => v.parse(LISTING, parse(read(`store/${language}.yml`)));
const messages = (language: string) => JSON.parse(read(`public/_locales/${language}/messages.json`));

/** Width, height and colour type of a PNG, as its header has them. */
function png(path: string) {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), colour: bytes[25] };
}

describe.each(LANGUAGES)('the store text in %s', (language) => {
  it('fits every form', () => {
    const { search_terms: terms, notes } = listing(language);
    expect(terms.join(' ').split(' ').length).toBeLessThanOrEqual(21);
    expect(notes !== undefined).toBe(language === 'en');
  });

  it('has one sentence for what Rupor is for, wherever it is said', () => {
    const { name, single_purpose: purpose } = listing(language);
    expect(messages(language).description.message).toBe(purpose);
    expect(messages(language).name.message).toBe(name);
    if (language === 'en') {
      expect(read('README.md').split('\n')).toContain(purpose);
      expect(pkg.description).toBe(purpose);
    }
  });

  it('gives a reason for each permission, and for none that Rupor lacks', () => {
    const { permissions } = listing(language);
    // Chrome's has all of Firefox's, and one more.
    const { permissions: asked } = v.parse(v.object({ permissions: v.array(v.string()) }), manifestFor('chrome'));
    expect(Object.keys(permissions).sort()).toEqual([...asked, 'hosts'].sort());
  });

  it('promises no verdict and no certainty', () => {
    expect(JSON.stringify(listing(language))).not.toMatch(/100 ?%|№ ?1|\bbest\b|guarantee|найкращ|гаранту/i);
  });
});

describe('the reasons for permissions', () => {
  /** What the reason turns on, in both files. */
  const GIST: Record<string, readonly string[]> = {
    contextMenus: ['Not this…', 'Report a missed passage', 'Switch Rupor off here'],
    scripting: ['second script', 'style sheet', 'news'],
    storage: ['choices', 'reports', 'in this browser only', 'Not synchronised'],
    sidePanel: ['list of marks', 'beside the page'],
    hosts: ['small script', 'decides', 'reads nothing further', 'The text stays in the page'],
  };
  const explained = read('PERMISSIONS.md').replace(/\s+/g, ' ');
  const paragraph = (name: string) => {
    const heading = name === 'hosts' ? '## Reading and marking web pages' : `## \`${name}\``;
    return explained.split(heading)[1]?.split('## ')[0] ?? '';
  };

  it.each(Object.keys(GIST))('say the same of %s as PERMISSIONS.md', (name) => {
    const reason = listing('en').permissions[name];
    for (const part of GIST[name] ?? []) {
      expect(paragraph(name)).toContain(part);
      expect(reason).toContain(part);
    }
  });

  it('are compared for all of them', () => {
    expect(Object.keys(GIST).sort()).toEqual(Object.keys(listing('en').permissions).sort());
  });
});

describe('what is said of data', () => {
  it('is that there is none, in the manifest and in the forms', () => {
    expect(manifest.browser_specific_settings.gecko.data_collection_permissions).toEqual({ required: ['none'] });
    expect(read('store/README.md')).toContain('`data_collection_permissions: none`');
    expect(listing('en').data).toMatch(/^Rupor collects nothing and sends nothing\./);
    expect(read('PRIVACY.md')).toContain('Rupor collects nothing and sends nothing.');
    expect(listing('en').remote_code).toMatch(/^No\./);
  });
});

describe('the pictures', () => {
  const SIZES: Record<string, readonly [number, number]> = { tile: [440, 280], marquee: [1400, 560] };
  const files = readdirSync(IMAGES).sort();

  it.each(LANGUAGES)('are five and two tiles in %s', (language) => {
    const own = files.filter((name) => name.endsWith(`-${language}.png`));
    expect(own.filter((name) => name.startsWith('tile-') || name.startsWith('marquee-'))).toHaveLength(2);
    expect(own).toHaveLength(7);
  });

  it.each(files)('%s has the size that the stores ask, and no transparency', (name) => {
    const [width, height] = SIZES[name.split('-')[0] ?? ''] ?? [1280, 800];
    expect(png(join(IMAGES, name))).toEqual({ width, height, colour: 2 });
  });

  it('are light together', () => {
    const bytes = files.reduce((sum, name) => sum + statSync(join(IMAGES, name)).size, 0);
    expect(bytes).toBeLessThan(3 * 1024 * 1024);
  });

  it.each(Object.entries(manifest.icons))('have an icon of %s pixels', (size, path) => {
    expect(png(join('public', path))).toMatchObject({ width: Number(size), height: Number(size) });
    expect(Object.keys(manifest.icons)).toEqual(['16', '32', '48', '128']);
  });
});
