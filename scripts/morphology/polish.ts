/**
 * Polish words from PoliMorf, which Morfologik packs into an automaton and Debian into a package. Each line is
 * `form;how its lemma is made;tags`, with the tags of the National Corpus of Polish.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { type Adjective, type Cells, citedAs, type Lexeme, type Noun, verbCells } from '../../src/lexicon/paradigms';
import { distinct, type Found } from './found';
import { Automaton } from './fsa';
import { type ReadForms, Readings } from './homographs';

/** One form with one of its tags, cut at the colons. */
type Form = { readonly text: string; readonly tag: readonly string[] };

const PACKAGE = 'libmorfologik-stemming2-java';
const JAR = 'usr/share/java/morfologik-polish.jar';
const DICTIONARY = 'morfologik/stemming/polish/polish.dict';
const SEPARATOR = 0x3b;
/** How many letters to take off is written as a letter, «A» for none; this one means all of them. */
const ALL = 0xff;
const CASES = ['nom', 'gen', 'dat', 'acc', 'inst', 'loc'];
/** Persons first: «minister» is a man before it is a woman, whose title does not change. */
const GENDERS = ['m1', 'm2', 'm3', 'f', 'n1', 'n2', 'n', 'p1', 'p2', 'p3'];
const DECLINED = ['adj', 'ppas', 'pact'];
const DEGREES = ['com', 'sup'];
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Opens the dictionary; the function returned finds lexemes by any nominative or infinitive.
 * @param words all that may be asked for: the dictionary is read through once, and nothing else is kept of it
 */
export function openPolish(cache: URL, words: Iterable<string>): (word: string) => readonly Found[] {
  const automaton = new Automaton(unpacked(cache));
  const lemmasOf = (form: string): readonly string[] => {
    const lemmas = new Set<string>();
    automaton.walk(encoder.encode(`${form};`), (line) => lemmas.add(lemmaOf(line)));
    return [...lemmas];
  };
  const wanted = new Set([...words].flatMap(spellings).flatMap(lemmasOf));
  const lexemes = new Map([...formsOf(automaton, wanted)].map(([lemma, forms]) => [lemma, lexemesOf(lemma, forms)]));

  return (word) => {
    const found = spellings(word).flatMap((form) => lemmasOf(form).flatMap((lemma) => lexemes.get(lemma) ?? []));
    const cited = distinct(
      found.filter(({ lexeme }) => citedAs(lexeme).some((form) => spellings(word).includes(form))),
    );
    // A verbal noun is a noun of its own in most cases («oświadczenie»), and a participle an adjective.
    const own = cited.filter(({ isDerived }) => !isDerived);
    const kinds = new Set(own.map(({ lexeme }) => lexeme.kind));
    const all = [...own, ...cited.filter(({ isDerived, lexeme }) => isDerived && !kinds.has(lexeme.kind))];
    if (all.length > 0) return all.map(({ lemma, lexeme }) => ({ lemma, lexeme }));
    return found.length > 0 && found.some(({ lexeme }) => lexeme.kind === 'other')
      ? [{ lemma: word.toLowerCase(), lexeme: { kind: 'other' } }]
      : [];
  };
}

/** The common noun is the better reading of «Rada», which is a family name too. */
function spellings(word: string): readonly string[] {
  return [...new Set([word.toLowerCase(), word])];
}

/** The automaton out of the Debian package, which is fetched once. */
function unpacked(cache: URL): Uint8Array {
  const folder = fileURLToPath(cache);
  const jar = join(folder, JAR);
  if (!existsSync(jar)) {
    mkdirSync(folder, { recursive: true });
    try {
      execFileSync('apt-get', ['download', PACKAGE], { cwd: folder, stdio: 'pipe' });
      const [archive = ''] = readdirSync(folder).filter((name) => name.startsWith(PACKAGE) && name.endsWith('.deb'));
      execFileSync('dpkg-deb', ['-x', archive, '.'], { cwd: folder });
    } catch (error) {
      throw new Error(`Polish words come from the Debian package ${PACKAGE}; put its .jar to ${jar}, or run with apt`, {
        cause: error,
      });
    }
  }
  const file = unzipSync(readFileSync(jar), { filter: ({ name }) => name === DICTIONARY })[DICTIONARY];
  if (!file) throw new Error(`${jar} has no ${DICTIONARY}; take ${PACKAGE} 2.1`);
  return file;
}

/** `form;KLend;tags`: K letters off the front of the form, L off its end, then the end. */
/** Every reading of the forms asked for; names have their own capital in the dictionary and count for no other word. */
export function readPolishForms(cache: URL): ReadForms {
  const automaton = new Automaton(unpacked(cache));
  return (forms) => {
    const readings = new Readings(forms);
    for (const form of forms) {
      automaton.walk(encoder.encode(`${form};`), (line) => {
        const tags = decoder.decode(line.subarray(line.indexOf(SEPARATOR, line.indexOf(SEPARATOR) + 3) + 1));
        readings.add(form, { lemma: lemmaOf(line), isVerb: VERB.test(tags), opens: true });
      });
    }
    return readings.of;
  };
}
const VERB = /^(fin|praet|inf|impt|imps|bedzie)/;

function lemmaOf(line: Uint8Array): string {
  const first = line.indexOf(SEPARATOR);
  const second = line.indexOf(SEPARATOR, first + 3);
  const [front = ALL, back = ALL] = line.subarray(first + 1, first + 3);
  const end = line.subarray(first + 3, second);
  if (front === ALL || back === ALL) return decoder.decode(end);
  const stem = line.subarray(front - 0x41, first - (back - 0x41));
  const bytes = new Uint8Array(stem.length + end.length);
  bytes.set(stem);
  bytes.set(end, stem.length);
  return decoder.decode(bytes);
}

