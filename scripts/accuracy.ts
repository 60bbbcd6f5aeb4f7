/**
 * `npm run accuracy`: measures the marks on the corpus beside the repository and writes the table that the options page
 * shows, and the one in docs/accuracy.md. Only counts come here; the texts stay where they are.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { call } from '../src/cli/called';
import { evalCommand } from '../src/cli/eval-command';
import { KINDS, LANGS } from '../src/engine/types';
import { lexiconVersion } from '../src/lexicon';
import type { AccuracyTable } from '../src/ui/options/accuracy';
import { withFigures } from './accuracy-rows';

const CORPUS = '../shared/corpus/dev.jsonl';
const TABLE = 'src/ui/options/accuracy.json';
const PAGE = 'docs/accuracy.md';

const Counts = v.object({ gold: v.number(), predicted: v.number(), tp: v.number() });
const Card = v.object({ texts: v.number(), metrics: v.record(v.string(), Counts) });

async function measure(): Promise<AccuracyTable> {
  const { exit, out, err } = await call(evalCommand, [CORPUS, '--json']);
  if (exit !== 0) throw new Error(err);
  const card = v.parse(Card, JSON.parse(out));
  const langs = readFileSync(CORPUS, 'utf8')
    .trim()
    .split('\n')
    .map((line) => v.parse(v.object({ lang: v.string() }), JSON.parse(line)).lang);
  const rows = LANGS.flatMap((lang) =>
    (['all', ...KINDS] as const).flatMap((kind) => {
      const counts = card.metrics[kind === 'all' ? `lang:${lang}` : `lang:${lang}/${kind}`];
      if (!counts) return [];
      const texts = langs.filter((one) => one === lang).length;
      return [{ lang, kind, texts, gold: counts.gold, found: counts.predicted, right: counts.tp }];
    }),
  );
  return { measured: new Date().toISOString().slice(0, 10), lexicon: lexiconVersion, texts: card.texts, rows };
}

if (existsSync(CORPUS)) {
  const table = await measure();
  writeFileSync(TABLE, `${JSON.stringify(table, null, 2)}\n`);
  writeFileSync(PAGE, withFigures(readFileSync(PAGE, 'utf8'), table));
  process.stdout.write(`${TABLE} and ${PAGE} are written.\n`);
} else {
  process.stderr.write(`${CORPUS} is not there: the corpus is kept beside the repository. Nothing is changed.\n`);
  process.exitCode = 1;
}
