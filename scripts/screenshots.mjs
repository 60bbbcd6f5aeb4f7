// `npm run screenshots`: pictures of every surface and state, light and dark, in Ukrainian and English.
// `npm run screenshots -- popup options-look` takes those whose names begin so; `-- --store` those for the stores.
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, checkNode, installBrowsers, installModules, ROOT, stop } from './setup.mjs';

checkNode();
installModules();
installBrowsers(['chrome']);
const { launch } = await import('./browsers.mjs');
const { serve } = await import('./serve.mjs');
const { GROUND, SURFACES } = await import('./surfaces.mjs');
const { takeStorePictures } = await import('./store-pictures.mjs');

const FOLDER = join(ROOT, 'docs/images');
/** Letters and lines stay sharp; a picture takes a third of what it would as PNG. */
const QUALITY = 60;
/** Long enough for a card to open and for what fades in to have come. */
const SETTLE_MS = 600;

const isStore = process.argv.includes('--store');
const wanted = process.argv.slice(2).filter((word) => word !== '--store');
const surfaces = SURFACES.filter(({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start)));
if (surfaces.length === 0) stop(`There is no such surface. There are: ${SURFACES.map(({ name }) => name).join(', ')}.`);

build('chrome');
mkdirSync(FOLDER, { recursive: true });
const server = await serve(GROUND.folder, GROUND.pages);
// A name that nobody can have, instead of a number (RFC 2606).
const args = ['--host-resolver-rules=MAP news.example 127.0.0.1'];
const rupor = await launch('chrome', { extension: join(ROOT, 'dist/chrome'), args: isStore ? args : [] });
await rupor.desk();
if (isStore) await takeStorePictures({ rupor, origin: server.origin.replace('127.0.0.1', 'news.example') });
for (const language of isStore ? [] : ['uk', 'en']) {
  for (const theme of ['light', 'dark']) {
    for (const { name, isWhole = false, open } of surfaces) {
      const before = await rupor.pages();
      const choices = { language, look: { theme } };
      const page = await open({ rupor, origin: server.origin, choices });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
      await new Promise((done) => setTimeout(done, SETTLE_MS));
      const path = join(FOLDER, `${name}-${language}-${theme}.webp`);
      await page.screenshot({ path: /** @type {`${string}.webp`} */ (path), quality: QUALITY, fullPage: isWhole });
      console.log(relative(ROOT, path));
      for (const opened of await rupor.pages()) if (!before.includes(opened)) await opened.close();
    }
  }
}
await rupor.close();
server.close();
