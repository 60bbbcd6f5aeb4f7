import { describe, expect, it } from 'vitest';
import { profiles } from '../lexicon';
import { tellLanguage } from './language';
import type { Lang } from './types';

type Row = readonly [text: string, lang: Lang];

describe('the language of a text', () => {
  it.each<[string, string, Lang | undefined, Lang]>([
    ['Ukrainian letters', 'Її приїзд', undefined, 'uk'],
    ['Russian letters', 'Это был ответ', undefined, 'ru'],
    ['Polish letters', 'Wieś pod Łodzią', undefined, 'pl'],
    ['German letters', 'Straße für Fußgänger', undefined, 'de'],
    ['no telling letter: the usual language of the page', 'Москва', 'ru', 'ru'],
    ['no telling letter and a usual language of another script', 'Москва', 'en', 'uk'],
    ['letters that tell, against the usual language', 'Її приїзд', 'ru', 'uk'],
    ['words that tell, against the usual language', 'Der Regen hat am Abend aufgehört.', 'en', 'de'],
    ['nothing at all', '', undefined, 'en'],
    ['nothing at all on a German page', 'Berlin', 'de', 'de'],
  ])('is told by %s', (_, text, usual, lang) => {
    expect(tellLanguage([text], profiles, usual)).toBe(lang);
  });

  it.each<Row>([
    ['Lawrow sagte, die Lage sei ruhig.', 'de'],
    ['Die Agentur meldet Schnee.', 'de'],
    ['Der Zug nach Łódź kommt laut Plan an.', 'de'],
    ['Nach dem Treffen mit Emmanuel Macron in Besançon reiste sie ab.', 'de'],
    ['Le train pour Dresde est en retard.', 'fr'],
    ['Selon la mairie, le marché ouvre lundi.', 'fr'],
    ["L'agence annonce de la neige.", 'fr'],
    ['Schröder et Müller se sont vus à Köln pour la fête.', 'fr'],
    ['Burmistrz powiedział, że most jest gotowy.', 'pl'],
    ['Agencja podaje, ze snieg spadnie w nocy.', 'pl'],
    ['Most w Dresden jest otwarty od roku.', 'pl'],
    ['The mayor said the bridge was ready.', 'en'],
    ['Mélenchon and Łukasz met in Düsseldorf.', 'en'],
    ['Snow is expected in Besançon, according to the agency.', 'en'],
    ['Мер сказав, що міст готовий.', 'uk'],
    ['За словами мера, міст готовий.', 'uk'],
    ['Мэр сказал, что мост готов.', 'ru'],
    ['По словам мэра, мост готов.', 'ru'],
    ['Агентство Reuters сообщает, что мост готов.', 'ru'],
  ])('is told of one sentence: %s', (text, lang) => {
    expect(tellLanguage([text], profiles)).toBe(lang);
  });

  it.each<Row>([
    ['El alcalde dijo que el puente está listo, según la agencia.', 'en'],
    ['Il sindaco ha detto che il ponte è pronto.', 'en'],
    ['Starosta řekl, že most je hotový.', 'en'],
    ['Primarul a spus că podul este gata.', 'en'],
    ['De burgemeester zegt dat het niet op tijd wordt.', 'en'],
    ['Кметът заяви, че мостът е готов и ще бъде отворен.', 'ru'],
    ['Градоначелник је рекао да је мост готов.', 'ru'],
    ['Мэр сказаў, што мост будзе гатовы.', 'ru'],
  ])('is the nearest of ours where it is none of them: %s', (text, lang) => {
    expect(tellLanguage([text], profiles, lang === 'en' ? 'fr' : 'uk')).toBe(lang);
  });
});
