/** German through the real lexicon, as a table: name, text (lines are passages), and what must be marked. Sentences are ours. */
import { describe, expect, it } from 'vitest';
import { tablesFor } from '../lexicon/disk';
import { createEngine } from '.';

const engine = createEngine(tablesFor('de'));

function marks(text: string): string[] {
  const passages = text.split('\n').map((line) => ({ text: line, lang: 'de' as const }));
  return engine.scan(passages).flags.map(({ role, stance, entry, passage, span }) => {
    const words = passages[passage]?.text.slice(span.start, span.end);
    return `${role} ${stance} ${entry} ⟦${words}⟧`;
  });
}

type Row = readonly [name: string, text: string, ...expected: string[]];
const check = (rows: readonly Row[]) => {
  it.each(rows.map(([name, text, ...expected]) => [name, text, expected] as const))('%s', (_, text, expected) => {
    expect(marks(text)).toEqual(expected);
  });
};
const LAVROV = 'name reported lavrov ⟦Lawrow⟧';
const PESKOV = 'name reported peskov ⟦Peskow⟧';

describe('statements in German', () => {
  check([
    ['subject before verb', 'Lawrow sagte, die Gespräche dauerten an.', LAVROV],
    ['verb after a quotation', '„Wir sind zu Gesprächen bereit“, sagte Peskow.', PESKOV],
    ['verb second, subject behind', 'Am Dienstag sagte Lawrow, die Gespräche seien schwierig.', LAVROV],
    ['a subject far behind its verb', 'Das sagte am Montag spät in Peking Lawrow.', LAVROV],
    [
      'verb before an office with its article',
      'Die Lage sei ruhig, sagte der russische Außenminister.',
      'role reported lavrov ⟦russische Außenminister⟧',
    ],
    ['verb last', 'Die Gespräche dauern an, wie Lawrow am Montag in Moskau erklärte.', LAVROV],
    ['a particle that closes the clause', 'Die Gespräche dauern an, fügte Lawrow am Abend hinzu.', LAVROV],
    ['a participle and its auxiliary', 'Lawrow hat am Montag erklärt, dass die Gespräche andauern.', LAVROV],
    ['a source between comma and full stop', 'Die Gespräche dauerten an, so Peskow.', PESKOV],
    ['a preposition behind its source', 'Lawrow zufolge dauern die Gespräche an.', LAVROV],
    ['an owner before the noun', 'Putins Behauptung blieb unbelegt.', 'name reported putin ⟦Putins⟧'],
    ['an owner behind the noun', 'Die Aussage Lawrows sorgte für Aufsehen.', 'name reported lavrov ⟦Lawrows⟧'],
    ['an outlet that is the source', 'Laut TASS dauern die Gespräche an.', 'attribution reported tass ⟦TASS⟧'],
    [
      'an outlet spoken to, with a dative article',
      'Das sagte Peskow der russischen Nachrichtenagentur TASS.',
      PESKOV,
      'attribution reported tass ⟦TASS⟧',
    ],
    [
      'office and name are one speaker',
      'Der russische Außenminister Sergej Lawrow warf dem Westen vor, die Gespräche zu behindern.',
      'name reported lavrov ⟦russische Außenminister Sergej Lawrow⟧',
    ],
    [
      'a pronoun',
      'Sacharowa trat in Moskau auf. „Wir sehen alles und ziehen unsere Schlüsse“, sagte sie.',
      'pronoun reported zakharova ⟦sie⟧',
    ],
    [
      'a possessive pronoun',
      'Lawrow trat in Peking auf. Seinen Worten zufolge habe sich nichts geändert.',
      'pronoun reported lavrov ⟦Seinen⟧',
    ],
    [
      'a short reference',
      'Lawrow trat in Peking auf. Der Minister betonte, die Lage sei unverändert.',
      'role reported lavrov ⟦Minister⟧',
    ],
    ['distance', 'Lawrow behauptete ohne Belege, die Gespräche dauerten an.', 'name distanced lavrov ⟦Lawrow⟧'],
    ['a negated opinion is an opinion', 'Lawrow glaubt nicht, dass die Gespräche enden.', LAVROV],
  ]);
});

describe('no statement in German', () => {
  check([
    ['a trip', 'Lawrow reiste am Montag nach Peking.'],
    ['a plural verb', 'Putin sagten Berater, die Lage sei ruhig.'],
    ['someone else after a meeting', 'Nach dem Treffen mit Lawrow sagte Rubio, die Gespräche seien nützlich.'],
    ['an unknown speaker after a clause of theirs', 'Putin traf Lawrow, am Abend sagte Meier, es sei spät geworden.'],
    ['a stranger before the verb', 'Meier sagte Putin am Telefon, die Lage sei ernst.'],
    ['the object of a passive', 'Putin wird von Kiew beschuldigt, die Gespräche zu verzögern.'],
    ['an accusative before the verb', 'Den russischen Außenminister kritisierte Selenskyj scharf.'],
    ['a verb without its particle', 'Lawrow teilte das Zimmer.'],
    ['a participle before a noun', 'Das erklärte Ziel Putins ist bekannt.'],
    ['a verb that is negated', 'Peskow kommentierte den Bericht nicht.'],
    ['silence about when', 'Lawrow sagte nicht, wann das Treffen stattfindet.'],
    ['a namesake', 'Der Schauspieler Kirill Lawrow sagte, die Rolle gefalle ihm.'],
    ['half of a compound', 'Der Putin-Kritiker Kara-Mursa sagte, die Lage sei ernst.'],
    ['«so» that means «if»', 'So Putin will, reist die Delegation ab.'],
    ['a noun that looks like a verb', 'Das Schreiben Meiers an Lawrow traf spät ein.'],
    ['a particle of another clause', 'Lawrow teilte das Brot mit Rubio.'],
    ['another minister', 'Wadephul trat in Kiew auf. Der Minister betonte, die Hilfe komme.'],
  ]);
});
