/** Reads dictionaries the other way round: from a form to every word that it is a form of. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Lang } from '../../src/engine/types';
import {
  type Accepted,
  bareForms,
  type Homograph,
  homographsAmong,
  type Reading,
  unaccepted,
} from '../../src/lexicon/homographs';
import type { Inflector } from '../../src/lexicon/inflector';
import { readSource } from '../../src/lexicon/read';
import { LexiconError } from '../../src/lexicon/schema';

/** All readings of each of the forms asked for, in small letters. */
export type ReadForms = (forms: ReadonlySet<string>) => (form: string) => readonly Reading[];

const lexicon = new URL('../../src/lexicon/', import.meta.url);

/** Homographs that an author has not accepted, one line each. */
export function homographFaults(
  lang: Lang,
  inflector: Inflector,
  read: ReadForms,
  lemmasOf: (word: string) => readonly string[],
): readonly string[] {
  try {
    const source = readSource(fileURLToPath(new URL('data', lexicon)));
    const forms = bareForms(source, lang, inflector);
    const found: readonly Homograph[] = homographsAmong(forms, read(new Set(forms.map(({ form }) => form))), lemmasOf);
    const accepted = (parse(readFileSync(new URL('morph/homographs.yml', lexicon), 'utf8')) ?? {}) as Accepted;
    return unaccepted(lang, found, accepted, source.place);
  } catch (error) {
    if (error instanceof LexiconError) return [error.message];
    throw error;
  }
}

/** Collects readings of the wanted forms while a dictionary is walked through. */
export class Readings {
  private readonly byForm = new Map<string, Reading[]>();

  constructor(private readonly wanted: ReadonlySet<string>) {}

  add(form: string, reading: Reading): void {
    const key = form.toLowerCase();
    if (!this.wanted.has(key)) return;
    const known = this.byForm.get(key) ?? [];
    if (!known.some(({ lemma, opens }) => lemma === reading.lemma && opens === reading.opens)) known.push(reading);
    this.byForm.set(key, known);
  }

  readonly of = (form: string): readonly Reading[] => this.byForm.get(form) ?? [];
}
