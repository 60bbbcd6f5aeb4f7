/**
 * The gate of a release, on the texts marked by hand that are kept beside the repository and not in it. Where they are
 * not there, these tests are counted as skipped.
 */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { call } from '../src/cli/called';
import { evalCommand } from '../src/cli/eval-command';
import { passagesOf } from '../src/cli/gold';
import { engineFor } from '../src/cli/strictness';
import { notesIn } from '../src/lexicon/disk';
import { NOTE_LANGUAGES, noteOf } from '../src/lexicon/note';
import published from '../src/ui/options/accuracy.json' with { type: 'json' };

const CORPUS = '../shared/corpus/dev.jsonl';
/** Least precision of all marks and of sources: a false alarm costs more than a miss. */
const LEAST = { all: 0.95, 'state-media': 0.97 };
/** The published figures may be off by this much before a release is stopped; `npm run accuracy` publishes new ones. */
const DROP_MAX = 0.005;

const Metric = v.object({ gold: v.number(), predicted: v.number(), tp: v.number() });
const Card = v.object({ texts: v.number(), metrics: v.record(v.string(), Metric) });
type Shares = { readonly precision: number; readonly recall: number };

/** @returns precision and recall of everything, and of each kind, as the options page tells them */
function publishedShares(kind: string): Shares {
  const rows = published.rows.filter((row) => row.kind === kind);
  const sum = (of: 'gold' | 'found' | 'right') => rows.reduce((all, row) => all + row[of], 0);
  return { precision: sum('right') / sum('found'), recall: sum('right') / sum('gold') };
}

describe.skipIf(!existsSync(CORPUS))('on texts marked by hand (skipped where there are none)', () => {
  it('is as precise as a reader needs, and as it is published', { timeout: 60_000 }, async () => {
    const { out, err } = await call(evalCommand, [CORPUS, '--json']);
    expect(err).toBe('');
    const { texts, metrics } = v.parse(Card, JSON.parse(out));
    expect(texts).toBe(published.texts);
    for (const [kind, key] of [
      ['all', 'all'],
      ...['state-media', 'official', 'framing'].map((one) => [one, `kind:${one}`] as const),
    ] as const) {
      const metric = metrics[key];
      if (!metric) throw new Error(`no figure called ${key} among ${Object.keys(metrics).slice(0, 20).join(', ')}`);
      const now = { precision: metric.tp / metric.predicted, recall: metric.tp / metric.gold };
      const told = publishedShares(kind);
      if (kind === 'all' || kind === 'state-media') expect(now.precision).toBeGreaterThanOrEqual(LEAST[kind]);
      expect(now.precision, `precision of ${kind}`).toBeGreaterThanOrEqual(told.precision - DROP_MAX);
      expect(now.recall, `recall of ${kind}`).toBeGreaterThanOrEqual(told.recall - DROP_MAX);
    }
  });

  it('shows no mark without evidence, an explanation in both languages and a reference', { timeout: 60_000 }, () => {
    const engine = engineFor('wide');
    const notes = NOTE_LANGUAGES.map((language) => notesIn(language));
    const lines = readFileSync(CORPUS, 'utf8').trim().split('\n');
    const flags = lines.flatMap((line) => {
      const record = JSON.parse(line);
      return engine.scan(passagesOf(record).map(({ passage }) => passage)).flags;
    });
    expect(flags.length).toBeGreaterThan(300);
    for (const { entry, kind, stance, because } of flags) {
      // Wording in the article's own voice rests on itself.
      if (kind !== 'framing' || stance !== 'adopted') expect(because.length, entry).toBeGreaterThan(0);
      for (const known of notes) {
        const note = noteOf(known, entry);
        expect(note?.note, entry).toBeTruthy();
        expect(
          note?.references?.every(({ url }) => /^https?:\/\//.test(url)),
          entry,
        ).toBe(true);
        expect(note?.references?.length, entry).toBeGreaterThan(0);
      }
    }
  });
});
