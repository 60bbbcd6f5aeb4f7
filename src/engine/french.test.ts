/**
 * French constructions with the real lexicon: name, text (lines are passages), and what must be marked.
 * Sentences are ours; the silent ones are near misses of those that fire.
 */
import { describe, expect, it } from 'vitest';
import { tablesFor } from '../lexicon/disk';
import { createEngine } from '.';

const engine = createEngine(tablesFor('fr'));

function marks(text: string): string[] {
  const passages = text.split('\n').map((line) => ({ text: line, lang: 'fr' as const }));
  return engine.scan(passages).flags.map(({ role, stance, entry, passage, span }) => {
    const words = passages[passage]?.text.slice(span.start, span.end);
    return `${role} ${stance} ${entry} ⟦${words}⟧`;
  });
}

describe('fires on', () => {
  it.each([
    ['subject before verb', 'Lavrov a déclaré que les contacts se poursuivaient.', 'name reported lavrov ⟦Lavrov⟧'],
    [
      'a participle after its adverb',
      'Lavrov a également souligné l’importance des contacts.',
      'name reported lavrov ⟦Lavrov⟧',
    ],
    [
      'a phrase between two commas before the participle',
      'Lavrov a, de son côté, évoqué une date.',
      'name reported lavrov ⟦Lavrov⟧',
    ],
    [
      'a verb before its subject, after a quotation with spaces in its marks',
      '« Nous attendons une réponse de nos partenaires », a déclaré lundi à la presse Peskov.',
      'name reported peskov ⟦Peskov⟧',
    ],
    [
      'English marks',
      '“Nous attendons une réponse de nos partenaires”, affirme Vladimir Poutine.',
      'name reported putin ⟦Vladimir Poutine⟧',
    ],
    ['a preposition', 'Selon Vladimir Poutine, les contacts se poursuivent.', 'name reported putin ⟦Vladimir Poutine⟧'],
    ['an elided preposition', 'D’après Lavrov, les contacts se poursuivent.', 'name reported lavrov ⟦Lavrov⟧'],
    [
      'an office and a name between commas',
      'Le porte-parole du Kremlin, Dmitri Peskov, a dit que la date n’était pas fixée.',
      'name reported peskov ⟦porte-parole du Kremlin, Dmitri Peskov⟧',
    ],
    [
      'a speaker between commas before his verb',
      'Vladimir Poutine, en visite à Pékin, a assuré que la date était fixée.',
      'name reported putin ⟦Vladimir Poutine⟧',
    ],
    ['a relative clause', 'Lavrov, qui a vu son homologue, a évoqué une date.', 'name reported lavrov ⟦Lavrov⟧'],
    ['an object before the verb', 'Comme l’affirme Peskov, la date reste ouverte.', 'name reported peskov ⟦Peskov⟧'],
    [
      'an object before the auxiliary',
      'Comme l’a affirmé Lavrov, la date reste ouverte.',
      'name reported lavrov ⟦Lavrov⟧',
    ],
    [
      'a reflexive verb',
      '« La date est fixée depuis longtemps », s’est félicité Vladimir Poutine.',
      'name reported putin ⟦Vladimir Poutine⟧',
    ],
    ['what is not ruled out', 'Peskov n’exclut pas une rencontre.', 'name reported peskov ⟦Peskov⟧'],
    ['the agent of a passive', 'La date a été annoncée par Peskov.', 'name reported peskov ⟦Peskov⟧'],
    ['a speech noun', 'Les propos de Vladimir Poutine ont surpris.', 'name reported putin ⟦Vladimir Poutine⟧'],
    ['a place', 'Au Kremlin, on assure que la date est fixée.', 'name reported kremlin ⟦Kremlin⟧'],
    [
      'the holder of an office between commas',
      'La porte-parole du ministère russe des Affaires étrangères, Maria Zakharova, s’est dite surprise.',
      'name reported zakharova ⟦porte-parole du ministère russe des Affaires étrangères, Maria Zakharova⟧',
    ],
    [
      'a speaker named within the quotation marks',
      '« Nous sommes prêts, a déclaré M. Lavrov, à fixer la date. »',
      'name reported lavrov ⟦M. Lavrov⟧',
    ],
    [
      'two speakers of one verb',
      'Lavrov et Duval ont affirmé que la date était fixée.',
      'name reported lavrov ⟦Lavrov⟧',
    ],
    [
      'an adverb of distance',
      'Lavrov a prétendument fixé la date, a-t-il affirmé.\nLavrov assure faussement que la date est fixée.',
      'pronoun distanced lavrov ⟦il⟧',
      'name distanced lavrov ⟦Lavrov⟧',
    ],
    [
      'a pronoun between auxiliary and participle',
      'Peskov s’est exprimé mercredi.\n« Nous attendons une réponse », a-t-il ajouté.',
      'name reported peskov ⟦Peskov⟧',
      'pronoun reported peskov ⟦il⟧',
    ],
    [
      'she after a preposition',
      'Maria Zakharova est arrivée mardi. Selon elle, la date reste ouverte.',
      'pronoun reported zakharova ⟦elle⟧',
    ],
    [
      'a possessive of either gender',
      'Maria Zakharova est arrivée mardi. Selon ses dires, la date reste ouverte.',
      'pronoun reported zakharova ⟦ses⟧',
    ],
    [
      'a pronoun of two words',
      'Lavrov est arrivé mardi. Celui-ci a évoqué une date.',
      'pronoun reported lavrov ⟦Celui-ci⟧',
    ],
    [
      'an outlet cited by someone',
      'La rencontre aura lieu mardi, selon une source citée par RIA Novosti.',
      'attribution reported ria_novosti ⟦RIA Novosti⟧',
    ],
    [
      'an outlet spoken to',
      'Dans un entretien à l’agence TASS, le gouverneur a évoqué la récolte.',
      'attribution reported tass ⟦TASS⟧',
    ],
  ])('%s', (_, text, ...expected) => {
    expect(marks(text)).toEqual(expected);
  });
});

