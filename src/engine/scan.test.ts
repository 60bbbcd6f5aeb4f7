/**
 * The engine with the real lexicon, as a table: name, text (lines are passages), and what must be marked:
 * `kind role stance entry ⟦words⟧`. Sentences are ours; short, so that each shows one construction.
 */
import { describe, expect, it } from 'vitest';
import { profiles } from '../lexicon';
import { tablesFor } from '../lexicon/disk';
import { createPolyglot } from '.';

const engine = createPolyglot(tablesFor, profiles);
const SHORT = { 'state-media': 'media', official: 'official', framing: 'framing' } as const;

function marks(text: string): string[] {
  const passages = text.split('\n').map((line) => ({ text: line }));
  return engine.scan(passages).flags.map(({ kind, role, stance, entry, passage, span }) => {
    const words = passages[passage]?.text.slice(span.start, span.end);
    return `${SHORT[kind]} ${role === 'wording' ? '' : `${role} `}${stance} ${entry} ⟦${words}⟧`;
  });
}

type Row = readonly [name: string, text: string, ...expected: string[]];
const check = (rows: readonly Row[]) => {
  it.each(rows.map(([name, text, ...expected]) => [name, text, expected] as const))('%s', (_, text, expected) => {
    expect(marks(text)).toEqual(expected);
  });
};

describe('statements in Ukrainian', () => {
  check([
    ['subject before verb', 'Лавров заявив, що переговори тривають.', 'official name reported lavrov ⟦Лавров⟧'],
    ['verb before subject', 'Про це заявив Лавров.', 'official name reported lavrov ⟦Лавров⟧'],
    [
      'words between subject and verb',
      'Лавров, зокрема, у понеділок заявив, що зустріч буде.',
      'official name reported lavrov ⟦Лавров⟧',
    ],
    [
      'office and name are one speaker',
      'Міністр закордонних справ РФ Сергій Лавров додав, що чекає на відповідь.',
      'official name reported lavrov ⟦Міністр закордонних справ РФ Сергій Лавров⟧',
    ],
    [
      'office alone',
      'Очільник російського зовнішньополітичного відомства припустив, що зустріч можлива.',
      'official role reported lavrov ⟦Очільник російського зовнішньополітичного відомства⟧',
    ],
    ['according to', 'За словами Пєскова, контакти тривають.', 'official name reported peskov ⟦Пєскова⟧'],
    ['a body in the locative', 'У Кремлі заявили, що графік узгоджують.', 'official name reported kremlin ⟦Кремлі⟧'],
    [
      'a pronoun in the next paragraph',
      'Захарова відповіла на запитання.\n«Ми все бачимо і робимо висновки», – сказала вона.',
      'official name reported zakharova ⟦Захарова⟧',
      'official pronoun reported zakharova ⟦вона⟧',
    ],
    [
      'a possessive pronoun',
      'Лавров виступив у Пекіні. За його словами, умови не змінилися.',
      'official pronoun reported lavrov ⟦його⟧',
    ],
    [
      'a short reference',
      'Лавров виступив у Пекіні. Міністр додав, що умови не змінилися.',
      'official role reported lavrov ⟦Міністр⟧',
    ],
    [
      'distance in what is attributed',
      'Лавров заявив, що сторони нібито домовилися.',
      'official name distanced lavrov ⟦Лавров⟧',
    ],
    [
      'distance beside the speaker',
      'Речник Кремля нібито сказав, що зустріч буде.',
      'official role distanced peskov ⟦Речник Кремля⟧',
    ],
    [
      'a relative clause',
      'Делегація зустрілася з Лавровим, який заявив, що умови не змінилися.',
      'official name reported lavrov ⟦Лавровим⟧',
    ],
    [
      'a dash, a topic and a colon',
      'Пєсков – про графік: «Його ще узгоджують»',
      'official name reported peskov ⟦Пєсков⟧',
    ],
    ['a colon', 'Пєсков: графік ще узгоджують', 'official name reported peskov ⟦Пєсков⟧'],
  ]);
});

