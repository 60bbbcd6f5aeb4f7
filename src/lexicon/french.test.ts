import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { F } from '../engine/features';
import type { Expansion } from './form-set';
import { createInflector, loadParadigms } from './inflect';

type Rows = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Gold = { readonly nouns: Rows; readonly adjectives: Rows; readonly verbs: Rows };

const { fr: gold } = parse(readFileSync(new URL('./morph/gold.yml', import.meta.url), 'utf8')) as { fr: Gold };
const fr = createInflector('fr', loadParadigms('fr'));

/** Forms with all of these bits, as a row of the gold table has them. */
function row({ forms, problems }: Expansion, bits: number): string {
  expect(problems).toEqual([]);
  const fitting = forms.filter(({ features }) => (features & bits) === bits);
  return [...new Set(fitting.map(({ text }) => text))].join('/') || '-';
}

describe('gold paradigms', () => {
  it.each(Object.entries(gold.nouns))('the noun %s', (word, { sg, pl }) => {
    expect([row(fr.phrase(word), F.SG), row(fr.phrase(word), F.PL)]).toEqual([sg, pl]);
  });

  it.each(Object.entries(gold.adjectives))('the adjective %s', (word, { m, f, pl }) => {
    const expansion = fr.adjective(word);
    expect([row(expansion, F.M | F.SG), row(expansion, F.F | F.SG), row(expansion, F.PL)]).toEqual([m, f, pl]);
  });

  it.each(Object.entries(gold.verbs))('the verb %s', (word, { sg, pl, m, past, conv, impers }) => {
    const bits = [F.PRES | F.SG, F.PRES | F.PL, F.PAST | F.SG, F.PAST | F.PL, F.CONV, F.IMPERS];
    const sorted = (cell = '-') => cell.split('/').sort();
    expect(bits.map((one) => sorted(row(fr.verb(word), one)))).toEqual([sg, pl, m, past, conv, impers].map(sorted));
  });
});

describe('phrases', () => {
  const texts = (citation: string): string[] => fr.phrase(citation).forms.map(({ text }) => text);

  it.each([
    [
      'adjectives agree with the head, what follows a preposition stays',
      'ministre russe des Affaires étrangères',
      ['ministre russe des Affaires étrangères', 'ministres russes des Affaires étrangères'],
    ],
    [
      'a noun of either gender takes both forms of its adjectives',
      'vice-ministre délégué',
      ['vice-ministre délégué', 'vice-ministres délégués', 'vice-ministre déléguée', 'vice-ministres déléguées'],
    ],
    [
      'an adjective before the noun is not its head',
      'haut responsable prorusse',
      [
        'haut responsable prorusse',
        'hauts responsables prorusses',
        'haute responsable prorusse',
        'hautes responsables prorusses',
      ],
    ],
    [
      'a thing keeps its gender',
      'opération militaire spéciale',
      ['opération militaire spéciale', 'opérations militaires spéciales'],
    ],
    ['a plural stays plural', 'médias d’État russes', ["médias d'État russes"]],
    ['a name stays as it is', 'Ministère russe de la Défense', ['Ministère russe de la Défense']],
    ['a foreign name needs no dictionary', 'War on Fakes', ['War on Fakes']],
    ['a marked number is the only one', 'porte-parole{sg} du Kremlin', ['porte-parole du Kremlin']],
    ['a marked gender is the only one', 'président{m} russe', ['président russe', 'présidents russes']],
    [
      'an agreeing word behind a preposition',
      'agence de presse russe{+}',
      ['agence de presse russe', 'agences de presse russes'],
    ],
    [
      'a new word like a known one',
      'milblogueur{like:blogueur}',
      ['milblogueur', 'milblogueurs', 'milblogueuse', 'milblogueuses'],
    ],
    [
      'an infinitive first makes a verb phrase',
      'mettre en garde',
      [
        'mettre en garde',
        'met en garde',
        'mettent en garde',
        'mettait en garde',
        'mit en garde',
        'mettaient en garde',
        'mirent en garde',
        'mettant en garde',
        'mis en garde',
      ],
    ],
  ])('%s', (_, citation, expected) => {
    expect(texts(citation)).toEqual(expected);
  });

  it('a pronoun elides before a vowel and leaves the participle, which follows an auxiliary', () => {
    const forms = fr.verb("s'indigner").forms.map(({ text }) => text);
    expect(forms).toContain("s'indigne");
    expect(forms).toContain('indigné');
    expect(forms).not.toContain("s'indigné");
  });

  it('an office has the gender and the number of its holder', () => {
    const offices = (holder: 'm' | 'f') => fr.office?.('chef prorusse', holder).forms.map(({ text }) => text);
    expect(offices('m')).toEqual(['chef prorusse']);
    expect(offices('f')).toEqual(['chef prorusse', 'cheffe prorusse']);
  });

  it('names of persons never change', () => {
    expect(fr.person('Sergueï Lavrov', 'm').forms).toEqual([{ text: 'Sergueï Lavrov', features: F.SG | F.M }]);
    expect(fr.surname('Ursula von der Leyen', 'f').forms[0]?.text).toBe('von der Leyen');
  });

  it('an unknown word is a problem that says what to do', () => {
    expect(fr.phrase('abrakadabreur russe').problems[0]?.message).toContain('{like:');
  });
});