describe('is silent on', () => {
  it.each([
    ['a verb denied', 'Lavrov n’a pas commenté ces informations.'],
    ['a verb denied in the present', 'Peskov ne commente pas ces informations.'],
    ['a passive', 'Lavrov a été accusé de lenteur.'],
    ['a present passive', 'Vladimir Poutine est accusé de lenteur.'],
    ['a participle without an auxiliary', 'Lavrov, accusé de lenteur, attend une réponse.'],
    ['a noun that looks like a verb', 'Lavrov a reçu mardi la demande de Paris.'],
    ['an object of another speaker', 'Le candidat a accusé Poutine, selon la presse.'],
    ['an object after an interrupted clause', 'Emmanuel Macron, lui, critique Poutine.'],
    ['an object with what follows it', 'Mardi, en visite à Lyon, accuse Poutine de lenteur un candidat.'],
    ['the object of a relative clause', 'L’homme qui a défié Poutine a déclaré que la date était fixée.'],
    ['a name after a preposition', 'Un cousin de Lavrov a évoqué une date.'],
    ['a plural verb beside one name', 'Les cousins que Lavrov connaît ont affirmé que la date était fixée.'],
    [
      'another country’s minister',
      'Le ministre des Affaires étrangères russe est parti. Le ministre français a dit que la date était fixée.',
    ],
    ['a speaker whom another quotes', '« Nous pensons, comme l’a dit Poutine, que c’est tôt », a déclaré Macron.'],
    ['a verb within someone’s quotation', '« Nous savons que Lavrov a déclaré une date », a répondu Emmanuel Macron.'],
    ['a pronoun of another gender', 'Maria Zakharova est arrivée mardi. Selon lui, la date reste ouverte.'],
    ['a question', 'Que dit Lavrov ?'],
    ['a refusal', 'Peskov a refusé de commenter.'],
    ['a source near him', 'Selon une source proche de Poutine, la date est fixée.'],
  ])('%s', (_, text) => {
    expect(marks(text)).toEqual([]);
  });
});
