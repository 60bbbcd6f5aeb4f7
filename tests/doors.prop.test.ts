/** Every door, whatever comes in: nothing is thrown, nothing changes, nothing comes out that is not of its kind. */
import { isDeepStrictEqual } from 'node:util';
import { assertNoPoisoning } from '@fast-check/poisoning';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { almost, anything, RUNS } from './anything';
import { fake } from './fake-browser';

vi.mock('../src/shared/browser', async () => ({ browser: (await import('./fake-browser')).fake.browser }));

import { fromPage } from '../src/background/doors';
import { readReports } from '../src/cli/triage-read';
import { LexiconError, parseFile } from '../src/lexicon/schema';
import type { Runtime } from '../src/shared/browser';
import { isToPage } from '../src/shared/messages';
import { parseReport } from '../src/shared/report';
import { textOf } from '../src/shared/report-text';
import { defaults, parseSettings, type Settings } from '../src/shared/settings';
import '../src/shared/texts';
import { addressOf, askState, NoAnswer, placeOf, selectionIn } from '../src/ui/ask';
import { packUp, unpack } from '../src/ui/data/parcel';
import { exclusions, MESSAGES, PAGE, QUESTIONS, REPORTS, SENDERS, STRANGERS } from './fixtures/door-samples';

const check = <T extends [unknown, ...unknown[]]>(property: fc.IProperty<T>, share = 1): void =>
  fc.assert(property, { numRuns: Math.ceil(RUNS * share) });
const checkAsync = <T extends [unknown, ...unknown[]]>(property: fc.IAsyncProperty<T>, share = 1): Promise<void> =>
  fc.assert(property, { numRuns: Math.ceil(RUNS * share) });

const said = fc.oneof(anything, almost(MESSAGES), almost(QUESTIONS));
const sender = fc.oneof(
  fc.constantFrom(...SENDERS, ...STRANGERS),
  anything,
  almost(SENDERS),
) as fc.Arbitrary<Runtime.MessageSender>;

vi.setConfig({ testTimeout: 30_000 + 10 * RUNS });
// What tests are run with is not ours; Node makes some of its own objects when they are first asked for.
afterEach(() =>
  assertNoPoisoning({
    ignoredRootRegex: /^(?:__vitest|(?:browser|ruporEarly|AbortController|Blob|TextEncoder|TextDecoder)$)/,
  }),
);

describe('the door of the background', () => {
  beforeAll(async () => {
    await import('../src/background/main');
    fake.reset();
  });

  it('hears of anything what it knows, and the same of what it has heard', () => {
    check(
      fc.property(said, sender, (message, who) => {
        const heard = fromPage(message, who);
        return !heard || isDeepStrictEqual(fromPage(heard.message, who), heard);
      }),
    );
  });

  it('hears nothing from whoever is no page', () => {
    check(
      fc.property(fc.oneof(said, fc.constantFrom(...MESSAGES)), fc.constantFrom(...STRANGERS), (message, who) => {
        return fromPage(message, who as Runtime.MessageSender) === undefined;
      }),
      0.3,
    );
  });

  it('answers nothing and does nothing for what it has not heard', () => {
    check(
      fc.property(fc.oneof(said, fc.constantFrom(...MESSAGES)), sender, (message, who) => {
        fc.pre(fromPage(message, who) === undefined);
        const answers = fake.tell('runtime.onMessage', message, who);
        return answers.length === 1 && answers[0] === undefined && fake.acts.length === 0;
      }),
    );
  });

  it('hears every sample of a message, so that the properties above are about something', () => {
    for (const message of MESSAGES)
      for (const who of SENDERS) expect(fromPage(message, who as never)).toMatchObject({ message });
  });
});

describe('the door of a page’s script', () => {
  it('knows its messages, and throws at nothing', () => {
    check(
      fc.property(said, (message) => void isToPage(message)),
      0.5,
    );
    for (const question of QUESTIONS) expect(isToPage(question)).toBe(true);
  });
});

