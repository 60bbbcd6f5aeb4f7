/**
 * Forms that mark by themselves and are forms of another word too (после: «посол» and "after"): each must be accepted by
 * an author, with a reason, in morph/homographs.yml. Only scripts/morphology/update.ts has the dictionaries that tell.
 */
import { F } from '../engine/features';
import { foldKey, keyWords } from '../engine/fold';
import { NAME, T } from '../engine/terms';
import type { Lang } from '../engine/types';
import { citationsOf } from './check';
import { Expander } from './expand';
import type { Inflector } from './inflector';
import type { Place, Source } from './read';

/** A single word that marks its entry without a second sign. */
export type BareForm = {
  readonly form: string;
  readonly entry: string;
  /** It matches only with a capital, so that another word is met only where a sentence begins. */
  readonly isCapital: boolean;
  /** Words of the entry's citation forms: the form is rightly a form of these. */
  readonly own: ReadonlySet<string>;
  /** A name or an office: a verb of the same letters is always another word. */
  readonly isSpeaker: boolean;
};

/** What a dictionary has under a form. */
export type Reading = {
  readonly lemma: string;
  readonly isVerb: boolean;
  /** A verb, an adverb, a nominative: prose begins sentences with it. */
  readonly opens: boolean;
};

export type Homograph = { readonly form: string; readonly entry: string; readonly other: string };
/** By language, then by form in small letters. */
export type Accepted = Readonly<
  Record<string, Readonly<Record<string, { readonly entry: string; readonly other: string; readonly because: string }>>>
>;

/** All such forms of outlets, officials and wordings. */
export function bareForms(source: Source, lang: Lang, inflector: Inflector): readonly BareForm[] {
  const forms = new Map<string, BareForm>();
  for (const entry of [...source.outlets, ...source.officials, ...source.narratives]) {
    const expander = new Expander(lang, inflector);
    const isSpeaker = !('claims' in entry);
    if ('claims' in entry) expander.narrative(entry, 0, (needs) => (needs.length > 0 ? 1 : -1));
    else expander.speaker(entry, 0);
    const own = new Set(
      citationsOf(entry, lang).flatMap((citation) => keyWords(foldKey(citation.replace(/\{[^}]*\}/g, '')))),
    );
    for (const { form, term, features } of expander.senses) {
      const [kind, , x] = term;
      const isWeak = kind === T.PHRASE ? x === 1 : kind === T.NAME && (x & NAME.WEAK) !== 0;
      // A given name tells namesakes apart; it marks nobody.
      if (isWeak || kind === T.GIVEN || keyWords(foldKey(form)).length !== 1) continue;
      const key = `${entry.id} ${form.toLowerCase()}`;
      const isCapital = (features & F.CAPITAL) !== 0 && forms.get(key)?.isCapital !== false;
      forms.set(key, { form: form.toLowerCase(), entry: entry.id, isCapital, own, isSpeaker });
    }
  }
  return [...forms.values()];
}

/**
 * Which of them a dictionary knows as another word.
 * @param readingsOf all readings of a form, in small letters
 * @param lemmasOf lemmas of a word as it is cited
 */
export function homographsAmong(
  forms: readonly BareForm[],
  readingsOf: (form: string) => readonly Reading[],
  lemmasOf: (word: string) => readonly string[],
): readonly Homograph[] {
  return forms.flatMap(({ form, entry, isCapital, own, isSpeaker }) => {
    const readings = readingsOf(form).filter(({ opens }) => !isCapital || opens);
    if (readings.length === 0) return [];
    const mine = new Set([...own, ...[...own].flatMap(lemmasOf)].map((lemma) => lemma.toLowerCase()));
    const others = readings.filter(({ lemma, isVerb }) => !mine.has(lemma.toLowerCase()) || (isVerb && isSpeaker));
    const [other] = [...new Set(others.map(({ lemma }) => lemma))].sort();
    return other === undefined ? [] : [{ form, entry, other }];
  });
}

/** Homographs that nobody has accepted, and acceptances of what is none any more; one line each, with the mend. */
export function unaccepted(
  lang: Lang,
  homographs: readonly Homograph[],
  accepted: Accepted,
  place: Place,
): readonly string[] {
  const reasons = accepted[lang] ?? {};
  const faults = homographs
    .filter(({ form, entry }) => reasons[form]?.entry !== entry)
    .map(
      ({ form, entry, other }) =>
        `${place(entry)}: ${entry}: ${lang}: «${form}» is a form of «${other}» too: accept it with a reason in morph/homographs.yml, put its citation form under weak, or take it out`,
    );
  const known = new Set(homographs.map(({ form }) => form));
  const stale = Object.keys(reasons)
    .filter((form) => !known.has(form))
    .map((form) => `morph/homographs.yml: ${lang}: «${form}» is a form of nothing else now: take it out`);
  return [...faults, ...stale];
}
