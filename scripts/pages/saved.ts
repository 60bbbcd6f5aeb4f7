/** The saved real pages: the test pages of mozilla/readability, fetched for the run and never committed. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../setup.mjs';

const REPOSITORY = 'https://github.com/mozilla/readability.git';
/** One known state of them, so that two runs read the same pages. */
const COMMIT = 'ab4027a8b37669745016869a37a504727992b2ba';
const INSIDE = 'test/test-pages';
const CACHE = join(ROOT, '.cache/readability');

/** A page as it was saved, with what readability's own tests expect of it. */
export type Saved = {
  readonly name: string;
  readonly source: string;
  /** The article as readability cuts it out. */
  readonly expected: string;
  readonly title: string;
  /** Readability's own verdict, where it has one. */
  readonly readerable: boolean | undefined;
};

/**
 * Every saved page, by name.
 * @param folder of page folders (`NAME/source.html`), or of a clone of readability; without it they are fetched once
 */
export function savedPages(folder: string | undefined): Saved[] {
  const given = folder ?? fetched();
  const root = existsSync(join(given, INSIDE)) ? join(given, INSIDE) : given;
  return readdirSync(root)
    .filter((name) => existsSync(join(root, name, 'source.html')))
    .map((name) => {
      const read = (file: string): string => readFileSync(join(root, name, file), 'utf8');
      const { title, readerable } = JSON.parse(read('expected-metadata.json')) as {
        title?: string | null;
        readerable?: boolean;
      };
      return { name, source: read('source.html'), expected: read('expected.html'), title: title ?? '', readerable };
    });
}

/** Only the commit and only the folder: 20 MB instead of the whole history. */
function fetched(): string {
  const git = (...args: string[]): void => {
    execFileSync('git', ['-C', CACHE, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  };
  if (!existsSync(join(CACHE, INSIDE))) {
    execFileSync('git', ['init', '--quiet', CACHE]);
    git('sparse-checkout', 'set', INSIDE);
    git('fetch', '--quiet', '--depth=1', '--filter=blob:none', REPOSITORY, COMMIT);
    git('-c', 'remote.origin.promisor=true', '-c', `remote.origin.url=${REPOSITORY}`, 'checkout', '--quiet', COMMIT);
  }
  return CACHE;
}
