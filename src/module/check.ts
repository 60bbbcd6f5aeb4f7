/** What a caller hands in, looked at once at the door: one sentence that names the place and the mend. */
import { type FormFault, OWN_FORM, type OwnEntry, readForm } from '../engine';
import { KINDS, LANGS, type Passage, type PassageRole, STRICTNESSES } from '../engine/types';
import { insistOn } from './insist';

const ROLES: readonly PassageRole[] = ['headline', 'body', 'caption'];

/** Why the engine cannot look for a form, as the end of a sentence. */
const FAULTS: { readonly [F in FormFault]: string } = {
  empty: `needs at least ${OWN_FORM.letters} letters`,
  star: 'has a * elsewhere than at the end of a word',
  open: `needs at least ${OWN_FORM.open} letters before a *`,
  long: `has more than ${OWN_FORM.words} words`,
  marks: 'has other marks than spaces, hyphens and quotation marks between its words, or is an address',
};

/** @throws TypeError that names the first passage which is none */
export function checkPassages(passages: readonly Passage[]): void {
  if (!Array.isArray(passages)) throw new TypeError('passages must be a list of { text } objects.');
  for (const [at, passage] of passages.entries()) {
    const place = `passages[${at}]`;
    if (typeof passage?.text !== 'string') throw new TypeError(`${place}.text must be a string.`);
    if (passage.role !== undefined) insistOn(`${place}.role`, passage.role, ROLES);
    if (passage.lang !== undefined) checkLanguage(`${place}.lang`, passage.lang);
  }
}

/** @throws TypeError where the setting is none */
export function checkStrictness(strictness: unknown): void {
  if (strictness !== undefined) insistOn('strictness', strictness, STRICTNESSES);
}

/** @param place how the caller calls it */
export function checkLanguage(place: string, lang: unknown): void {
  insistOn(place, lang, LANGS);
}

/** @throws TypeError that names the first entry which the engine could not look for */
export function checkOwn(own: readonly OwnEntry[]): void {
  if (!Array.isArray(own)) throw new TypeError('own must be a list of { id, kind, langs, forms } objects.');
  const ids = new Set<string>();
  for (const [at, entry] of own.entries()) {
    const place = `own[${at}]`;
    if (typeof entry?.id !== 'string' || entry.id === '') throw new TypeError(`${place}.id must be a string.`);
    if (ids.has(entry.id)) throw new TypeError(`${place}.id must be its own: another entry is called "${entry.id}".`);
    ids.add(entry.id);
    insistOn(`${place}.kind`, entry.kind, KINDS);
    for (const [i, lang] of listOf(`${place}.langs`, entry.langs).entries())
      checkLanguage(`${place}.langs[${i}]`, lang);
    for (const [i, form] of listOf(`${place}.forms`, entry.forms).entries()) {
      if (typeof form !== 'string') throw new TypeError(`${place}.forms[${i}] must be a string.`);
      const read = readForm(form);
      if (typeof read === 'string') throw new TypeError(`${place}.forms[${i}] ("${form}") ${FAULTS[read]}.`);
    }
  }
}

function listOf(place: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError(`${place} must be a list.`);
  return value;
}
