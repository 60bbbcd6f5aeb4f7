/** How well each mark is founded, by the evidence that the sentence gives; all in the wide setting. Sentences are ours. */
import { describe, expect, it } from 'vitest';
import { profiles } from '../lexicon';
import { tablesFor } from '../lexicon/disk';
import { createPolyglot } from '.';
import { type Lang, SHOWN, STRICTNESSES, type Strictness } from './types';

const engine = createPolyglot(tablesFor, profiles);
const passagesOf = (text: string, lang: Lang) => text.split('\n').map((line) => ({ text: line, lang }));

function marks(text: string, lang: Lang, strictness: Strictness = 'wide'): string[] {
  const passages = passagesOf(text, lang);
  return engine.scan(passages, strictness).flags.map(({ confidence, entry, passage, span }) => {
    return `${confidence} ${entry} ⟦${passages[passage]?.text.slice(span.start, span.end)}⟧`;
  });
}

type Row = readonly [why: string, lang: Lang, text: string, ...expected: string[]];
const SURE: readonly Row[] = [
  ['a name beside its verb', 'uk', 'Лавров заявив, що порт працює.', 'sure lavrov ⟦Лавров⟧'],
  ['a set phrase before a name', 'uk', 'За словами Пєскова, порт працює.', 'sure peskov ⟦Пєскова⟧'],
  ['an office', 'en', 'The Kremlin spokesman said the port was open.', 'sure peskov ⟦Kremlin spokesman⟧'],
  [
    'a pronoun that can mean one person only',
    'uk',
    'Лавров приїхав до порту. Він заявив, що причал полагодять.',
    'sure lavrov ⟦Він⟧',
  ],
  ['the name of an outlet that is nothing else', 'uk', 'Санкції накладено і на ТАСС.', 'sure tass ⟦ТАСС⟧'],
  [
    'a phrase that nobody else uses',
    'uk',
    'У статті йдеться про київський режим.',
    'sure kyiv_regime ⟦київський режим⟧',
  ],
];
const LIKELY: readonly Row[] = [
  ['a verb behind a comma', 'uk', 'Лавров, зокрема, заявив, що порт працює.', 'likely lavrov ⟦Лавров⟧'],
  ['a noun', 'uk', 'Слова Путіна обговорювали всі.', 'likely putin ⟦Путіна⟧'],
  ['a colon', 'uk', 'Лавров: порт працює.', 'likely lavrov ⟦Лавров⟧'],
  ['a state that may be the country', 'uk', 'Росія заявила, що порт працює.', 'likely russian_state ⟦Росія⟧'],
  [
    'a pronoun that could mean someone else',
    'uk',
    'Рубіо зустрівся з Лавровим. Лавров подякував. Він заявив, що причал полагодять.',
    'likely lavrov ⟦Він⟧',
  ],
  [
    'someone named two sentences before',
    'uk',
    'Лавров приїхав до порту. Надворі йшов дощ. Він заявив, що причал полагодять.',
    'likely lavrov ⟦Він⟧',
  ],
  ['an everyday word in quotation marks', 'uk', 'Мовлення заборонено і «Звезді».', 'likely zvezda ⟦«Звезді»⟧'],
  [
    'an everyday word in a list of outlets',
    'ru',
    'Об этом написали РИА Новости и Взгляд.',
    'sure ria_novosti ⟦РИА Новости⟧',
    'likely vzglyad ⟦Взгляд⟧',
  ],
  [
    'an outlet that is an everyday word, named before',
    'uk',
    'Про це писала газета «Взгляд». Згодом і Взгляд замовк.',
    'sure vzglyad ⟦газета «Взгляд»⟧',
    'likely vzglyad ⟦Взгляд⟧',
  ],
  [
    'a body after a dash that closes a post',
    'uk',
    'Порт узято під охорону — Міноборони РФ',
    'likely russian_mod ⟦Міноборони РФ⟧',
  ],
  [
    'a name after a quotation and a dash',
    'uk',
    '«Порт працює, причал полагодять», – Пєсков.',
    'likely peskov ⟦Пєсков⟧',
  ],
];
const POSSIBLE: readonly Row[] = [
  [
    'a label without a country',
    'uk',
    'Чому кажана так не люблять пропагандисти?',
    'possible russian_state_media ⟦пропагандисти⟧',
  ],
  ['an everyday word in quotation marks', 'uk', 'Санкції накладено і на «Звезду».', 'possible zvezda ⟦«Звезду»⟧'],
  ['a family name that others bear', 'uk', 'Медведєв заявив, що порт працює.', 'possible medvedev ⟦Медведєв⟧'],
  [
    'an office whose holder was named long before',
    'uk',
    `Міністр закордонних справ РФ Сергій Лавров приїхав. ${'Дощ ішов. '.repeat(7)}Міністр заявив, що порт працює.`,
    'possible lavrov ⟦Міністр⟧',
  ],
  [
    'a weak phrase in the sentence after a Kremlin speaker’s',
    'uk',
    'Лавров заявив, що порт працює. Європа втомилася від України.',
    'sure lavrov ⟦Лавров⟧',
    'possible west_is_tired ⟦Європа втомилася від України⟧',
  ],
];
const NOTHING: readonly Row[] = [
  ['an everyday word far from its verb', 'en', 'Life expectancy in the town is forecast to rise.'],
  ['an everyday word without an outlet beside it', 'ru', 'На этот вопрос нужен новый Взгляд со стороны.'],
  ['an abstract noun', 'uk', 'Фонд зібрав приклади російської пропаганди за рік.'],
  ['a weak phrase without a sign', 'uk', 'Критик написав, що Європа втомилася від України.'],
  ['a person after a dash, without a quotation', 'uk', 'Найкращий гравець турніру — Пєсков'],
  [
    'an office too long after its holder',
    'uk',
    `Лавров приїхав. ${'Дощ ішов. '.repeat(14)}Міністр заявив, що порт працює.`,
  ],
  ['a namesake', 'uk', 'Тренер Медведєв заявив, що команда готова. Захисник Іван Медведєв промовчав.'],
];

