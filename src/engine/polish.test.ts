/** The engine on Polish: name, text (lines are passages), and what must be marked. Sentences are ours. */
import { describe, expect, it } from 'vitest';
import { tablesFor } from '../lexicon/disk';
import { createEngine } from '.';

const engine = createEngine(tablesFor('pl'));

/** `entry stance ⟦words⟧` of each mark; a mere mention of an outlet says so. */
function marks(text: string): string[] {
  const passages = text.split('\n').map((line) => ({ text: line }));
  return engine.scan(passages).flags.map(({ role, stance, entry, passage, span }) => {
    const words = passages[passage]?.text.slice(span.start, span.end);
    return `${role === 'mention' ? 'mention ' : ''}${entry} ${stance} ⟦${words}⟧`;
  });
}

type Row = readonly [name: string, text: string, ...expected: string[]];
const check = (rows: readonly Row[]) => {
  it.each(rows.map(([name, text, ...expected]) => [name, text, expected] as const))('%s', (_, text, expected) => {
    expect(marks(text)).toEqual(expected);
  });
};

describe('marked in Polish', () => {
  check([
    ['subject before verb', 'Ławrow oświadczył, że rozmowy trwają.', 'lavrov reported ⟦Ławrow⟧'],
    ['verb before subject', 'Poinformował o tym Pieskow.', 'peskov reported ⟦Pieskow⟧'],
    ['after a quotation', '„Rozmowy trwają” – powiedział Pieskow.', 'peskov reported ⟦Pieskow⟧'],
    [
      'after a line of dialogue, with an office',
      '– Rozmowy trwają – oświadczyła w środę rzeczniczka rosyjskiego MSZ Maria Zacharowa.',
      'zakharova reported ⟦rzeczniczka rosyjskiego MSZ Maria Zacharowa⟧',
    ],
    ['in somebody’s opinion', 'Zdaniem Ławrowa rozmowy trwają.', 'lavrov reported ⟦Ławrowa⟧'],
    ['as an agency reports', 'Jak podaje TASS, spotkanie odbędzie się w środę.', 'tass reported ⟦TASS⟧'],
    ['a kind of outlet before the name', 'Informację podała agencja TASS.', 'tass reported ⟦TASS⟧'],
    [
      'talking to an agency',
      'W rozmowie z RIA Nowosti dyplomata mówił o pogodzie.',
      'ria_novosti reported ⟦RIA Nowosti⟧',
    ],
    [
      'told to an agency, the speaker behind it',
      'Powiedział o tym agencji TASS Dmitrij Pieskow.',
      'tass reported ⟦TASS⟧',
      'peskov reported ⟦Dmitrij Pieskow⟧',
    ],
    ['cited with a participle', 'Powołując się na TASS, gazeta podała liczby.', 'tass reported ⟦TASS⟧'],
    [
      'a pronoun in the next paragraph',
      'Zacharowa odpowiedziała na pytania.\n„Wszystko widzimy” – powiedziała ona.',
      'zakharova reported ⟦Zacharowa⟧',
      'zakharova reported ⟦ona⟧',
    ],
    [
      'a pronoun behind a preposition',
      'Zacharowa odpowiedziała na pytania. Według niej rozmowy trwają.',
      'zakharova reported ⟦Zacharowa⟧',
      'zakharova reported ⟦niej⟧',
    ],
    [
      'a possessive pronoun without a preposition',
      'Ławrow wystąpił w Pekinie. Jego zdaniem warunki się nie zmieniły.',
      'lavrov reported ⟦Jego⟧',
    ],
    [
      'a short reference',
      'Pieskow spotkał się z dziennikarzami. Rzecznik dodał, że plan jest gotowy.',
      'peskov reported ⟦Rzecznik⟧',
    ],
    ['a relative clause between', 'Ławrow, który przybył do Ankary, powiedział, że wróci.', 'lavrov reported ⟦Ławrow⟧'],
    ['nothing ruled out', 'Pieskow nie wykluczył spotkania przywódców.', 'peskov reported ⟦Pieskow⟧'],
    ['a colon', 'Ławrow: rozmowy trwają', 'lavrov reported ⟦Ławrow⟧'],
    ['a credit cut short', 'Fot. TASS', 'tass reported ⟦TASS⟧'],
    ['the author’s distance', 'Pieskow oświadczył, że Kijów rzekomo nie chce rozmów.', 'peskov distanced ⟦Pieskow⟧'],
    [
      'a wording called so',
      'Tak zwana specjalna operacja wojskowa trwa czwarty rok.',
      'special_operation distanced ⟦specjalna operacja wojskowa⟧',
    ],
    [
      'a wording in an oblique case, the adjective behind its noun',
      'Pieskow mówił o przebiegu specjalnej operacji wojskowej.',
      'peskov reported ⟦Pieskow⟧',
      'special_operation reported ⟦specjalnej operacji wojskowej⟧',
    ],
  ]);
});

describe('not marked in Polish', () => {
  check([
    ['a weak English name, which stays at home', 'Baza podała, że start opóźniono.'],
    ['a trip', 'Siergiej Ławrow przybył do Pekinu.'],
    ['an act', 'Władimir Putin podpisał dekret o mobilizacji.'],
    ['a wish that somebody guesses', 'Putin chce spotkania z Trumpem.'],
    ['a refusal', 'Pieskow, pytany przez dziennikarzy o rozmowy, odmówił komentarza.'],
    ['silence', 'Pieskow nie powiedział, kiedy odbędzie się spotkanie.'],
    ['an ambassador summoned', 'Ławrow wezwał ambasadora Polski.'],
    ['the other one speaks', 'Po rozmowie z Ławrowem Rubio powiedział, że spotkanie było owocne.'],
    ['the antecedent is another', 'Putin rozmawiał z Macronem, który powiedział, że rozmowa była trudna.'],
    ['a question about words', 'Nie wiadomo, o czym mówił Putin.'],
    ['a Polish spokesman', '– Plan jest gotowy – zaznaczył rzecznik polskiego rządu.'],
    ['a Polish ministry', 'Ministerstwo Obrony Narodowej poinformowało, że kupi czołgi.'],
    ['a namesake', 'Tenisista Daniił Miedwiediew powiedział, że jest zadowolony.'],
    ['an operation of the police', 'Policjanci zakończyli operację specjalną przeciwko gangowi.'],
  ]);
});
