/** Laws that hold for any text (docs of the architecture call them so), checked on sentences put together at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profiles } from '../lexicon';
import { tablesFor } from '../lexicon/disk';
import { createPolyglot } from '.';
import type { Flag } from './types';

const engine = createPolyglot(tablesFor, profiles);

/** Pieces that meet in news; joined at random they make every rule run. */
const PIECES = [
  'Лавров заявив, що переговори тривають',
  'За словами Пєскова, контакти тривають',
  'У Кремлі вважають інакше',
  'Про це повідомляє ТАСС',
  'Київський режим відкинув пропозицію',
  '«Ми все бачимо і робимо висновки», – сказав він',
  'Рубіо зустрівся з Лавровим',
  'так звана ДНР',
  'Погода в Полтаві ясна',
  'міністр додав, що умови не змінилися',
  'пропагандистам «РИА Новости»',
  'Lavrov said that talks would go on',
  'Зеленський не перешкоджатиме мирному процесу',
  '„що завгодно“ (у дужках) – і тире: двокрапка',
];
const sentence = fc.constantFrom(...PIECES);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((list) => `${list.join('. ')}.`);
const article = fc.array(paragraph, { minLength: 1, maxLength: 4 });
const scan = (texts: readonly string[]) => engine.scan(texts.map((text) => ({ text, lang: 'uk' as const }))).flags;
const brief = (flags: readonly Flag[]) => flags.map((f) => `${f.passage} ${f.kind} ${f.role} ${f.stance} ${f.entry}`);

describe('laws', () => {
  it('slices are honest: trimmed, not empty, within the text, inside what is painted, with evidence for each attribution', () => {
    fc.assert(
      fc.property(article, (texts) => {
        for (const flag of scan(texts)) {
          const text = texts[flag.passage] ?? '';
          const words = text.slice(flag.span.start, flag.span.end);
          expect(words.trim()).toBe(words);
          expect(words.length).toBeGreaterThan(0);
          expect(
            flag.paint.start <= flag.span.start && flag.paint.end >= flag.span.end && flag.paint.end <= text.length,
          ).toBe(true);
          if (flag.kind === 'official' || flag.role === 'attribution') expect(flag.because.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('noise changes nothing: soft hyphens inside words, no-break spaces between them', () => {
    fc.assert(
      fc.property(article, fc.infiniteStream(fc.nat(6)), (texts, stream) => {
        const noisy = texts.map((text) =>
          text.replace(/(?<=\p{L})(?=\p{L})|(?<=\p{L}) (?=\p{L})/gu, (gap) => {
            const { value } = stream.next();
            if (value !== 0) return gap;
            return gap === ' ' ? '\u00a0' : '\u00ad';
          }),
        );
        expect(brief(scan(noisy))).toEqual(brief(scan(texts)));
      }),
    );
  });

  it('locality: a paragraph added at the end changes no flag before it', () => {
    fc.assert(
      fc.property(article, paragraph, (texts, more) => {
        const before = brief(scan(texts));
        expect(brief(scan([...texts, more])).slice(0, before.length)).toEqual(before);
      }),
    );
  });

  it('monotone stance: «нібито» before a sentence never makes a flag more the author’s own', () => {
    const rank = { adopted: 0, reported: 1, distanced: 2 } as const;
    fc.assert(
      fc.property(sentence, (text) => {
        const plain = scan([`${text}.`]);
        const doubted = scan([`Нібито ${text}.`]);
        for (const flag of plain) {
          const same = doubted.find((f) => f.kind === flag.kind && f.entry === flag.entry);
          if (same) expect(rank[same.stance]).toBeGreaterThanOrEqual(rank[flag.stance]);
        }
      }),
    );
  });

  it('quiet: letters and marks without a lexicon word give nothing, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 4 }), (texts) => {
        expect(scan(texts.map((text) => text.replace(/\p{L}/gu, 'ѫ')))).toEqual([]);
        scan(texts);
      }),
    );
  });

  it('linear: eight times the text takes about eight times as long, not sixty-four', () => {
    const small = PIECES.join('. ').repeat(10);
    const large = small.repeat(8);
    const best = { small: Number.POSITIVE_INFINITY, large: Number.POSITIVE_INFINITY };
    const time = (passage: string) => {
      const start = performance.now();
      scan([passage]);
      return performance.now() - start;
    };
    // Interleaved rounds and their minima: a busy neighbour slows some rounds, never the best of each.
    for (let round = 0; round < 12; round += 1) {
      best.small = Math.min(best.small, time(small));
      best.large = Math.min(best.large, time(large));
    }
    expect(best.large / best.small).toBeLessThan(8 * 2.5);
  });
});
