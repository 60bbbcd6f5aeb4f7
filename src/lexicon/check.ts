/** What a schema cannot see: forms that stand twice, mixed alphabets, dead ids, entries without proofs. Build time only. */
import { parse } from 'tldts';
import { foldKey, keyWords } from '../engine/fold';
import { LANGS, type Lang } from '../engine/types';
import type { Source } from './read';
import type { Cues, FormItem, Narrative, Official, Other, Outlet, Proofs } from './schema';

type Speaker = Outlet | Official | Other;

/** Citation forms of an entry in one language, as they are written. */
export function citationsOf(entry: Speaker | Narrative, lang: Lang): readonly string[] {
  const text = (item: FormItem): string => (typeof item === 'string' ? item : item.text);
  if ('claims' in entry) {
    return [...(entry.phrases?.[lang] ?? []), ...(entry.weak?.[lang] ?? [])].map(text);
  }
  return [entry.forms, entry.weak, entry.distancing, entry.names, entry.roles].flatMap((list) => list?.[lang] ?? []);
}

/** Languages that an entry can be found in. */
function languagesOf(entry: Speaker | Narrative): readonly Lang[] {
  return LANGS.filter(
    (lang) => citationsOf(entry, lang).length > 0 || ('claims' in entry && (entry.patterns?.[lang]?.length ?? 0) > 0),
  );
}

/** Faults of the whole lexicon, one line each: place, what, and how to mend it. */
export function faultsOf(source: Source): readonly string[] {
  return [
    ...twice(source),
    ...tiny(source),
    ...mixed(source),
    ...deadIds(source),
    ...unproven(source),
    ...hostless(source),
  ];
}

/** Two wordings may not own the same form, nor two outlets; an entry lists a form once. */
function twice(source: Source): string[] {
  const faults: string[] = [];
  for (const group of [source.outlets, source.officials, source.others, source.narratives]) {
    for (const lang of LANGS) {
      const owners = new Map<string, string>();
      for (const entry of group) {
        for (const citation of citationsOf(entry, lang)) {
          const key = `${bare(citation)}${marksOf(citation)}`;
          const owner = owners.get(key);
          const isFault =
            owner === entry.id || (owner !== undefined && (group === source.narratives || group === source.outlets));
          if (isFault) {
            const place = source.place(entry.id, citation);
            const where = owner === entry.id ? 'this entry' : `${owner} (${source.place(owner ?? '', citation)})`;
            faults.push(
              `${place}: ${entry.id}: ${lang}: «${citation}» stands in ${where} already: take one of them out`,
            );
          }
          owners.set(key, owner ?? entry.id);
        }
      }
    }
  }
  return faults;
}

/** What is left of a citation when it is compared: neither annotations nor signs. */
const bare = (citation: string): string => keyWords(foldKey(citation.replace(/\{[^}]*\}/g, ''))).join(' ');

/** Fewer letters than this are met in too many other words to mark anything by themselves. */
const LETTERS_MIN = 3;

/** A form that folds to nothing is found nowhere; one of two letters is found everywhere, so it needs a second sign. */
function tiny(source: Source): string[] {
  const faults: string[] = [];
  for (const entry of [...source.outlets, ...source.officials, ...source.others, ...source.narratives]) {
    for (const lang of LANGS) {
      const weak = (entry.weak?.[lang] ?? []).map((item) => (typeof item === 'string' ? item : item.text));
      for (const citation of citationsOf(entry, lang)) {
        const letters = bare(citation).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
        const fault = (what: string): void => {
          faults.push(`${source.place(entry.id, citation)}: ${entry.id}: ${lang}: «${citation}» ${what}`);
        };
        if (letters === 0) fault('has no letter and matches nothing: take it out');
        else if (letters < LETTERS_MIN && !weak.includes(citation) && !source.others.some(({ id }) => id === entry.id))
          fault('is too short to be marked alone: put it under weak');
      }
    }
  }
  return faults;
}

/** «Новини{pl}» and «Новини{=}» give other forms; the annotations count. */
const marksOf = (citation: string): string => (citation.match(/\{[^}]*\}/g) ?? []).join('');

