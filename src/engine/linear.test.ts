/** No text makes the engine slower than linear: twice the text costs about twice the time, on texts made to hurt it. */
import { describe, expect, it } from 'vitest';
import { PIECES } from '../../tests/pieces';
import { profiles } from '../lexicon';
import { tablesFor } from '../lexicon/disk';
import { createPolyglot } from '.';
import type { Lang, Passage } from './types';

const engine = createPolyglot(tablesFor, profiles);

/** What doubling may cost: 2, and something for memory that fits its cache no longer. */
const DOUBLING = 2.3;
/** Two doublings are measured at once: a square would cost 16 then, which no noise of the machine hides. */
const FOURFOLD = DOUBLING ** 2;
/** A busy machine makes single measurements worse, never the best of several: a round more is tried until it is fair. */
const ROUNDS = 20;
/** After so many milliseconds what is not yet fair will not become it. */
const PATIENCE = 5000;
/** The shorter text has so many units, and its piece so many times: enough for a square to show, and soon done. */
const UNITS = 6000;
const TIMES = 400;

type Cost = { readonly clock: number; readonly processor: number };

/** Milliseconds by the clock and of the processor: what else runs on the machine counts for the one, what else runs in this process for the other. */
function costOf(texts: readonly string[], lang: Lang): Cost {
  const passages = texts.map((text) => ({ text, lang }));
  const cpu = process.cpuUsage();
  const start = performance.now();
  engine.scan(passages);
  const clock = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { clock, processor: (user + system) / 1000 };
}

const least = (a: Cost, b: Cost): Cost => ({
  clock: Math.min(a.clock, b.clock),
  processor: Math.min(a.processor, b.processor),
});

/** The least that four texts cost against the least that one costs, measured in turns. */
function ratioOf(one: readonly string[], four: readonly string[], lang: Lang): number {
  let [less, more] = [costOf(one, lang), costOf(four, lang)];
  let ratio = Number.POSITIVE_INFINITY;
  const start = performance.now();
  for (let round = 0; round < ROUNDS && ratio > FOURFOLD; round += 1) {
    less = least(less, costOf(one, lang));
    more = least(more, costOf(four, lang));
    ratio = Math.min(more.clock / less.clock, more.processor / less.processor);
    if (performance.now() - start > PATIENCE) break;
  }
  return ratio;
}

/**
 * The fairer ratio of two sizes. Where the young objects outgrow their part of the heap, collecting them costs more at
 * once: one of the sizes may straddle that step. A square shows at both.
 * @param textOf passages of so many pieces
 */
function growthOf(textOf: (count: number) => readonly string[], count: number, lang: Lang): number {
  const near = ratioOf(textOf(count), textOf(4 * count), lang);
  return near <= FOURFOLD ? near : Math.min(near, ratioOf(textOf(3 * count), textOf(12 * count), lang));
}

const timesOf = (piece: string): number => Math.max(TIMES, Math.ceil(UNITS / piece.length));

describe('four times the text costs about four times the time', () => {
  it.each<[string, Lang, readonly string[]]>([
    ['repeated cues', 'uk', ['заявив ', 'за словами ', 'за його словами ', 'слова ']],
    ['repeated cues', 'de', ['sagte ', 'hat erklärt ', ', so Peskow gestern ', 'zufolge ']],
    ['repeated cues', 'en', ['said ', 'called ', 'quoted ', 'what Moscow called ', 'according to ']],
    ['repeated cues', 'fr', ['a dit ', 'a-t-il ajouté ', 'selon ', "comme l'affirme "]],
    ['repeated cues', 'pl', ['powiedział ', 'według ', 'jego zdaniem ']],
    ['repeated cues', 'ru', ['заявил ', 'по словам ', ', что ', 'министр иностранных дел РФ ']],
    [
      'speakers and pronouns',
      'uk',
      ['Лавров заявив. Він додав. ', 'міністр ', 'Російські ЗМІ повідомили. Лавров заявив. '],
    ],
    [
      'speakers and pronouns',
      'en',
      ['he said ', 'Russian state media reported. Lavrov said. ', 'TASS. ', 'the minister said '],
    ],
    ['lists of names', 'uk', ['Лавров, ', 'Лавров і ', 'Гончар ', 'ТАСС ']],
    ['commas and marks', 'uk', [', ', 'слово, ', '– ', '. ', '/ТАСС/ ', '(слово) ', '«(—:;“„"/- ', '\n']],
    ['quotation marks that open', 'uk', ['«', '«слово ', '«слово «слово» ', '"слово ', '„слово ', "'слово "]],
    ['small words', 'uk', ['що ', 'який ', 'не ', 'він ', 'і ', 'нібито ', 'вчора ']],
    ['wordings and patterns', 'uk', ['київський режим ', 'Зеленський ', 'Зеленський не ', 'так званий ']],
    ['invisible and broken letters', 'uk', ['\u00ad', 'и\u0306\u0301', 'Лaвpoв ', 'а-', "л'а "]],
    ['claims and answers', 'uk', ['Міф: так. ', 'Правда: ні. ', 'Це неправда. ', 'Фото: ']],
  ])(
    '%s (%s)',
    (_, lang, pieces) => {
      const ratios = pieces.map((piece) => {
        return [piece, growthOf((count) => [piece.repeat(count)], timesOf(piece), lang)];
      });
      expect(ratios.filter(([, ratio]) => Number(ratio) > FOURFOLD)).toEqual([]);
    },
    60_000,
  );

  it.each<[string, readonly string[]]>([
    ['statements', ['Лавров заявив.', 'Він додав, що готовий.']],
    ['short references', ['Міністр заявив.', 'ТАСС', 'агентство повідомило']],
    ['claims', ['Міф: так']],
    ['answers', ['Вердикт: неправда', 'Це неправда.']],
  ])(
    'in many paragraphs: %s',
    (_, texts) => {
      const many = (count: number) => Array.from({ length: count }, (__, i) => texts[i % texts.length] ?? '');
      expect(growthOf(many, 600, 'uk')).toBeLessThanOrEqual(FOURFOLD);
    },
    60_000,
  );

  it('a long claim with many answers', () => {
    const text = (count: number) => ['Так. '.repeat(5 * count), ...new Array<string>(count).fill('Вердикт: неправда')];
    expect(growthOf(text, 600, 'uk')).toBeLessThanOrEqual(FOURFOLD);
  }, 60_000);

  it('one word of a megabyte', () => {
    const text = (count: number) => ['непередбачуваність'.repeat(count)];
    expect(growthOf(text, 15_000, 'uk')).toBeLessThanOrEqual(FOURFOLD);
  }, 60_000);
});

describe('a page can pause', () => {
  /** The longest step of a reading, each step at its best of several rounds. */
  function longestStep(passages: readonly Passage[]): number {
    let best: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const steps: number[] = [];
      const reading = engine.read(passages);
      for (let done = false; !done; ) {
        const start = performance.now();
        done = reading.next().done === true;
        steps.push(performance.now() - start);
      }
      best = steps.map((time, step) => Math.min(time, best[step] ?? time));
    }
    return Math.max(...best);
  }

  it.each(['uk', 'en'] as const)(
    'no step grows with the number of passages (%s)',
    (lang) => {
      const { plain, bound } = PIECES[lang];
      const text = [...plain, ...bound].map((piece) => `${piece}.`).join(' ');
      const article = (count: number) => Array.from({ length: count }, () => ({ text, lang }));
      const [few, many] = [longestStep(article(10)), longestStep(article(160))];
      // A pass that does not pause takes sixteen times as long.
      expect(many / few).toBeLessThan(4);
    },
    60_000,
  );
});
