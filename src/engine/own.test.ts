/** The reader's own entries behave like the lexicon's, and change nothing where there are none. */
import { describe, expect, it } from 'vitest';
import { tablesFor } from '../lexicon/disk';
import { createEngine, type OwnEntry, readForm } from '.';
import type { Flag, Kind, Lang } from './types';

const entry = (id: string, kind: Kind, forms: readonly string[], langs: readonly Lang[] = []): OwnEntry => ({
  id,
  kind,
  langs,
  forms,
});
const OWN = [
  entry('own_source00', 'state-media', ['Ромашка-Інформ*', 'Romashka Inform', 'РМШ']),
  entry('own_official', 'official', ['Іван* Ромашк*', 'Ivan Romashko']),
  entry('own_phrase00', 'framing', ['мирн* примус*', 'peace by force']),
];
const engines = { uk: createEngine(tablesFor('uk')), en: createEngine(tablesFor('en')) };

const scan = (lang: 'uk' | 'en', own: readonly OwnEntry[], ...texts: string[]): readonly Flag[] =>
  engines[lang].with(own).scan(texts.map((text) => ({ text }))).flags;
/** Each flag as «entry role stance: painted words». */
const told = (lang: 'uk' | 'en', own: readonly OwnEntry[], ...texts: string[]): string[] =>
  scan(lang, own, ...texts).map(({ entry, role, stance, passage, paint }) => {
    const words = texts[passage]?.slice(paint.start, paint.end);
    return `${entry} ${role} ${stance}: ${words}`;
  });

describe('an own source', () => {
  it.each([
    ['uk', 'Порт відкриють, повідомляє Ромашка-Інформ.', 'повідомляє Ромашка-Інформ'],
    ['uk', 'За даними Ромашка-Інформу, порт відкриють.', 'За даними Ромашка-Інформу'],
    ['en', 'According to Romashka Inform, the port is shut.', 'According to Romashka Inform'],
  ] as const)('is the source beside a cue: %s «%s»', (lang, text, painted) => {
    expect(told(lang, OWN, text)).toEqual([`own_source00 attribution reported: ${painted}`]);
  });

  it('is a mention without one, and sure', () => {
    const flags = scan('uk', OWN, 'Ромашка-Інформ працює в порту.');
    expect(flags).toMatchObject([{ kind: 'state-media', role: 'mention', stance: 'adopted', confidence: 'sure' }]);
  });

  it('is kept at a distance by a word of distance', () => {
    expect(told('uk', OWN, 'Порт нібито відкрили, повідомляє Ромашка-Інформ.')).toEqual([
      'own_source00 attribution distanced: повідомляє Ромашка-Інформ',
    ]);
  });

  it('is found with an English possessive, and in look-alike letters', () => {
    expect(told('en', OWN, 'It was Romashka Inform’s reporter.')).toHaveLength(1);
    expect(told('uk', OWN, 'У місті є PMШ.', 'Ромашка\u00ad-Iнформ тут.')).toHaveLength(2);
  });
});

describe('an own official', () => {
  it('is a statement beside a cue, and then whoever a pronoun means', () => {
    expect(told('uk', OWN, 'Іван Ромашко заявив, що порт відкриють. Він додав, що все добре.')).toEqual([
      'own_official name reported: Іван Ромашко заявив',
      'own_official pronoun reported: Він додав',
    ]);
  });

  it('is nothing without a statement', () => {
    expect(told('en', OWN, 'Ivan Romashko came to the port.')).toEqual([]);
  });
});

describe('an own phrase', () => {
  it.each([
    ['Почався мирний примус сусідів.', 'own_phrase00 wording adopted: мирний примус'],
    ['Так званий «мирний примус» триває.', 'own_phrase00 wording distanced: «мирний примус»'],
    ['Нібито мирний примус триває.', 'own_phrase00 wording distanced: Нібито мирний примус'],
  ])('has its stance: %s', (text, flag) => {
    expect(told('uk', OWN, text)).toEqual([flag]);
  });

  it('is reported in a speaker’s words', () => {
    expect(told('uk', OWN, 'За словами Лаврова, мирний примус триває.')).toContain(
      'own_phrase00 wording reported: мирний примус',
    );
  });

  it('is no part of a longer word', () => {
    expect(told('uk', [entry('own_phrase00', 'framing', ['примус'])], 'Примусова праця. Напримус!')).toEqual([]);
  });
});

describe('beside the lexicon', () => {
  it('the lexicon’s mark stays where both know the same words', () => {
    const own = [entry('own_tass0000', 'state-media', ['ТАСС']), entry('own_specop00', 'framing', ['спецоперац*'])];
    const text = 'ТАСС повідомляє, що спецоперація триває.';
    expect(told('uk', own, text)).toEqual(told('uk', [], text));
  });

  it('a longer form of the reader’s is the better name', () => {
    expect(told('uk', [entry('own_tass0000', 'state-media', ['ТАСС Ромашка'])], 'Пише ТАСС Ромашка.')).toEqual([
      'own_tass0000 attribution reported: Пише ТАСС Ромашка',
    ]);
  });

  it('whom the lexicon knows as somebody else can be the reader’s official', () => {
    const own = [entry('own_other000', 'official', ['Зеленськ*'])];
    expect(told('uk', own, 'Зеленський заявив, що порт відкриють.')).toHaveLength(1);
  });

  it('only texts in the languages of an entry are searched for it', () => {
    const own = [entry('own_source00', 'state-media', ['Romashka'], ['en', 'pl'])];
    expect(told('en', own, 'It was Romashka.')).toHaveLength(1);
    expect(told('uk', own, 'Це була Romashka.')).toEqual([]);
  });

  it('an engine that is given other entries, or none, forgets the first', () => {
    const text = 'Почався мирний примус сусідів.';
    expect(told('uk', OWN, text)).toHaveLength(1);
    expect(told('uk', [], text)).toEqual([]);
    expect(engines.uk.scan([{ text }]).flags).toEqual([]);
  });
});

describe('readForm', () => {
  it.each([
    ['', 'empty'],
    ['-', 'empty'],
    ['я', 'empty'],
    ['*', 'star'],
    ['сл*во', 'star'],
    ['*слово', 'star'],
    ['слово**', 'star'],
    ['слово *', 'star'],
    ['сл*', 'open'],
    ["о'я*", 'open'],
    ['мирний пр*', 'open'],
    ['а б в г д е є', 'long'],
    ['так, звані', 'marks'],
    ['https://romashka.example/', 'marks'],
    ['Перше. Друге', 'marks'],
  ])('refuses “%s”: %s', (form, fault) => {
    expect(readForm(form)).toBe(fault);
  });

  it('folds and cuts as texts are folded and cut', () => {
    expect(readForm(' «Ро\u00adмашка-Iнформ»* ')).toBe('star');
    expect(readForm(' «Ро\u00adмашка-Iнформ*» ')).toEqual([
      { key: 'ромашка', isOpen: false },
      { key: 'інформ', isOpen: true },
    ]);
    expect(readForm('romashka.example')).toEqual([
      { key: 'romashka', isOpen: false },
      { key: 'example', isOpen: false },
    ]);
  });
});
