import { describe, expect, it } from 'vitest';
import { F } from '../engine/features';
import { createInflector, loadParadigms } from './inflect';

const en = createInflector('en', loadParadigms('en'));

describe('verbs', () => {
  const cells = (verb: string): string =>
    [F.PRES | F.SG, F.PAST, F.IMPERS, F.CONV]
      .map((bits) => en.verb(verb).forms.filter(({ features }) => (features & bits) === bits))
      .map((forms) => forms.map(({ text }) => text).join('/') || '-')
      .join(' ');

  it.each([
    ['say', 'says said - saying'],
    ['deny', 'denies denied - denying'],
    ['stress', 'stresses stressed - stressing'],
    ['write', 'writes wrote written writing'],
    ['agree', 'agrees agreed - agreeing'],
    ['ban', 'bans banned - banning'],
    ['claim', 'claims claimed - claiming'],
    ['refer', 'refers referred - referring'],
    ['lie', 'lies lied - lying'],
    ['veto', 'vetoes vetoed - vetoing'],
    ['be', 'is was/were been being'],
  ])('inflects %s', (verb, expected) => {
    expect(cells(verb)).toBe(expected);
  });

  it('takes the base for the plural of the present and the infinitive', () => {
    expect(en.verb('say').forms).toContainEqual({ text: 'say', features: F.PRES | F.PL | F.INF });
  });

  it('inflects the first word of a phrase', () => {
    expect(en.verb('point out').forms.map(({ text }) => text)).toEqual([
      'point out',
      'points out',
      'pointed out',
      'pointing out',
    ]);
  });
});

describe('noun phrases', () => {
  const texts = (citation: string): string[] => en.phrase(citation).forms.map(({ text }) => text);

  it.each([
    ['foreign minister', ['foreign minister', 'foreign ministers']],
    ['minister of foreign affairs', ['minister of foreign affairs', 'ministers of foreign affairs']],
    ['spokeswoman', ['spokeswoman', 'spokeswomen']],
    ['news agency', ['news agency', 'news agencies']],
    ['state media', ['state media']],
    ['Russian propagandists', ['Russian propagandists']],
    ['RIA Novosti', ['RIA Novosti']],
    ['Kremlin', ['Kremlin']],
    ['attorney{m} general', ['attorney general', 'attorneys general']],
    ['regime{sg}', ['regime']],
  ])('expands %s', (citation, expected) => {
    expect(texts(citation)).toEqual(expected);
  });

  it('knows a plural when it sees one', () => {
    expect(en.phrase('state media').forms[0]?.features).toBe(F.PL);
    expect(en.phrase('Russian officials').forms[0]?.features).toBe(F.PL);
  });

  it('takes the last word of a name for the surname, with its particles', () => {
    expect(en.surname('Sergey Lavrov', 'm').forms).toEqual([{ text: 'Lavrov', features: F.SG | F.M }]);
    expect(en.surname('Ursula von der Leyen', 'f').forms[0]?.text).toBe('von der Leyen');
  });
});