/** A Latin «o» in «рocійський» looks right and matches nothing that an author thinks of. */
function mixed(source: Source): string[] {
  const faults: string[] = [];
  const check = (from: string, text: string, lang?: Lang): void => {
    for (const word of text.replace(/\{[^}]*\}/g, '').match(/[\p{L}\p{M}'’]+/gu) ?? []) {
      if (/\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word)) {
        const few = (word.match(/\p{Script=Latin}/gu)?.length ?? 0) * 2 <= word.length ? 'Latin' : 'Cyrillic';
        const odd = word.match(few === 'Latin' ? /\p{Script=Latin}/gu : /\p{Script=Cyrillic}/gu)?.join(', ');
        faults.push(
          `${source.place(from, word, lang)}: ${from}: «${word}» has ${few} letters among others (${odd ?? few}): type the word anew in one alphabet`,
        );
      }
    }
  };
  for (const entry of [...source.outlets, ...source.officials, ...source.others, ...source.narratives]) {
    for (const lang of LANGS) for (const citation of citationsOf(entry, lang)) check(entry.id, citation, lang);
    for (const text of textsOf(entry)) check(entry.id, text);
  }
  for (const lang of LANGS) {
    for (const [id, words] of Object.entries(source.classes[lang] ?? {})) {
      for (const text of strings(words)) check(`class.${id}`, text, lang);
    }
    const cues: Cues | undefined = source.cues[lang];
    for (const [key, value] of Object.entries(cues ?? {})) {
      for (const text of strings(value)) check(`cue.${key}`, text, lang);
    }
  }
  return faults;
}

/** Texts that readers see. */
function textsOf(entry: Speaker | Narrative): string[] {
  const { name, note } = entry;
  return strings([name, note, 'claims' in entry ? [entry.claims, entry.plainly, entry.everyday] : []]);
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

function deadIds(source: Source): string[] {
  const known = new Set(source.narratives.map(({ id }) => id));
  return source.narratives.flatMap(({ id, related = [] }) =>
    related
      .filter((other) => !known.has(other))
      .map(
        (other) =>
          `${source.place(id, other)}: ${id}: related: there is no narrative ${other}: mend the id or take it out`,
      ),
  );
}

/** A list must belong to an outlet, a host to one list; a public suffix (co.uk) belongs to everybody. */
function hostless(source: Source): string[] {
  const outlets = new Set(source.outlets.map(({ id }) => id));
  const seen = new Map<string, string>();
  const faults: string[] = [];
  const check = (id: string, from: string, host: string): void => {
    const place = source.place(from, host);
    if (parse(host).publicSuffix === host)
      faults.push(`${place}: ${id}: ${host} is a suffix that many sites share: name the site`);
    const before = seen.get(host);
    if (before !== undefined)
      faults.push(`${place}: ${id}: the host ${host} stands in ${before} already: take one of them out`);
    seen.set(host, id);
  };
  for (const { id, domains = [] } of source.outlets) for (const domain of domains) check(id, id, domain);
  seen.clear(); // The lists come from others, who also know an outlet's own hosts.
  for (const { entry, hosts } of source.hosts) {
    if (!outlets.has(entry))
      faults.push(
        `${source.place('hosts', `entry: ${entry}`)}: there is no outlet ${entry}: mend the id or add the entry`,
      );
    for (const host of hosts) check(entry, 'hosts', host);
  }
  return faults;
}

/** Every entry shows, in each language it has words for, what it marks and what it leaves alone. */
function unproven(source: Source): string[] {
  const faults: string[] = [];
  for (const entry of [...source.outlets, ...source.officials, ...source.narratives]) {
    const proofs: Proofs = entry.proofs;
    const langs = languagesOf(entry);
    for (const lang of langs) {
      if (!proofs?.[lang])
        faults.push(
          `${source.place(entry.id)}: ${entry.id}: has words in ${lang} and no proof: add proofs: { ${lang}: { fires: …, silent: … } }`,
        );
    }
    for (const lang of LANGS) {
      if (proofs?.[lang] && !langs.includes(lang))
        faults.push(
          `${source.place(entry.id, 'proofs')}: ${entry.id}: has a proof in ${lang} and no words: add them or take the proof out`,
        );
    }
  }
  return faults;
}
