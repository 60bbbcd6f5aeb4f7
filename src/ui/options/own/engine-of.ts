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
  await import(/* @vite-ignore */ browser.runtime.getURL(`lexicon/${name}.js`));
  const { ruporFiles = {} } = globalThis as Files;
  const parts = ruporFiles[name];
  if (!parts) throw new Error(`${name} did not come`);
  delete ruporFiles[name];
  return createEngine(wholeOf(parts) as Tables);
}