describe('no statement in Ukrainian', () => {
  check([
    ['a trip', 'Лавров прилетів до Пекіна.'],
    ['a meeting', 'Зеленський розповів про зустріч Рубіо та Лаврова.'],
    ['someone else speaks of them', 'Рубіо заявив, що розмова з Лавровим була корисною.'],
    ['a pronoun that is someone else', 'Зеленський приїхав до Одеси. «Ми відбудуємо порт», – сказав він.'],
    ['a Ukrainian minister', 'Сибіга виступив у Брюсселі. Міністр додав, що допомога надійде.'],
    ['a ministry without a country', 'У МЗС повідомили, що громадян евакуювали.'],
    ['a namesake', 'Актор Кирило Лавров сказав, що роль йому подобається.'],
    ['a guess at what someone thinks', 'Путін думав, що Київ здасться.'],
    ['an unknown expert', 'За словами експерта, позиція Москви не змінилася.'],
  ]);
});

describe('silence, clauses within phrases, other people', () => {
  check([
    ['a namesake that no list knows', 'Тренер Богдан Лавров сказав, що команда готова.'],
    [
      'a pronoun after an unknown speaker',
      'Пєсков приїхав до Сочі. «Порт відкрито для всіх суден», – сказав капітан Іван Ткач. Він додав, що вітру немає.',
    ],
    ['an indirect question', 'Про що говорили Лавров і Рубіо, невідомо.'],
    ['a private agency after a generic word', 'Російське агентство «Інтерфакс» пише про порт.'],
    ['an everyday name away from its verb', 'Life expectancy at birth is forecast to rise.'],
    ['an everyday phrase', 'Engineers look for the root causes of the problem and eliminate them.'],
    ['a refusal to comment', 'Пєсков не пояснив причин.'],
    [
      'a denied opinion is an opinion',
      'Лавров не вважає, що умови змінилися.',
      'official name reported lavrov ⟦Лавров⟧',
    ],
    ['an abbreviation in the genitive', 'Патріарх підтримує агресію РФ та заперечує злочини.'],
    [
      'who speaks for a body is a person',
      'Путін приїхав до Сочі. Строки назвав представник Пентагону. Він додав, що зволікати не можна.',
    ],
    ['what he called', 'Putin came to Sochi with what he called a plan.'],
    ['a noun that looks like a verb', 'The claim is false, and the Kremlin keeps a low profile.'],
    ['a short reference without an article', 'Lavrov came to Vienna. Every nuclear site reported no losses.'],
  ]);
});

describe('sources in Ukrainian', () => {
  check([
    ['subject', 'Про це повідомляє ТАСС.', 'media attribution reported tass ⟦ТАСС⟧'],
    ['by the data of', 'За даними ТАСС, делегація прибула.', 'media attribution reported tass ⟦ТАСС⟧'],
    [
      'with reference to',
      'Про це пише видання з посиланням на РІА Новини.',
      'media attribution reported ria_novosti ⟦РІА Новини⟧',
    ],
    [
      'spoken to, with a label',
      'Лавров сказав це пропагандистам російського «РИА Новости».',
      'official name reported lavrov ⟦Лавров⟧',
      'media attribution distanced ria_novosti ⟦«РИА Новости»⟧',
    ],
    ['a credit', 'Фото: РИА Новости', 'media attribution reported ria_novosti ⟦РИА Новости⟧'],
    [
      'only mentioned',
      'Євросоюз запровадив санкції проти РИА Новости.',
      'media mention adopted ria_novosti ⟦РИА Новости⟧',
    ],
    ['an abbreviation in Latin letters', 'Про це повідомляє TACC.', 'media attribution reported tass ⟦TACC⟧'],
    [
      '«видання» two sentences later is the outlet that one reads',
      'Про це повідомляє ТАСС. Погода ясна. Вітру немає. Раніше видання писало про порт.',
      'media attribution reported tass ⟦ТАСС⟧',
    ],
    ['a Ukrainian outlet is none', 'Як інформує «Главком», зустріч перенесли.'],
  ]);
});

