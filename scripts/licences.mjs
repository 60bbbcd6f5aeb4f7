// The libraries that the extension carries, as package-lock.json knows them, and their licences.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.mjs';

/** @typedef {{ readonly version?: string, readonly license?: string, readonly dependencies?: Readonly<Record<string, string>> }} Locked */
/** @typedef {{ readonly name: string, readonly version: string, readonly license: string }} Library */

/** Types alone: nothing of them is built in. @param {string} name */
const isTypes = (name) => name.startsWith('@types/');

/** @returns {readonly Library[]} what is built in: `dependencies` and theirs, by name */
export function libraries() {
  /** @type {{ packages: Record<string, Locked> }} */
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  /** @type {Map<string, Library>} */
  const found = new Map();
  /** @param {Locked | undefined} of */
  const add = (of) => {
    for (const name of Object.keys(of?.dependencies ?? {})) {
      const locked = packages[`node_modules/${name}`];
      if (found.has(name) || isTypes(name)) continue;
      const { version = '', license = '' } = locked ?? {};
      found.set(name, { name, version, license });
      add(locked);
    }
  };
  add(packages['']);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The text of a library's licence; some packages name it and have no file of it. @param {string} name */
function licenceText(name) {
  const folder = join(ROOT, 'node_modules', name);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file) return readFileSync(join(folder, file), 'utf8').trim();
  const path = join(folder, 'package.json');
  /** @type {{ author?: string | { name: string } }} */
  const { author } = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  return author ? `Copyright (c) ${typeof author === 'string' ? author : author.name}` : '';
}

/** What goes into the package beside the code: our notice and licence, and what each library asks to be passed on. */
export function licencesFile() {
  const parts = libraries().map((library) =>
    [`${library.name} ${library.version} (${library.license})`, licenceText(library.name)].filter(Boolean).join('\n\n'),
  );
  const own = ['NOTICE', 'LICENSE'].map((name) => readFileSync(join(ROOT, name), 'utf8').trim());
  return `${[...own, ...parts].join(`\n\n${'='.repeat(80)}\n\n`)}\n`.replaceAll('\r\n', '\n');
}
