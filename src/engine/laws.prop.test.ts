/** Laws that hold for any text (docs of the architecture call them so), checked on sentences put together at random. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PIECES } from '../../tests/pieces';
import { profiles } from '../lexicon';
import { tablesFor } from '../lexicon/disk';
import { createPolyglot } from '.';
import { createInspector, type Inspection } from './inspect';
import { type Flag, LANGS, type Lang } from './types';

const engine = createPolyglot(tablesFor, profiles);
const inspect = createInspector(tablesFor, profiles);

const passages = (texts: readonly string[], lang: Lang) => texts.map((text) => ({ text, lang }));
const scan = (texts: readonly string[], lang: Lang) => engine.scan(passages(texts, lang)).flags;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const paragraph = (sentences: readonly string[]) =>
  fc
    .array(fc.constantFrom(...sentences.map(capital)), { minLength: 1, maxLength: 5 })
    .map((list) => `${list.join('. ')}.`);
const article = (sentences: readonly string[]) => fc.array(paragraph(sentences), { minLength: 1, maxLength: 4 });
const all = (lang: Lang) => [...PIECES[lang].plain, ...PIECES[lang].bound];

/**
 * What a flag says and where.
 * @param from number of the passage that counts as the first
 * @param others the same flags of another reading: whose stance is refuted further down in either is not compared
 */
const told = (flags: readonly Flag[], texts: readonly string[], from = 0, others: readonly Flag[] = []) =>
  flags.map((flag, at) => {
    const { kind, role, entry, passage, span } = flag;
    const words = (texts[passage] ?? '').slice(span.start, span.end).replace(NOISE, '').replace(/\s/gu, ' ');
    const stance = [flag, others[at]].some(isRefuted) ? 'refuted' : flag.stance;
    return `${passage - from} ${kind} ${role} ${stance} ${entry} ${words}`;
  });
const isRefuted = (flag: Flag | undefined) =>
  flag?.stance === 'distanced' && flag.because.some((by) => by.what === 'distance' && by.passage > flag.passage);
/** Units that a reader does not see. */
const NOISE = /\u00ad|\u200b|\u200d|\u2060|\ufeff/gu;

