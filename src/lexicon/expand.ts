/** Entries → surface forms with their senses. Build time only. */
import { CASES, F } from '../engine/features';
import { foldKey, isCapital, keyWords, twinOf } from '../engine/fold';
import {
  ACCOMPANIED,
  ACT_PART,
  ASPECT,
  BEFORE_CLAUSE,
  DEED,
  NAME,
  PREPOSITION,
  SCOPE,
  T,
  TAG_ONLY,
} from '../engine/terms';
import type { Lang } from '../engine/types';
import type { Beside, Expansion } from './form-set';
import type { Inflector } from './inflector';
import type { Cues, FormItem, Narrative, Official, Other, Outlet, WordClass } from './schema';

/** One meaning of one form. `term` is [kind, ref, x]. */
export type Sense = {
  readonly form: string;
  readonly lang: Lang;
  readonly term: readonly [number, number, number];
  readonly features: number;
  /** Where it comes from, for forms/<lang>.tsv: an entry's id or `cue.say`. */
  readonly from: string;
};

const CASE_BIT: Record<string, number> = { nom: F.NOM, gen: F.GEN, dat: F.DAT, acc: F.ACC, ins: F.INS, loc: F.LOC };
export const GENDER_BIT: Record<string, number> = { m: F.M | F.SG, f: F.F | F.SG, n: F.N | F.SG, pl: F.PL };
const SCOPE_OF = {
  clause: SCOPE.CLAUSE,
  next: SCOPE.NEXT,
  sentence: SCOPE.SENTENCE,
  verdict: SCOPE.VERDICT,
  turn: SCOPE.TURN,
  denial: SCOPE.DENIAL,
  behind: SCOPE.BEHIND,
} as const;
const caseBits = (value: string | readonly string[] | undefined): number =>
  value === undefined ? CASES : [value].flat().reduce((bits, name) => bits | (CASE_BIT[name] ?? 0), 0);

