/** The engine that pages are read with, for the sample. Its tables lie in the package as scripts of their own. */
import { type BareEngine, createEngine, type Tables } from '../../../engine';
import type { Lang } from '../../../engine/types';
import { wholeOf } from '../../../lexicon';
import { browser } from '../../../shared/browser';

type Files = { ruporFiles?: Record<string, readonly string[]> };

const engines = new Map<Lang, Promise<BareEngine>>();

/** The engine of a language, opened once. @throws where its tables do not come */
export function engineOf(lang: Lang): Promise<BareEngine> {
  const known = engines.get(lang) ?? open(lang);
  engines.set(lang, known);
  return known;
}

async function open(lang: Lang): Promise<BareEngine> {
  const name = `tables-${lang}`;
  await run(browser.runtime.getURL(`lexicon/${name}.js`));
  const { ruporFiles = {} } = globalThis as Files;
  const parts = ruporFiles[name];
  if (!parts) throw new Error(`${name} did not come`);
  delete ruporFiles[name];
  return createEngine(wholeOf(parts) as Tables);
}

/** Runs a script of the package. An `import()` would do it as well, and could bring anything: the build allows none. */
function run(address: string): Promise<void> {
  const script = document.createElement('script');
  script.src = address;
  return new Promise((done, fail) => {
    script.addEventListener('load', () => done());
    script.addEventListener('error', () => fail(new Error(`${address} did not come`)));
    document.head.append(script);
  });
}