describe.each([
  ['sure', SURE],
  ['likely', LIKELY],
  ['possible', POSSIBLE],
  ['nothing even in the wide setting', NOTHING],
])('%s', (_, rows) => {
  it.each(rows.map(([why, lang, text, ...expected]) => [why, lang, text, expected] as const))(
    '%s (%s)',
    (_why, lang, text, expected) => {
      expect(marks(text, lang)).toEqual(expected);
    },
  );
});

describe('a voice', () => {
  it.each([
    ['sure', 'Лавров заявив, що порт працює.'],
    ['likely', 'Росія заявила, що порт працює.'],
    ['possible', 'Медведєв заявив, що порт працює.'],
    [undefined, 'Експерт заявив, що порт працює.'],
  ])('is as sure as its speaker: %s', (kremlin, text) => {
    expect(engine.scan(passagesOf(text, 'uk')).voices.map((voice) => voice.kremlin)).toEqual([kremlin]);
  });
});

describe('a setting', () => {
  it.each(STRICTNESSES)('shows what the wide one shows, less what is not founded well enough: %s', (strictness) => {
    for (const [, lang, text] of [...SURE, ...LIKELY, ...POSSIBLE]) {
      const passages = passagesOf(text, lang);
      const wanted = engine.scan(passages, 'wide').flags.filter((flag) => SHOWN[strictness].includes(flag.confidence));
      expect(engine.scan(passages, strictness).flags).toEqual(wanted);
    }
  });

  it('is the normal one unless another is asked for', () => {
    expect(engine.scan(passagesOf('Медведєв заявив, що порт працює.', 'uk')).flags).toEqual([]);
  });
});