describe.each(LANGS)('laws in %s', (lang) => {
  it('slices are honest: trimmed, within what is painted, with evidence, and of words that the lexicon knows', () => {
    fc.assert(
      fc.property(article(all(lang)), (texts) => {
        const seen = inspect(passages(texts, lang));
        for (const flag of scan(texts, lang)) {
          const text = texts[flag.passage] ?? '';
          const words = text.slice(flag.span.start, flag.span.end);
          expect(words.trim()).toBe(words);
          expect(words.length).toBeGreaterThan(0);
          expect(
            flag.paint.start <= flag.span.start && flag.paint.end >= flag.span.end && flag.paint.end <= text.length,
          ).toBe(true);
          if (flag.kind === 'official' || flag.role === 'attribution') expect(flag.because.length).toBeGreaterThan(0);
          expect([words, meanings(flag, seen)]).not.toEqual([words, []]);
        }
      }),
    );
  });

  it('noise changes nothing: unseen units inside words, other spaces between them', () => {
    const unseen = ['\u00ad', '\u200b', '\u2060', '\ufeff', '\u200d'];
    const spaces = ['\u00a0', '\u202f', '\u2009', '\u00ad '];
    fc.assert(
      fc.property(article(all(lang)), fc.infiniteStream(fc.nat(30)), (texts, stream) => {
        const noisy = texts.map((text) =>
          text.replace(/(?<=\p{L})(?=\p{L})|(?<=\p{L}) (?=\p{L})/gu, (gap) => {
            const { value } = stream.next();
            return (gap === ' ' ? spaces : unseen)[value] ?? gap;
          }),
        );
        expect(told(scan(noisy, lang), noisy)).toEqual(told(scan(texts, lang), texts));
      }),
    );
  });

  it('locality: a paragraph added at the end changes no flag before it, unless it refutes the words', () => {
    fc.assert(
      fc.property(article(all(lang)), paragraph(all(lang)), (texts, more) => {
        const before = scan(texts, lang);
        const after = scan([...texts, more], lang).slice(0, before.length);
        expect(told(after, texts, 0, before)).toEqual(told(before, texts, 0, after));
      }),
    );
  });

  it('additivity: what looks back at nothing is read the same in whatever company, unless it is refuted', () => {
    fc.assert(
      fc.property(article(PIECES[lang].plain), article(PIECES[lang].plain), (a, b) => {
        const both = [...a, ...b];
        const flags = scan(both, lang);
        const upTo = flags.filter(({ passage }) => passage < a.length);
        const from = flags.filter(({ passage }) => passage >= a.length);
        const [ofA, ofB] = [scan(a, lang), scan(b, lang)];
        expect(told(upTo, both, 0, ofA)).toEqual(told(ofA, a, 0, upTo));
        expect(told(from, both, a.length, ofB)).toEqual(told(ofB, b, 0, from));
      }),
    );
  });

  it('additivity within a block: a line break parts two sentences as a paragraph does', () => {
    fc.assert(
      fc.property(paragraph(PIECES[lang].plain), paragraph(PIECES[lang].plain), (a, b) => {
        const joined = [`${a}\n\n${b}`];
        const apart = [
          ...scan([a], lang).map((flag) => told([flag], [a])),
          ...scan([b], lang).map((flag) => told([flag], [b])),
        ];
        expect(told(scan(joined, lang), joined)).toEqual(apart.flat());
      }),
    );
  });

  it('monotone stance: a word of doubt before a phrase or a sentence never makes a flag more the author’s own', () => {
    const rank = { adopted: 0, reported: 1, distanced: 2 } as const;
    const doubt = fc.constantFrom(...PIECES[lang].doubts);
    fc.assert(
      fc.property(article(all(lang)), doubt, fc.nat(), (texts, word, choice) => {
        const plain = scan(texts, lang);
        const chosen = plain[choice % Math.max(1, plain.length)];
        if (!chosen) return;
        const text = texts[chosen.passage] ?? '';
        const opening = text.lastIndexOf('. ', chosen.span.start);
        const sentence = opening < 0 ? 0 : opening + 2;
        for (const at of chosen.kind === 'framing' ? [chosen.span.start, sentence] : [sentence]) {
          const said = at === sentence ? capital(word) : word;
          const doubted = texts.with(chosen.passage, `${text.slice(0, at)}${said} ${text.slice(at)}`);
          const moved = (flag: Flag) =>
            flag.span.start + (flag.passage === chosen.passage && flag.span.start >= at ? word.length + 1 : 0);
          const after = scan(doubted, lang);
          for (const flag of plain) {
            const same = after.find(
              (other) => other.kind === flag.kind && other.passage === flag.passage && other.span.start === moved(flag),
            );
            if (same && rank[same.stance] < rank[flag.stance])
              throw new Error(`${flag.stance} > ${same.stance} of ${flag.entry} in: ${doubted[chosen.passage]}`);
          }
        }
      }),
    );
  });
});

/** Meanings of the lexicon that make the words of a flag what the flag says. */
function meanings({ kind, entry, passage, span, because }: Flag, { hits }: Inspection): string[] {
  const isBack = because.some(({ what }) => what === 'antecedent');
  return hits
    .filter((hit) => hit.passage === passage && hit.span.start < span.end && span.start < hit.span.end)
    .filter(({ means, entry: own, patterns }) => {
      if (isBack) return means === 'PRONOUN' || means === 'SHORT' || means === 'POSSESSIVE_CUE';
      if (kind === 'framing') return (means === 'PHRASE' && own === entry) || patterns.includes(entry);
      return (means === 'NAME' || means === 'ROLE') && own === entry;
    })
    .map(({ means }) => means);
}

describe('laws of any text', () => {
  it('quiet: letters and marks without a lexicon word give nothing, and nothing throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 80 }), { maxLength: 4 }), (texts) => {
        expect(
          scan(
            texts.map((text) => text.replace(/\p{L}/gu, 'ѫ')),
            'uk',
          ),
        ).toEqual([]);
        for (const lang of LANGS) scan(texts, lang);
      }),
    );
  });
});