describe('wording in Ukrainian', () => {
  check([
    ['own voice', 'Київський режим відкинув пропозицію.', 'framing adopted kyiv_regime ⟦Київський режим⟧'],
    [
      'scare quotes',
      'Пропаганда знову згадала про «київський режим».',
      'framing distanced kyiv_regime ⟦«київський режим»⟧',
    ],
    [
      'the claim of a debunk',
      'Міф: в Україні діяв київський режим.',
      'framing distanced kyiv_regime ⟦київський режим⟧',
    ],
    ['so-called', 'На захоплених землях утворили так звану ДНР.', 'framing distanced lpr_dpr ⟦ДНР⟧'],
    [
      'inside a quotation',
      '«Київський режим нічого не вирішує і виконує вказівки», – сказала Захарова.',
      'framing reported kyiv_regime ⟦Київський режим⟧',
      'official name reported zakharova ⟦Захарова⟧',
    ],
    [
      'marks inside a word do not hide it',
      'Київ\u00adський\u00a0режим відкинув пропозицію.',
      'framing adopted kyiv_regime ⟦Київ\u00adський\u00a0режим⟧',
    ],
    [
      'interests that must be considered',
      'На переговорах мають бути враховані «інтереси Кремля».',
      'framing distanced interests_of_kremlin ⟦«інтереси Кремля»⟧',
    ],
    [
      'a short sentence that denies the one before it',
      'У порту працює лабораторія, повідомляє ТАСС. Її немає.',
      'media attribution distanced tass ⟦ТАСС⟧',
    ],
    [
      'a short sentence about something else',
      'Порт зачинено, повідомляє ТАСС. Постраждалих немає.',
      'media attribution reported tass ⟦ТАСС⟧',
    ],
    ['interests that an agent serves', 'Депутат роками просував інтереси Кремля.'],
    ['an operation of the police', 'Поліція провела спецоперацію проти контрабандистів.'],
  ]);
});

describe('Russian', () => {
  check([
    ['subject and verb', 'Песков заявил, что контакты продолжаются.', 'official name reported peskov ⟦Песков⟧'],
    ['a body in the locative', 'В МИД РФ заявили, что ответ готовится.', 'official name reported russian_mfa ⟦МИД РФ⟧'],
    ['according to', 'По словам Лаврова, ответ готовится.', 'official name reported lavrov ⟦Лаврова⟧'],
    ['an outlet as the ear', 'Об этом ТАСС рассказал представитель порта.', 'media attribution reported tass ⟦ТАСС⟧'],
    [
      'own voice',
      'После начала специальной военной операции порт закрылся.',
      'framing adopted special_operation ⟦специальной военной операции⟧',
    ],
    ['laurel is no minister', 'Венок из лавров вручили победителю.'],
  ]);
});

describe('English', () => {
  check([
    ['subject and verb', 'Lavrov said that the talks would go on.', 'official name reported lavrov ⟦Lavrov⟧'],
    [
      'verb and subject',
      '“We are ready to listen to everyone,” said Lavrov.',
      'official name reported lavrov ⟦Lavrov⟧',
    ],
    [
      'according to',
      'According to Kremlin spokesman Dmitry Peskov, contacts continue.',
      'official name reported peskov ⟦Kremlin spokesman Dmitry Peskov⟧',
    ],
    ['a body', 'The Kremlin said the schedule was being agreed.', 'official name reported kremlin ⟦Kremlin⟧'],
    [
      'a pronoun',
      'Peskov spoke to reporters on Monday. He added that contacts continue.',
      'official pronoun reported peskov ⟦He⟧',
    ],
    ['an outlet cited', 'Reuters reported the visit, citing TASS.', 'media attribution reported tass ⟦TASS⟧'],
    ['someone else speaks of them', 'Rubio said after meeting with Lavrov that gaps remain.'],
    ['a trip', 'Putin flew to Alaska.'],
    ['own voice', 'The Kyiv regime rejected the offer.', 'framing adopted kyiv_regime ⟦Kyiv regime⟧'],
  ]);
});
