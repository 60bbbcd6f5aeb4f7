import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Meaning } from '../engine/inspect';
import { call } from './called';
import { causeOfStance } from './causes';
import { evalCommand } from './eval-command';
import type { Facts } from './facts';
import type { GoldSpan } from './gold';
import type { SlipReport } from './slips';
import type { FoundSpan } from './spans';

const folder = mkdtempSync(join(tmpdir(), 'rupor-causes-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Mark = {
  readonly kind: GoldSpan['kind'];
  readonly role: string;
  readonly entity: string;
  readonly stance: string;
};

const official = (entity: string, more: Partial<Mark> = {}): Mark => ({
  kind: 'official',
  role: 'name',
  entity,
  stance: 'reported',
  ...more,
});
const framing = (role: string, stance = 'adopted'): Mark => ({ kind: 'framing', role, entity: '', stance });
const outlet = (entity: string, role: string, stance: string): Mark => ({ kind: 'state-media', role, entity, stance });

/** Slips of one text; `[[…]]` in it are the gold spans, in the order of the marks. */
async function slipsOf(marked: string, ...marks: Mark[]): Promise<SlipReport> {
  const pieces = marked.split(/\[\[|\]\]/u);
  let text = '';
  const spans: (Mark & { start: number; end: number })[] = [];
  for (const [i, piece] of pieces.entries()) {
    const mark = marks[(i - 1) / 2];
    if (i % 2 === 1 && mark) spans.push({ ...mark, start: text.length, end: text.length + piece.length });
    text += piece;
  }
  const path = join(folder, 'gold.jsonl');
  writeFileSync(path, JSON.stringify({ id: 'a', lang: 'uk', text, spans }));
  const { out } = await call(evalCommand, [path, '--json', '--errors', '9']);
  return JSON.parse(out) as SlipReport;
}

const namesOf = ({ causes }: SlipReport['misses']): string[] => causes.map(({ cause }) => cause);

describe('the cause of a miss', () => {
  it.each<[string, string, Mark]>([
    ['Діяч [[Крутивухо]] заявив, що готовий.', 'entry is not in the lexicon under these words', official('X')],
    ['[[Пєсков]] прилетів до Пекіна.', 'words known, as another entry', official('Sergey Lavrov')],
    [
      'Увечері тренер [[Іван Лавров]] заявив, що команда готова.',
      'hit, but taken for a namesake or another country',
      official('Sergey Lavrov'),
    ],
    ['[[Лавров]] прилетів до Пекіна.', 'mention without a cue in its sentence', official('Sergey Lavrov')],
    [
      'Марія Гончар заявила, що [[Лавров]] прилетить.',
      'cue in the sentence, another subject was chosen',
      official('Sergey Lavrov'),
    ],
    ['[[Лавров]] не заявив про переговори.', 'cue in the sentence, no subject was chosen', official('Sergey Lavrov')],
    [
      '«Учора [[Лавров]] заявив нам про все це», – сказала Марія Гончар.',
      'cue inside speech',
      official('Sergey Lavrov'),
    ],
    [
      'Наступного дня [[вона]] заявила, що готова.',
      'pronoun or short reference without an antecedent',
      official('Maria Zakharova', { role: 'pronoun' }),
    ],
    [
      'Рубіо виступив у Римі. [[Він]] заявив, що готовий.',
      'pronoun or short reference with another antecedent',
      official('Sergey Lavrov', { role: 'pronoun' }),
    ],
    ['У Полтаві [[гарна погода]].', 'phrase not in the lexicon', framing('civil_war')],
    [
      '[[Громадянська війна]] в Іспанії тривала три роки.',
      'phrase known, its second sign is missing',
      framing('civil_war'),
    ],
    ['[[Зеленський]] поїхав до Львова.', 'words of a pattern, which did not fit', framing('zelensky_obstructs')],
    ['Про це повідомляє [[ТАСС]].', 'right words, marked as state-media', framing('civil_war')],
  ])('of %s is: %s', async (text, cause, mark) => {
    const { misses } = await slipsOf(text, mark);
    expect(namesOf(misses)).toEqual([`${mark.kind}: ${cause}`]);
  });
});

describe('the cause of a false alarm', () => {
  it.each<[string, string, ...Mark[]]>([
    ['Лавров заявив, що готовий.', 'official: name, cue is a verb'],
    ['За словами Лаврова, усе готово.', 'official: name, cue is a preposition'],
    ['Заява Лаврова нікого не здивувала.', 'official: name, cue is a noun'],
    ['Лавров: «Ми готові до розмови з усіма».', 'official: name, cue is a mark'],
    ['Фото: ТАСС', 'state-media: attribution, cue is a credit'],
    ['Хтось купив акції ТАСС.', 'state-media: mention of an outlet'],
    ['Київський режим лишився.', 'framing: phrase'],
    ['Зеленський перешкоджає миру.', 'framing: pattern'],
    ['Про це повідомляє [[ТАСС]].', 'state-media: right words, other kind', framing('civil_war')],
    [
      '[[Лавров заявив, що готовий, а Пєсков додав]], що зачекає.',
      'official: second mark on the same words',
      official(''),
    ],
  ])('of %s is: %s', async (text, cause, ...marks) => {
    const { alarms } = await slipsOf(text, ...marks);
    expect(namesOf(alarms)).toEqual([cause]);
    expect(alarms.causes[0]?.clean).toBe(marks.length === 0 ? 1 : 0);
  });
});

describe('the cause of a wrong stance', () => {
  it.each<[string, string, Mark]>([
    [
      '[[Лавров]] заявив, що готовий.',
      'distanced>reported: no distance word known in the sentence',
      official('', { stance: 'distanced' }),
    ],
    [
      'Так званий експерт стомився, а [[київський режим]] лишився.',
      'distanced>adopted: distance word in the sentence that was not read',
      framing('kyiv_regime', 'distanced'),
    ],
    [
      'Настав так званий [[київський режим]].',
      'adopted>distanced: distance word that is not the author’s',
      framing('kyiv_regime'),
    ],
    [
      'Настав «[[київський режим]]».',
      'adopted>distanced: scare quotes, or a name that is a label',
      framing('kyiv_regime'),
    ],
    ['Про це повідомляє [[ТАСС]].', 'adopted>reported: mention taken for a source', outlet('', 'mention', 'adopted')],
    [
      'Хтось купив акції [[ТАСС]].',
      'reported>adopted: source taken for a mention',
      outlet('', 'attribution', 'reported'),
    ],
    [
      'Настав [[київський режим]].',
      'reported>adopted: speech not seen: no cue or quotation in the sentence',
      framing('kyiv_regime', 'reported'),
    ],
    [
      '«Ми знаємо, що це [[київський режим]]», – сказала Марія Гончар.',
      'adopted>reported: quotation taken for speech',
      framing('kyiv_regime'),
    ],
  ])('in %s is: %s', async (text, cause, mark) => {
    const { stances, misses, alarms } = await slipsOf(text, mark);
    expect([namesOf(stances), misses.total, alarms.total]).toEqual([[`${mark.kind}: ${cause}`], 0, 0]);
    expect(stances.lines[0]?.words).toBe(/\[\[(.*)\]\]/u.exec(text)?.[1]);
  });

  // Signs that the engine reads today, as if it had not.
  const TEXT = 'Пропагандист мовчав. «Режим» лишився.';
  const facts = (means: Meaning, start: number, more: Partial<Facts> = {}): Facts => ({
    hits: [{ means, start, end: start + 5, entry: '', patterns: [], passage: 0 }],
    mentions: [],
    attributions: [],
    wordings: [],
    sentences: [
      { start: 0, end: 19 },
      { start: 22, end: 36 },
    ],
    speech: [],
    ...more,
  });
  const wording = (start: number, stance: FoundSpan['stance']): GoldSpan & FoundSpan => {
    const end = start + 5;
    return {
      start,
      end,
      text: TEXT.slice(start, end),
      kind: 'framing',
      role: 'x',
      entity: '',
      stance,
      confidence: 'sure',
      evidence: [],
    };
  };
  it.each<[string, Facts, number, string]>([
    ['a label', facts('LABEL', 0), 13, 'label that was not read'],
    ['scare quotes', facts('CLASS', 0), 22, 'scare quotes that were not read'],
    ['a word in speech', facts('DISTANCE', 1, { speech: [{ start: 0, end: 19 }] }), 13, 'distance word inside speech'],
  ])('tells %s that was not read', (_, known, start, cause) => {
    const [gold, found] = [wording(start, 'distanced'), wording(start, 'adopted')];
    expect(causeOfStance(gold, found, known, TEXT)).toBe(`distanced>adopted: ${cause}`);
  });

  it('tells a speaker whose words end before, and a cue without a speaker', () => {
    const [gold, found] = [wording(22, 'reported'), wording(22, 'adopted')];
    const cue = { start: 30, end: 35 };
    const said = {
      start: 22,
      end: 25,
      entry: 'x',
      group: 'OFFICIAL',
      form: 'name',
      cue,
      hasAntecedent: false,
    } as const;
    const spoken = facts('SAY', 30, { attributions: [{ ...said, passage: 0 }] });
    expect(causeOfStance(gold, found, spoken, TEXT)).toContain('speaker found, the words lie beyond theirs');
    expect(causeOfStance(gold, found, facts('SAY', 30), TEXT)).toContain('cue without a speaker');
  });
});

describe('the report for a person', () => {
  it('numbers the causes and puts the words of each slip beside its number', async () => {
    const text = 'Лавров заявив, що готовий.';
    const path = join(folder, 'human.jsonl');
    writeFileSync(path, JSON.stringify({ id: 'a', lang: 'uk', text, spans: [] }));
    const { out } = await call(evalCommand, [path, '--errors', '9']);
    expect(out).toContain('MISSES: none');
    expect(out).toMatch(/FALSE ALARMS: 1, by cause\n.*\n1 +1 +1 {2}official: name, cue is a verb\n/u);
    expect(out).toMatch(/\n1 {2}a {3}official \/ name \/ Sergey Lavrov \/ reported +\[\[Лавров\]\] заявив/u);
    expect(out).toMatch(/WRONG STANCES, gold > found: none\n$/u);
  });
});
