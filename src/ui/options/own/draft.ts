/** An entry while it is being written: what it becomes, and what is still wrong with it, in plain words. */
import { OWN_FORM, readForm } from '../../../engine';
import { type Kind, LANGS, type Lang } from '../../../engine/types';
import { noteLanguage, t } from '../../../shared/i18n';
import { OWN_LIMITS, type OwnEntry } from '../../../shared/settings';
import { knownBy, knownByEach } from './known-words';

export type Draft = {
  /** Of the entry that is changed; undefined for a new one. */
  readonly id?: string;
  readonly name: string;
  readonly kind: Kind;
  readonly langs: readonly Lang[];
  /** One form on each line, as typed; undefined as long as the name itself is the only one. */
  readonly forms?: string;
};

/** A new entry: of all languages, and found by its name. */
export const EMPTY: Draft = { name: '', kind: 'state-media', langs: LANGS };

/** What is wrong with each field, a sentence for each fault, and what is only worth knowing. */
export type Faults = {
  readonly name: readonly string[];
  readonly langs: readonly string[];
  readonly forms: readonly string[];
  readonly notes: readonly string[];
};

export function draftOf({ id, name, kind, langs, forms }: OwnEntry): Draft {
  return { id, name, kind, langs: langs.length === 0 ? LANGS : langs, forms: forms.join('\n') };
}

/** The forms of a draft, without empty lines and repetitions. */
export function formsOf({ name, forms = name }: Draft): readonly string[] {
  return [...new Set(forms.split('\n').map((form) => form.trim()))].filter((form) => form !== '');
}

/** The forms of a draft that can be looked for. */
export function soundForms(draft: Draft): readonly string[] {
  return formsOf(draft).filter((form) => typeof readForm(form) !== 'string');
}

/** The entry that a faultless draft becomes. @param at milliseconds since 1970 */
export function entryOf(draft: Draft, at: number): OwnEntry {
  const { id = newId(), name, kind, langs } = draft;
  const isAll = langs.length === LANGS.length;
  return { id, name: name.trim(), kind, langs: isAll ? [] : langs, forms: formsOf(draft), at };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

function newId(): string {
  const units = crypto.getRandomValues(new Uint8Array(8));
  return `own_${[...units].map((unit) => LETTERS[unit % LETTERS.length]).join('')}`;
}

/** @param kept the reader's entries; that of the draft's own id does not count */
export function faultsOf(draft: Draft, kept: readonly OwnEntry[]): Faults {
  const others = kept.filter(({ id }) => id !== draft.id);
  const forms = formsOf(draft);
  // All at once: each look goes through the whole dictionary.
  knownByEach(forms.slice(0, OWN_LIMITS.forms));
  return {
    name: nameFaults(draft.name.trim(), draft.kind, others),
    langs: draft.langs.length === 0 ? [t('own_fault_langs')] : [],
    forms: [
      ...(forms.length === 0 ? [t('own_fault_forms')] : []),
      ...(forms.length > OWN_LIMITS.forms ? [t('own_fault_many', OWN_LIMITS.forms)] : []),
      ...forms.slice(0, OWN_LIMITS.forms).flatMap((form) => formFault(form, others) ?? []),
    ],
    notes: forms.slice(0, OWN_LIMITS.forms).flatMap((form) => noteOn(form) ?? []),
  };
}

/** Is there anything that keeps the draft from being kept? */
export const isFaulty = ({ name, langs, forms }: Faults): boolean => name.length + langs.length + forms.length > 0;

function nameFaults(name: string, kind: Kind, others: readonly OwnEntry[]): readonly string[] {
  if (name === '') return [t('own_fault_name')];
  if (name.length > OWN_LIMITS.text) return [t('own_fault_name_long', OWN_LIMITS.text)];
  const isTaken = others.some((other) => other.kind === kind && other.name.toLowerCase() === name.toLowerCase());
  return isTaken ? [t('own_fault_name_taken', name)] : [];
}

function formFault(form: string, others: readonly OwnEntry[]): string | undefined {
  if (form.length > OWN_LIMITS.text) return t('own_fault_long', cut(form), OWN_LIMITS.text);
  const read = readForm(form);
  if (read === 'empty') return t('own_fault_empty', form, OWN_FORM.letters);
  if (read === 'open') return t('own_fault_open', form, OWN_FORM.open);
  if (read === 'long') return t('own_fault_words', form, OWN_FORM.words);
  if (typeof read === 'string') return t(`own_fault_${read}`, form);
  const same = others.find((other) => other.forms.some((one) => isSame(one, form)));
  if (same) return t('own_fault_own', form, same.name);
  const [known] = isOpen(form) ? [] : knownBy(form);
  return known && t('own_fault_known', form, known.texts[noteLanguage()].name);
}

/** What a form with a star finds besides: the dictionary's own marks stay. */
function noteOn(form: string): string | undefined {
  const [known] = isOpen(form) ? knownBy(form) : [];
  return known && t('own_note_known', form, known.texts[noteLanguage()].name);
}

const isOpen = (form: string): boolean => form.includes('*');

/** Do two forms find the same words? */
const isSame = (one: string, other: string): boolean =>
  JSON.stringify(readForm(one)) === JSON.stringify(readForm(other));

/** A sentence need not repeat what is too long. */
const cut = (form: string): string => `${form.slice(0, 24)}…`;