/** Is it written as a name, so that only a capital matches? */
const startsCapital = (citation: string) => isCapital(citation.replace(/^[«"“„\s]+/, '').charCodeAt(0));

/** A citation form that could not be expanded; `message` says how the author mends it. */
export type Misfit = { readonly from: string; readonly token: string; readonly message: string };

/** «міноборони рф»: a body with its state behind it is known without capitals too. */
const NAMES_STATE = / \p{Lu}\S*$/u;

/** Collects senses and the problems that the inflector has with citation forms. */
export class Expander {
  readonly senses: Sense[] = [];
  readonly problems: Misfit[] = [];

  constructor(
    readonly lang: Lang,
    private readonly inflect: Inflector,
  ) {}

  private add(from: string, term: Sense['term'], expansion: Expansion, extra = 0): void {
    for (const problem of expansion.problems) this.problems.push({ from, ...problem });
    for (const { text, features, beside } of expansion.forms) {
      const meaning = beside ? this.accompanied(term, beside) : term;
      if (meaning) this.senses.push({ form: text, lang: this.lang, term: meaning, features: features | extra, from });
    }
  }

  private readonly companions = new Map<string, number>();

  /**
   * The meaning of a form that counts only beside another word: the word's number is its `ref`. Wordings and classes
   * take participles as they are and leave out verbs that their particle has left.
   */
  private accompanied(term: Sense['term'], { words, closes }: Beside): Sense['term'] | undefined {
    const [kind, , x] = term;
    if (!ACCOMPANIED.has(kind)) return closes && kind !== T.ACT ? undefined : term;
    const key = words.join();
    const number = this.companions.get(key) ?? this.companions.size + 1;
    if (!this.companions.has(key)) {
      this.companions.set(key, number);
      for (const form of words) {
        const companion: Sense['term'] = [T.COMPANION, number, closes ? 0 : 1];
        this.senses.push({ form, lang: this.lang, term: companion, features: 0, from: 'cue.companion' });
      }
    }
    return [kind, number, x];
  }

  /** A noun phrase; with `{=}` on every token, or marked so, it stays as it is. */
  private phrase(from: string, term: Sense['term'], citation: string, extra = 0): void {
    this.add(from, term, this.inflect.phrase(citation), extra);
  }

  /** Names, weak names, labels and roles of one outlet, official or other speaker. */
  speaker(entry: Outlet | Official | Other, ref: number): void {
    const { lang } = this;
    const anycase = Array.isArray(entry.anycase) ? entry.anycase.includes(lang) : entry.anycase === true;
    const capital = (citation: string) => (!anycase && startsCapital(citation) ? F.CAPITAL : 0);
    const asName = anycase ? 0 : F.CAPITAL;
    for (const citation of entry.forms?.[lang] ?? []) {
      const isPlain = entry.type === 'body' && NAMES_STATE.test(citation);
      this.phrase(entry.id, [T.NAME, ref, 0], citation, isPlain ? 0 : capital(citation));
    }
    for (const citation of entry.weak?.[lang] ?? [])
      this.phrase(entry.id, [T.NAME, ref, NAME.WEAK], citation, capital(citation));
    for (const citation of entry.distancing?.[lang] ?? []) {
      this.phrase(entry.id, [T.NAME, ref, NAME.DISTANCING], citation, capital(citation));
    }
    const gender = entry.gender === 'f' ? 'f' : 'm';
    for (const name of entry.names?.[lang] ?? []) {
      this.add(entry.id, [T.NAME, ref, NAME.FULL], this.inflect.person(name, gender), asName);
      const patronymic = 'patronymic' in entry ? entry.patronymic?.[lang] : undefined;
      const [given = '', ...family] = name.split(' ');
      if (family.length > 0) this.add('given', [T.GIVEN, 0, 0], this.inflect.frozen(given), F.CAPITAL);
      if (patronymic !== undefined && family.length > 0) {
        const full = [given, patronymic, ...family].join(' ');
        this.add(entry.id, [T.NAME, ref, NAME.FULL], this.inflect.person(full, gender), asName);
      }
      if (entry.surname !== 'never' && name.includes(' ')) {
        this.add(entry.id, [T.NAME, ref, NAME.SURNAME], this.inflect.surname(name, gender), asName);
      }
    }
    const generic = entry.type === 'person' ? 0 : NAME.GENERIC;
    for (const citation of entry.roles?.[lang] ?? []) {
      const office = entry.type === 'person' ? this.inflect.office?.(citation, gender) : undefined;
      const { forms, problems } = office ?? this.inflect.phrase(citation);
      // A speaker is a subject or stands in the genitive after «за словами»; other cases of an office never speak,
      // and a name beside them is found by itself. It keeps the tables to half their size.
      // Where articles show the case, the form after a preposition («laut dem Sprecher») speaks as well.
      const spoken = this.inflect.spokenCases ?? F.NOM | F.GEN;
      const speaking = forms.filter(({ features }) => (features & CASES) === 0 || (features & spoken) !== 0);
      this.add(entry.id, [T.ROLE, ref, generic], { forms: speaking, problems });
    }
  }

  /** Phrases of a narrative. `condition` gives the index of what a phrase needs and must not be near, -1 for nothing. */
  narrative(
    entry: Narrative,
    ref: number,
    condition: (needs: readonly string[], notNear: readonly string[], scare: boolean) => number,
  ): void {
    const item = (value: FormItem, needs: readonly string[]) => {
      const { text, ...own } = typeof value === 'string' ? ({ text: value } as Exclude<FormItem, string>) : value;
      const letters = text.replace(/\{[^}]*\}/g, '');
      // An abbreviation (СВО, ДНР) means itself only in capitals; other phrases in any case.
      const capital = !own.anycase && letters.length <= 5 && letters === letters.toUpperCase() ? F.CAPITAL : 0;
      const index = condition(
        own.needs ?? needs,
        [...(own.not_near ?? []), ...(entry.not_near ?? [])],
        own.scare ?? false,
      );
      this.phrase(entry.id, [T.PHRASE, ref, index], text, capital);
    };
    for (const value of entry.phrases?.[this.lang] ?? []) item(value, []);
    for (const value of entry.weak?.[this.lang] ?? []) item(value, ['quotes']);
  }

  class(id: string, words: WordClass, ref: number): void {
    const from = `class.${id}`;
    for (const verb of words.verbs ?? []) this.add(from, [T.CLASS, ref, 0], this.inflect.verb(verb));
    for (const noun of words.nouns ?? [])
      this.phrase(from, [T.CLASS, ref, 0], noun, startsCapital(noun) ? F.CAPITAL : 0);
    for (const adjective of words.adjectives ?? [])
      this.add(from, [T.CLASS, ref, 0], this.inflect.adjective(adjective));
    for (const word of words.words ?? []) {
      this.add(from, [T.CLASS, ref, 0], this.inflect.frozen(word), startsCapital(word) ? F.CAPITAL : 0);
    }
  }

  cues(cues: Cues, tag: (name: string) => number): void {
    const isFrozen = (citation: string) => citation.endsWith('{=}');
    const plain = (citation: string) => citation.replace(/\{[^}]*\}/g, '');
    const verbs = (key: string, kind: number, list: readonly string[] = [], ref = 0, x = 0) => {
      for (const verb of list) {
        const expansion = isFrozen(verb) ? this.inflect.frozen(plain(verb)) : this.inflect.verb(verb);
        this.add(`cue.${key}`, [kind, ref, x], expansion);
      }
    };
    const nouns = (key: string, kind: number, list: readonly string[] = [], ref = 0) => {
      for (const noun of list)
        this.phrase(
          `cue.${key}`,
          [kind, ref, 0],
          noun,
          startsCapital(noun) && /\p{Lu}/u.test(noun.slice(1)) ? F.CAPITAL : 0,
        );
    };
    const frozen = (key: string, kind: number, list: readonly string[] = [], x = 0, ref = 0) => {
      for (const word of list) this.add(`cue.${key}`, [kind, ref, x], this.inflect.frozen(plain(word)));
    };
    verbs('say', T.SAY, cues.say);
    verbs('tag_only', T.SAY, cues.tag_only, 0, TAG_ONLY);
    for (const [index, act] of (cues.acts ?? []).entries()) {
      const x = act.closing ? ACT_PART.CLOSING : act.behind ? ACT_PART.GOVERNED : ACT_PART.OBJECT;
      verbs('acts', T.ACT, act.verbs, index + 1);
      frozen('acts', T.ACT_PART, act.with, x, index + 1);
      frozen('acts', T.ACT_PART, act.behind, ACT_PART.PREPOSITION, index + 1);
    }
    verbs('aspects', T.ASPECT, cues.aspects?.plain, 0, ASPECT.PLAIN);
    verbs('aspects', T.ASPECT, cues.aspects?.negated, 0, ASPECT.NEGATED);
    verbs('aspects', T.ASPECT, cues.aspects?.attempt, 0, ASPECT.ATTEMPT);
    frozen('abbreviations', T.ABBREVIATION, cues.abbreviations);
    for (const word of cues.impersonal ?? []) {
      this.add('cue.impersonal', [T.SAY, 0, 0], { forms: [{ text: word, features: F.IMPERS }], problems: [] });
    }
    verbs('report', T.REPORT, cues.report);
    verbs('told', T.TOLD, cues.told);
    verbs('tags', T.TAG, cues.tags);
    verbs('phase', T.PHASE, cues.phase);
    frozen('epithets', T.EPITHET, cues.epithets);
    frozen('office_of', T.OFFICE_OF, cues.office_of);
    verbs('bare', T.BARE, cues.bare);
    verbs('quote', T.QUOTE, cues.quote);
    verbs('factual', T.FACTUAL, cues.factual);
    frozen('and', T.AND, cues.and);
    frozen('but', T.BUT, cues.but);
    verbs('guess', T.GUESS, cues.guess);
    verbs('opinion', T.OPINION, cues.opinion);
    verbs('deeds', T.DEED, cues.deeds?.all);
    verbs('deeds', T.DEED, cues.deeds?.states, 0, DEED.STATES);
    verbs('deeds', T.DEED, cues.deeds?.talk, 0, DEED.TALK);
    verbs('crowd', T.CROWD, cues.crowd?.all);
    verbs('crowd', T.CROWD, cues.crowd?.people, 0, 1);
    for (const { text, case: cases } of cues.light ?? [])
      this.add('cue.light', [T.LIGHT, 0, caseBits(cases)], this.inflect.verb(text));
    frozen('part', T.PART, cues.part);
    for (const word of cues.former ?? []) {
      const isAdjective = this.lang !== 'en' && !isFrozen(word);
      this.add(
        'cue.former',
        [T.FORMER, 0, 0],
        isAdjective ? this.inflect.adjective(word) : this.inflect.frozen(plain(word)),
      );
    }
    nouns('callings', T.CALLING, cues.callings);
    nouns('executives', T.EXECUTIVE, cues.executives);
    frozen('if', T.IF, cues.if);
    for (const { text, case: cases, after, closing, own, opening } of cues.prepositions) {
      const place =
        (after ? PREPOSITION.AFTER : 0) |
        (closing ? PREPOSITION.CLOSING : 0) |
        (own ? PREPOSITION.OWN : 0) |
        (opening ? PREPOSITION.OPENING : 0);
      frozen('prepositions', T.PREPOSITION, [text], caseBits(cases) | place);
    }
    for (const { text, case: cases, reported } of cues.quotes_from)
      frozen('quotes_from', T.FROM, [text], caseBits(cases) | (reported ? PREPOSITION.REPORTED : 0));
    for (const { text, gender, case: cases } of cues.pronouns) {
      const isPossessive = cases === 'poss' || (Array.isArray(cases) && cases.includes('poss'));
      const features = (GENDER_BIT[gender] ?? 0) | (isPossessive ? 0 : caseBits(cases));
      this.add('cue.pronouns', [T.PRONOUN, 0, isPossessive ? 1 : 0], { forms: [{ text, features }], problems: [] });
      if (!isPossessive) continue;
      for (const { before, after } of cues.possessive) {
        const form = [before, text, after].filter((part) => part !== '').join(' ');
        const word = before === '' ? 0 : before.split(/[\s-]+/).length;
        this.add('cue.possessive', [T.POSSESSIVE_CUE, 0, word], { forms: [{ text: form, features }], problems: [] });
      }
    }
    nouns('nouns', T.SPEECH_NOUN, cues.nouns);
    nouns('nouns_that', T.SPEECH_NOUN, cues.nouns_that, BEFORE_CLAUSE);
    for (const noun of cues.events ?? []) this.phrase('cue.events', [T.SPEECH_NOUN, 0, 1], noun);
    frozen('in', T.IN, cues.in);
    frozen('oblique', T.OBLIQUE, cues.oblique);
    frozen('by', T.BY, cues.by);
    frozen('about', T.ABOUT, cues.about);
    nouns('media', T.MEDIA, cues.media);
    frozen('determiners', T.DETERMINER, cues.determiners);
    frozen('clitics', T.CLITIC, cues.clitics);
    frozen('of', T.OF, cues.of);
    const { sg = [], pl = [], passive = [] } = cues.auxiliaries ?? {};
    for (const [list, x, number] of [
      [sg, 0, F.SG],
      [pl, 0, F.PL],
      [passive, 1, 0],
    ] as const) {
      for (const text of list)
        this.add('cue.auxiliaries', [T.AUXILIARY, 0, x], { forms: [{ text, features: number }], problems: [] });
    }
    for (const { text, gender, case: cases } of cues.articles ?? []) {
      const features = (GENDER_BIT[gender] ?? 0) | caseBits(cases);
      this.add('cue.articles', [T.ARTICLE, 0, GENDER_BIT[gender] ?? 0], { forms: [{ text, features }], problems: [] });
    }
    frozen('credit', T.CREDIT, cues.credit);
    for (const [name, list] of Object.entries(cues.short)) nouns(`short.${name}`, T.SHORT, list, tag(name));
    nouns('kinds_of_outlet', T.OUTLET_KIND, cues.kinds_of_outlet);
    nouns('honorifics', T.HONORIFIC, cues.honorifics);
    nouns('titles', T.HONORIFIC, cues.titles);
    for (const { text, scope, inflect } of cues.distance) {
      const expansion =
        inflect === 'adjective'
          ? this.inflect.adjective(text)
          : inflect === 'noun'
            ? this.inflect.phrase(text)
            : inflect === 'verb'
              ? this.inflect.verb(text)
              : this.inflect.frozen(plain(text));
      this.add('cue.distance', [T.DISTANCE, 0, SCOPE_OF[scope]], expansion);
    }
    for (const label of cues.labels) {
      const { text, inflect } = typeof label === 'string' ? { text: label, inflect: 'noun' } : label;
      const expansion = inflect === 'adjective' ? this.inflect.adjective(text) : this.inflect.phrase(text);
      this.add('cue.labels', [T.LABEL, 0, 0], expansion);
    }
    frozen('negation', T.NEGATION, cues.negation);
    frozen('debunk', T.CLAIM, cues.debunk.claim);
    frozen('debunk', T.FACT, cues.debunk.fact);
    frozen('debunk', T.DEBUNK, cues.debunk.headline);
    frozen('counter', T.COUNTER, cues.counter);
    verbs('against', T.AGAINST, cues.against);
    verbs('spread', T.SPREAD, cues.spread);
    frozen('liars', T.LIARS, cues.liars);
    frozen('concessive', T.CONCESSIVE, cues.concessive?.words);
    verbs('concessive', T.CONCEDED, cues.concessive?.verbs);
    nouns('others', T.OTHER, cues.others);
    for (const [key, kind, list] of [
      ['foreign', T.FOREIGN, cues.foreign],
      ['russian', T.RUSSIAN, cues.russian],
    ] as const) {
      for (const citation of list) {
        // In uk and ru a lower-case citation is an adjective, a capitalised one a country.
        const isAdjective = this.lang !== 'en' && !startsCapital(citation) && !isFrozen(citation);
        this.add(
          `cue.${key}`,
          [kind, 0, 0],
          isAdjective ? this.inflect.adjective(citation) : this.inflect.phrase(citation),
        );
      }
    }
    frozen('that', T.THAT, cues.that);
    frozen('relative', T.RELATIVE, cues.relative);
    frozen('time', T.TIME, cues.time);
  }
}

/** Folded keys under which a form is found: its own, and the all-Latin twin of a short name in capitals (ТАСС, TACC). */
export function keysOf(form: string): string[] {
  const key = keyWords(foldKey(form)).join(' ');
  if (key === '') return [];
  const twin = twinOf(form, key);
  return twin === undefined ? [key] : [key, twin];
}