function formsOf(automaton: Automaton, lemmas: ReadonlySet<string>): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, Form[]>();
  automaton.walk(new Uint8Array(), (line) => {
    const lemma = lemmaOf(line);
    if (!lemmas.has(lemma)) return;
    const first = line.indexOf(SEPARATOR);
    const tags = decoder.decode(line.subarray(line.indexOf(SEPARATOR, first + 3) + 1));
    const known = forms.get(lemma) ?? [];
    forms.set(lemma, known);
    for (const tag of tags.split('+'))
      known.push({ text: decoder.decode(line.subarray(0, first)), tag: tag.split(':') });
  });
  return forms;
}

/** Part of a tag: «m1.m2» is one of both. */
function has({ tag }: Form, ...values: readonly string[]): boolean {
  return tag.some((part) => part.split('.').some((value) => values.includes(value)));
}

type Own = Found & { readonly isDerived: boolean };

function lexemesOf(lemma: string, forms: readonly Form[]): readonly Own[] {
  const of = (...parts: readonly string[]): readonly Form[] =>
    forms.filter(({ tag: [part = ''] }) => parts.includes(part));
  const found: Own[] = [];
  const add = (lexeme: Lexeme | undefined, isDerived: boolean): void => {
    const own = lexeme && (citedAs(lexeme)[0] ?? lemma);
    if (lexeme && own !== undefined) found.push({ lemma: own, lexeme, isDerived });
  };
  for (const gender of GENDERS)
    add(
      toNoun(
        of('subst').filter((form) => has(form, gender)),
        gender,
      ),
      false,
    );
  add(
    toNoun(
      of('ger').filter((form) => has(form, 'aff')),
      'n',
    ),
    true,
  );
  for (const part of DECLINED) {
    const signs = [of(part).filter((form) => has(form, 'neg')), of(part).filter((form) => !has(form, 'neg'))];
    for (const all of signs) {
      const plain = all.filter((form) => !has(form, ...DEGREES));
      for (const degree of [plain, ...DEGREES.map((name) => all.filter((form) => has(form, name)))])
        add(toAdjective(degree), part !== 'adj');
    }
  }
  add(toVerb(lemma, [...of('verb'), ...of('pcon', 'pant')]), false);
  const isOther = forms.some(
    ({ tag: [part = ''] }) => !['subst', 'depr', 'ger', 'verb', 'pcon', 'pant', ...DECLINED].includes(part),
  );
  if (isOther) add({ kind: 'other' }, false);
  return found;
}

function row(forms: readonly Form[]): Cells {
  return CASES.map((name) => [...new Set(forms.filter((form) => has(form, name)).map(({ text }) => text))]);
}

function toNoun(forms: readonly Form[], gender: string): Noun | undefined {
  if (forms.length === 0) return undefined;
  const sg = forms.filter((form) => has(form, 'sg'));
  const pl = forms.filter((form) => has(form, 'pl'));
  const letter = gender.charAt(0);
  return {
    kind: 'noun',
    ...((letter === 'm' || letter === 'f' || letter === 'n') && { gender: letter }),
    ...(sg.length > 0 && { sg: row(sg) }),
    ...(pl.length > 0 && { pl: row(pl) }),
  };
}

/** The accusative of masculines lists the form of things first, then that of persons. */
function toAdjective(forms: readonly Form[]): Adjective | undefined {
  const sg = forms.filter((form) => has(form, 'sg'));
  const pl = forms.filter((form) => has(form, 'pl'));
  const m = row(sg.filter((form) => has(form, 'm1', 'm2', 'm3')));
  const [nominative = [], genitive = []] = m;
  if (nominative.length === 0) return undefined;
  return {
    kind: 'adj',
    m: m.map((variants, at) => (CASES[at] === 'acc' ? [...nominative, ...genitive] : variants)),
    f: row(sg.filter((form) => has(form, 'f'))),
    n: row(sg.filter((form) => has(form, 'n', 'n1', 'n2'))),
    pl: row(pl.filter((form) => has(form, 'm3'))),
    virile: row(pl.filter((form) => has(form, 'm1'))),
  };
}

function toVerb(lemma: string, forms: readonly Form[]): Lexeme | undefined {
  if (!forms.some((form) => has(form, 'inf'))) return undefined;
  const pick = (part: string, ...marks: readonly string[]): readonly string[] => [
    ...new Set(
      forms.filter((form) => has(form, part) && marks.every((mark) => has(form, mark))).map(({ text }) => text),
    ),
  ];
  const present = (number: string) => [...new Set([...pick('fin', 'ter', number), ...pick('bedzie', 'ter', number)])];
  return {
    kind: 'verb',
    cells: verbCells((cell) => {
      switch (cell) {
        case 'inf':
          return [lemma];
        case 'sg':
        case 'pl':
          return present(cell);
        case 'm':
          return pick('praet', 'sg', 'm1', 'ter');
        case 'f':
          return pick('praet', 'sg', 'f', 'ter');
        case 'n':
          return pick('praet', 'sg', 'n2', 'ter');
        case 'past':
          return pick('praet', 'pl', 'ter');
        case 'conv':
          return [...pick('pcon'), ...pick('pant')];
        case 'impers':
          return pick('imps');
      }
    }),
  };
}
