// `npm run demo`: builds, serves a sample article, opens it with the extension. Works right after a clone.
// With a display the browser stays open; without one (or with --headless) it prints a table and takes pictures.
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build, checkNode, findBrowser, installBrowsers, installModules, ROOT, stop } from './setup.mjs';

const USAGE = 'Usage: npm run demo -- [--firefox] [--headless]';

function options() {
  const flag = /** @type {const} */ ({ type: 'boolean', default: false });
  try {
    return parseArgs({ options: { firefox: flag, headless: flag, help: flag } }).values;
  } catch (error) {
    return stop(`${/** @type {Error} */ (error).message}\n${USAGE}`);
  }
}

checkNode();
const asked = options();
if (asked.help) {
  console.log(USAGE);
  process.exit(0);
}
installModules();
/** @type {import('./setup.mjs').Browser} */
const kind = asked.firefox || (!findBrowser('chrome') && findBrowser('firefox')) ? 'firefox' : 'chrome';
installBrowsers([kind]);

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const headless = !hasDisplay || asked.headless;

build(kind);

const { launch } = await import('./browsers.mjs');
const { serve } = await import('./serve.mjs');
const server = await serve(join(ROOT, 'demo'));
const article = `${server.origin}/article.uk.html`;
const rupor = await launch(kind, { headless, extension: join(ROOT, 'dist', kind) });

if (headless) {
  const { show } = await import('./shots.mjs');
  const folder = join(ROOT, 'dist/demo');
  mkdirSync(folder, { recursive: true });
  const pictures = await show(rupor, article, folder);
  console.log(`Pictures: ${pictures.map((path) => relative(ROOT, path)).join(', ')}`);
  await rupor.close();
  server.close();
} else {
  const [first] = await rupor.pages();
  await (first ?? (await rupor.browser.newPage())).goto(article);
  console.log(`${article} is open. Hover a mark, or press Rupor's button. Close the browser to end.`);
  rupor.browser.once('disconnected', () => server.close());
}
