import { describe, expect, it } from 'vitest';
import { CASES, F } from '../engine/features';
import { CASE_BITS, type Expansion } from './form-set';
import { createInflector, loadParadigms } from './inflect';

const pl = createInflector('pl', loadParadigms('pl'));

function withBits({ forms, problems }: Expansion, bits: number): string[] {
  expect(problems).toEqual([]);
  return forms.filter(({ features }) => (features & bits) === bits).map(({ text }) => text);
}

/** Variants of each case joined by slashes, cases by blanks. */
function row(expansion: Expansion): string {
  return CASE_BITS.map((bit) => withBits(expansion, bit).join('/')).join(' ');
}

describe('phrases', () => {
  it('give men a plural of their own', () => {
    expect(withBits(pl.phrase('rosyjski dziennikarz'), F.NOM | F.PL)).toEqual(['rosyjscy dziennikarze']);
    expect(withBits(pl.phrase('rosyjscy dziennikarze'), F.ACC)).toEqual(['rosyjskich dziennikarzy']);
    expect(withBits(pl.phrase('rosyjskie media'), F.ACC)).toEqual(['rosyjskie media']);
    expect(withBits(pl.phrase('rosyjski dziennik'), F.NOM | F.PL)).toEqual(['rosyjskie dzienniki']);
  });

  it('take the accusative of the adjective from the noun', () => {
    expect(withBits(pl.phrase('rosyjski dziennik'), F.ACC | F.SG)).toEqual(['rosyjski dziennik']);
    expect(withBits(pl.phrase('rosyjski dziennikarz'), F.ACC | F.SG)).toEqual(['rosyjskiego dziennikarza']);
  });

  it('let adjectives after the head agree, and leave what follows them', () => {
    expect(withBits(pl.phrase('siły zbrojne Rosji'), F.INS)).toEqual(['siłami zbrojnymi Rosji']);
    expect(withBits(pl.phrase('specjalna operacja wojskowa'), F.GEN | F.SG)).toEqual(['specjalnej operacji wojskowej']);
    expect(withBits(pl.phrase('rosyjskie ministerstwo spraw zagranicznych'), F.LOC | F.SG)).toEqual([
      'rosyjskim ministerstwie spraw zagranicznych',
    ]);
    expect(withBits(pl.phrase('siły zbrojne{=}'), F.INS)).toEqual(['siłami zbrojne']);
  });

  it('let a family name behind an office follow it, and leave a place behind a common noun', () => {
    expect(withBits(pl.phrase('uzurpator{sg} Zełenski{+}{m}'), F.INS)).toEqual(['uzurpatorem Zełenskim']);
    expect(withBits(pl.phrase('wojna Kijowa'), F.INS | F.SG)).toEqual(['wojną Kijowa']);
  });

  it('decline the last part of an adjective with a hyphen', () => {
    expect(withBits(pl.phrase('wojna rosyjsko-ukraińska'), F.GEN | F.SG)).toEqual(['wojny rosyjsko-ukraińskiej']);
  });

  it('tell a name from a word by its capital', () => {
    expect(row(pl.phrase('Kreml'))).toBe('Kreml Kremla Kremlowi Kreml Kremlem Kremlu');
    expect(withBits(pl.phrase('państwo'), F.GEN | F.SG)).toEqual(['państwa']);
  });

  it('leave names that no dictionary has', () => {
    expect(pl.phrase('Russia Today')).toEqual({
      forms: [{ text: 'Russia Today', features: CASES | F.SG }],
      problems: [],
    });
    expect(pl.phrase('rosyjski abrakadabrus').problems[0]?.token).toBe('abrakadabrus');
  });
});

