// `npm run demo`: builds, serves a sample article, opens it with the extension. Works right after a clone.
// With a display the browser stays open; without one (or with --headless) it prints a table and takes pictures.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkNode, findBrowser, installBrowsers, installModules, ROOT, stop } from './setup.mjs';

checkNode();
installModules();
/** @type {import('./setup.mjs').Browser} */
const kind =
  process.argv.includes('--firefox') || (!findBrowser('chrome') && findBrowser('firefox')) ? 'firefox' : 'chrome';
installBrowsers([kind]);

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
/** `npm run screenshots`: the pictures of the README. */
const forReadme = process.argv.includes('--screenshots');
const headless = !hasDisplay || forReadme || process.argv.includes('--headless');

console.log(`Building the extension for ${kind} …`);
const vite = [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--mode', kind, '--logLevel', 'warn'];
const build = spawnSync(process.execPath, vite, { cwd: ROOT, encoding: 'utf8' });
if (build.status !== 0) stop(`${build.stdout}${build.stderr}\nThe build failed: see above.`);

const { launch } = await import('./browsers.mjs');
const { serve } = await import('./serve.mjs');
const server = await serve(join(ROOT, 'demo'));
const article = `${server.origin}/article.uk.html`;
const rupor = await launch(kind, { headless, extension: join(ROOT, 'dist', kind) });

if (headless) {
  const { show } = await import('./shots.mjs');
  const folder = join(ROOT, forReadme ? 'docs/images' : 'dist/demo');
  mkdirSync(folder, { recursive: true });
  const pictures = await show(rupor, article, folder);
  console.log(`Pictures: ${pictures.map((path) => relative(ROOT, path)).join(', ')}`);
  await rupor.close();
  server.close();
} else {
  const [first] = await rupor.browser.pages();
  await (first ?? (await rupor.browser.newPage())).goto(article);
  console.log(`${article} is open. Hover a mark, or press Rupor's button. Close the browser to end.`);
  rupor.browser.once('disconnected', () => server.close());
}
