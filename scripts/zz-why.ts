import { build } from 'vite';
import { savedPages } from './pages/saved';
import { openBare, serveSaved } from './pages/visit';
const [what = 'recall', ...names] = process.argv.slice(2);
const built = (await build({ root: '/tmp/w/collect/main', configFile: false, logLevel: 'error', build: { write: false, lib: { entry: '/tmp/collect-dbg/probe.ts', formats: ['iife'], name: 'p' } } })) as any;
const code = built[0].output[0].code;
const pages = savedPages('/tmp/collect-rd').filter((p) => names.includes(p.name));
const s = await serveSaved(pages);
const bare = await openBare('chrome');
for (const p of pages) {
  await bare.see(s.expected(p.name));
  const expected = `${p.title}\n${await bare.page.evaluate(() => document.body.innerText)}`;
  await bare.see(s.still(p.name));
  await bare.page.evaluate(code);
  console.log(`### ${p.name}`);
  console.log(await bare.page.evaluate(`why(${JSON.stringify(expected)}, ${JSON.stringify(what)})`));
}
await bare.close(); s.close();