describe('names', () => {
  it.each<[string, 'm' | 'f', string]>([
    ['Siergiej Ławrow', 'm', 'Ławrow Ławrowa Ławrowowi Ławrowa Ławrowem Ławrowie'],
    ['Władimir Putin', 'm', 'Putin Putina Putinowi Putina Putinem Putinie'],
    ['Dmitrij Pieskow', 'm', 'Pieskow Pieskowa Pieskowowi Pieskowa Pieskowem Pieskowie'],
    ['Wołodymyr Zełenski', 'm', 'Zełenski Zełenskiego Zełenskiemu Zełenskiego Zełenskim Zełenskim'],
    ['Władimir Miedinskij', 'm', 'Miedinskij Miedinskiego Miedinskiemu Miedinskiego Miedinskim Miedinskim'],
    ['Siergiej Kirijenko', 'm', 'Kirijenko Kirijenki Kirijence Kirijenkę Kirijenką Kirijence'],
    ['Siergiej Szojgu', 'm', 'Szojgu Szojgu Szojgu Szojgu Szojgu Szojgu'],
    ['Wasilij Niebienzia', 'm', 'Niebienzia Niebienzi Niebienzi Niebienzię Niebienzią Niebienzi'],
    ['Piotr Tołstoj', 'm', 'Tołstoj Tołstoja Tołstojowi Tołstoja Tołstojem Tołstoju'],
    ['Leonid Pasiecznik', 'm', 'Pasiecznik Pasiecznika Pasiecznikowi Pasiecznika Pasiecznikiem Pasieczniku'],
    ['Maria Zacharowa', 'f', 'Zacharowa Zacharowej Zacharowej Zacharową Zacharową Zacharowej'],
    [
      'Maria Lwowa-Biełowa',
      'f',
      'Lwowa-Biełowa Lwowej-Biełowej Lwowej-Biełowej Lwową-Biełową Lwową-Biełową Lwowej-Biełowej',
    ],
    ['Walentina Matwijenko', 'f', Array(6).fill('Matwijenko').join(' ')],
    ['Margarita Simonjan', 'f', Array(6).fill('Simonjan').join(' ')],
    [
      'Elwira Nabiullina',
      'f',
      'Nabiullina Nabiulliny/Nabiullinej Nabiullinej/Nabiullinie Nabiullinę/Nabiulliną Nabiulliną Nabiullinej/Nabiullinie',
    ],
  ])('decline %s (%s)', (name, gender, expected) => {
    expect(row(pl.surname(name, gender))).toBe(expected);
  });

  it.each<[string, 'm' | 'f', string]>([
    ['Siergiej', 'm', 'Siergiej Siergieja Siergiejowi Siergieja Siergiejem Siergieju'],
    ['Dmitrij', 'm', 'Dmitrij Dmitrija Dmitrijowi Dmitrija Dmitrijem Dmitriju'],
    ['Władimir', 'm', 'Władimir Władimira Władimirowi Władimira Władimirem Władimirze'],
    ['Wiaczesław', 'm', 'Wiaczesław Wiaczesława Wiaczesławowi Wiaczesława Wiaczesławem Wiaczesławie'],
    ['Michaił', 'm', 'Michaił Michaiła Michaiłowi Michaiła Michaiłem Michaile'],
    ['Oleg', 'm', 'Oleg Olega Olegowi Olega Olegiem Olegu'],
    ['Nikita', 'm', 'Nikita Nikity Nikicie Nikitę Nikitą Nikicie'],
    ['Maria', 'f', 'Maria Marii Marii Marię Marią Marii'],
    ['Margarita', 'f', 'Margarita Margarity Margaricie Margaritę Margaritą Margaricie'],
    ['Olga', 'f', 'Olga Olgi Oldze Olgę Olgą Oldze'],
  ])('decline %s (%s)', (name, gender, expected) => {
    const forms = pl.person(`${name} Szojgu`, gender);
    expect(
      row(forms)
        .replaceAll(/ ([^ ]+) Szojgu/g, ' $1')
        .replace(' Szojgu', ''),
    ).toBe(expected);
  });
});
