// What `npm run demo` and `npm test` need, made ready right after a clone. Plain Node: nothing is installed yet.
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

/** @typedef {'chrome' | 'firefox'} Browser */

/** Ends the program with one sentence. @param {string} sentence @returns {never} */
export function stop(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(`Rupor needs Node 20.19 or newer (this is ${process.versions.node}): install it from https://nodejs.org.`);
  }
}

/** @param {string} path @returns {{ packages: Record<string, { version?: string, optional?: boolean }> }} */
const readLock = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** Is everything that the lock names installed, in its version? Packages for other platforms are optional. */
function isInstalled() {
  const hidden = join(ROOT, 'node_modules/.package-lock.json');
  if (!existsSync(hidden)) return false;
  const have = readLock(hidden).packages;
  return Object.entries(readLock(join(ROOT, 'package-lock.json')).packages).every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  );
}

export function installModules() {
  if (isInstalled()) return;
  console.log('Installing the packages of package-lock.json (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // How old a package must be (.npmrc) is asked when it is taken into the lock file, which names it by its sum.
  const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) stop('npm ci failed: see its message above; it needs a network and about 300 MB of disk.');
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false; // Not there, or not for us: the next candidate is tried.
  }
}

/** @type {Record<Browser, { env: string, names: string[], places: string[], apt: string, title: string }>} */
const BROWSERS = {
  chrome: {
    env: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge', 'brave-browser'],
    places: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
    apt: 'chromium',
    title: 'Chromium or Chrome',
  },
  firefox: {
    env: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
    places: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
    apt: 'firefox-esr',
    title: 'Firefox',
  },
};

/** @param {Browser} browser @returns {string | undefined} the path of its program */
export function findBrowser(browser) {
  const { env, names, places } = BROWSERS[browser];
  const given = process.env[env];
  if (given) return isExecutable(given) ? given : stop(`${env} is ${given}, where there is no program.`);
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find(isExecutable);
}

/** Fonts with Cyrillic, so that screenshots show letters. */
const FONTS = ['fonts-dejavu-core', 'fonts-noto-core'];

/** Installs Debian packages where it may (root, apt-get); what it could not is seen by its absence. @param {string[]} packages */
function install(packages) {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return;
  console.log(`Installing ${packages.join(' ')} (apt-get) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @param {string[]} words */
  const apt = (words) => execFileSync('/usr/bin/apt-get', words, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    apt(['update', '-qq']);
    apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  } catch {
    // Its own message is on the screen already.
  }
}

/** GNU parallel, which one test needs; where it cannot be had, that test is left out by name. */
export function installParallel() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  if (!folders.some((folder) => isExecutable(join(folder, 'parallel')))) install(['parallel']);
}

/** Finds the browsers asked for; installs what is missing where it may (root, apt-get). @param {Browser[]} wanted */
export function installBrowsers(wanted) {
  const missing = wanted.filter((browser) => !findBrowser(browser));
  if (missing.length === 0) return;
  install([...missing.map((browser) => BROWSERS[browser].apt), ...FONTS]);
  const still = missing.filter((browser) => !findBrowser(browser));
  if (still.length === 0) return;
  const hints = still.map((browser) => `${BROWSERS[browser].title} (or set ${BROWSERS[browser].env})`).join(' and ');
  const debian = still.map((browser) => BROWSERS[browser].apt).join(' ');
  stop(`Install ${hints}; on Debian: sudo apt-get install ${debian}.`);
}

/** Builds the extension into dist/<browser>. @param {Browser} browser */
export function build(browser) {
  console.log(`Building the extension for ${browser} …`);
  const vite = [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--mode', browser, '--logLevel', 'warn'];
  const run = spawnSync(process.execPath, vite, { cwd: ROOT, encoding: 'utf8' });
  if (run.status !== 0) stop(`${run.stdout}${run.stderr}\nThe build failed: see above.`);
}