describe('answers of a page', () => {
  const answer = fc.oneof(anything, almost([PAGE]));
  const tab = { id: 7, url: 'https://news.example/1' };

  it('are shown as what they may be, or not at all', async () => {
    await checkAsync(
      fc.asyncProperty(answer, async (page) => {
        fake.plan('tabs.sendMessage', { instead: page });
        const shown = await askState(tab).catch((problem) => problem);
        if (shown instanceof Error) {
          expect(shown).toEqual(new NoAnswer('nonsense'));
          return;
        }
        expect(shown.host).toBe('news.example');
        if (shown.state !== 'list') return;
        for (const { references, title } of shown.rows) {
          expect(title.length).toBeLessThanOrEqual(200);
          for (const { url } of references) expect(new URL(url).protocol).toBe('https:');
        }
      }),
      0.2,
    );
  });

  it('to other questions are refused with the same one word', async () => {
    const questions = [() => placeOf(7, 1), () => selectionIn(7), () => addressOf(7)];
    await checkAsync(
      fc.asyncProperty(fc.constantFrom(...questions), anything, async (ask, said) => {
        fake.plan('tabs.sendMessage', { instead: said });
        const shown = await ask().catch((problem) => problem);
        if (shown instanceof Error) expect(shown).toEqual(new NoAnswer('nonsense'));
        else if (shown !== undefined) expect(JSON.stringify(shown).length).toBeLessThan(8000);
      }),
      0.3,
    );
  });
});

describe('what is stored', () => {
  const full: Settings = { ...defaults, offSites: ['news.example'], exclusions, pausedUntil: 5 };

  it('is read as settings, and those as they are', () => {
    check(
      fc.property(fc.oneof(anything, almost([full])), (kept) => {
        const settings = parseSettings(kept);
        const again = parseSettings(JSON.parse(JSON.stringify(settings)));
        // What cannot be written as a date would break the page that shows it.
        const times = [settings.pausedUntil, ...settings.exclusions.map(({ at }) => at)];
        return (
          isDeepStrictEqual(again, settings) &&
          Object.keys(settings).join() === Object.keys(defaults).join() &&
          times.every((at) => new Date(at).toISOString() !== '')
        );
      }),
    );
  });

  it('is a report or none, and the report is read as it is', () => {
    check(
      fc.property(fc.oneof(anything, almost(REPORTS)), (kept) => {
        const report = parseReport(kept);
        if (!report) return;
        expect(parseReport(report)).toEqual(report);
        new Date(report.at).toISOString();
        expect(textOf(report).length).toBeLessThan(4000);
      }),
      0.5,
    );
    for (const report of REPORTS) expect(parseReport(report)).toEqual(report);
  });
});

describe('files', () => {
  const inJson = (value: unknown): string => {
    try {
      return JSON.stringify(value) ?? '';
    } catch {
      return String(Object.prototype.toString.call(value));
    }
  };
  const parcel = JSON.parse(packUp({ ...defaults, exclusions }, REPORTS, 0).text);

  it('of choices are taken or refused, and what is taken is kept as it is', () => {
    check(
      fc.property(fc.oneof(fc.string(), fc.oneof(anything, almost([parcel])).map(inJson)), (text) => {
        const unpacked = unpack(text);
        if ('taken' in unpacked)
          expect(parseSettings({ ...defaults, ...unpacked.taken.choices })).toMatchObject(unpacked.taken.choices);
      }),
      0.1,
    );
    expect(unpack(JSON.stringify(parcel))).toHaveProperty('taken');
  });

  it.each(['__proto__', 'constructor', 'prototype'])('of choices reach no object of a program by %s', (name) => {
    const text = inJson({ ...parcel, settings: { ...parcel.settings, look: { a: 1 } } }).replace('"a"', `"${name}"`);
    expect(unpack(text)).toEqual({ refused: { why: 'unknown', path: `settings.look.${name}` } });
  });

  it('of records and of reports are read, or refused with a sentence', async () => {
    const text = fc.oneof(fc.string(), fc.oneof(anything, almost(REPORTS)).map(inJson));
    const faultsOf = async (text: string): Promise<readonly string[]> => {
      const open = async function* () {
        yield new TextEncoder().encode(text);
      };
      return (await readReports([{ name: 'sample.json', format: 'text', open }])).faults;
    };
    await checkAsync(
      fc.asyncProperty(text, async (line) => {
        for (const fault of await faultsOf(line)) expect(fault).toMatch(/^sample\.json.*[.…]$/);
      }),
      0.05,
    );
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(await faultsOf(deep)).toEqual(['sample.json, report 1: nested deeper than any report is. Not read.']);
  });

  it('of the lexicon are read, or refused with the place', () => {
    const yaml = fc.oneof(fc.string({ unit: fc.constantFrom(...'[]{}:-&*<>!|%@"\'#, \nab') }), anything.map(inJson));
    check(
      fc.property(fc.constantFrom('outlets', 'classes', 'cues', 'hosts'), yaml, (folder, text) => {
        try {
          parseFile(folder as 'outlets', 'sample.yml', text);
        } catch (problem) {
          expect(problem).toBeInstanceOf(LexiconError);
          expect(String(problem)).toMatch(/sample\.yml:\d+: /);
        }
      }),
      0.1,
    );
  });
});
