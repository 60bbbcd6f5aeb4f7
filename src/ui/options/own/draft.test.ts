import { describe, expect, it, vi } from 'vitest';

vi.mock('../../../shared/browser', () => ({ browser: { i18n: { getUILanguage: () => 'en' } } }));

import '../../../shared/texts';
import { LANGS } from '../../../engine/types';
import { defaults, OWN_LIMITS, type OwnEntry, parseSettings } from '../../../shared/settings';
import { type Draft, draftOf, EMPTY, entryOf, faultsOf, formsOf, isFaulty } from './draft';
import { knownBy } from './known-words';

const KEPT: OwnEntry = {
  id: 'own_aaaaaaaa',
  name: 'Ромашка',
  kind: 'state-media',
  langs: ['uk'],
  forms: ['Ромашка-Інформ', 'Ромашк* Прес*'],
  at: 1,
};
const draft = (part: Partial<Draft> = {}): Draft => ({ ...EMPTY, name: 'Волошка', ...part });
const formFaults = (forms: string) => faultsOf(draft({ forms }), [KEPT]).forms;

describe('a draft', () => {
  it('is found by its name until forms are written', () => {
    expect(formsOf(draft())).toEqual(['Волошка']);
    expect(formsOf(draft({ forms: ' Волошка \n\n Волошки\nВолошка' }))).toEqual(['Волошка', 'Волошки']);
    expect(formsOf(draft({ forms: '' }))).toEqual([]);
  });

  it('becomes an entry that the settings keep as it is, of all languages or of some', () => {
    const all = entryOf(draft(), 5);
    const some = entryOf(draft({ langs: ['uk', 'fr'] }), 5);
    expect(all).toMatchObject({ name: 'Волошка', langs: [], forms: ['Волошка'], at: 5 });
    expect(some.langs).toEqual(['uk', 'fr']);
    expect(parseSettings({ ...defaults, own: [all, some] }).own).toEqual([all, some]);
    expect(all.id).not.toBe(some.id);
  });

  it('of an entry that is kept is that entry again', () => {
    expect(entryOf(draftOf(KEPT), KEPT.at)).toEqual(KEPT);
    expect(draftOf({ ...KEPT, langs: [] }).langs).toEqual(LANGS);
    expect(isFaulty(faultsOf(draftOf(KEPT), [KEPT]))).toBe(false);
  });
});

describe('the faults of a draft', () => {
  it('are none where all is well', () => {
    const faults = faultsOf(draft({ forms: 'Волошка\nволошк* інформ' }), [KEPT]);
    expect(faults).toEqual({ name: [], langs: [], forms: [], notes: [] });
  });

  it('name what is wrong with the name and the languages', () => {
    expect(faultsOf(draft({ name: ' ' }), []).name).toEqual(['Give the entry a name.']);
    expect(faultsOf(draft({ name: 'а'.repeat(81) }), []).name).toEqual([
      'The name is too long: 80 characters at most.',
    ]);
    expect(faultsOf(draft({ name: 'РОМАШКА' }), [KEPT]).name).toEqual(['You already have an entry called “РОМАШКА”.']);
    expect(faultsOf(draft({ name: 'Ромашка', kind: 'framing' }), [KEPT]).name).toEqual([]);
    expect(faultsOf(draft({ langs: [] }), []).langs).toEqual(['Choose at least one language.']);
  });

  it.each([
    ['', 'Write at least one form.'],
    ['я', '“я” is too short: a form needs at least 2 letters.'],
    ['сл*во', '“сл*во”: a star can stand only at the end of a word.'],
    ['сл*', '“сл*”: at least 3 letters must stand before a star, or it would mark everything.'],
    ['аа бб вв гг ґґ дд ее', '“аа бб вв гг ґґ дд ее” has too many words: 6 at most.'],
    ['так, звані', '“так, звані”: only spaces, hyphens and quotation marks can stand between words.'],
    ['РОМАШКА Інформ', '“РОМАШКА Інформ” is already in your entry “Ромашка”.'],
    ['ромашк* прес*', '“ромашк* прес*” is already in your entry “Ромашка”.'],
    ['тасс', '“тасс” is already in Rupor’s dictionary: TASS.'],
  ])('name what is wrong with the form “%s”', (forms, fault) => {
    expect(formFaults(forms)).toEqual([fault]);
  });

  it('name every faulty form, and too many of them', () => {
    expect(formFaults('сл*\nволошка\nя')).toHaveLength(2);
    expect(formFaults('слово '.repeat(20).trim())).toEqual([expect.stringContaining('80 characters at most')]);
    const many = Array.from({ length: OWN_LIMITS.forms + 1 }, (_, at) => `волошка${at}`).join('\n');
    expect(formFaults(many)).toEqual(['Too many forms: 40 at most.']);
  });

  it('are no faults where a star only finds the dictionary’s words besides', () => {
    const { forms, notes } = faultsOf(draft({ forms: 'волошк*\nтасс*' }), []);
    expect(forms).toEqual([]);
    expect(notes.join()).toContain('“тасс*” also finds what Rupor’s dictionary knows: TASS');
  });
});

describe('what the dictionary knows', () => {
  it('is told by whole words of its own, however they are written', () => {
    expect(knownBy('риа «новости»').map(({ id }) => id)).toEqual(['ria_novosti']);
    expect(knownBy('новости')).toEqual([]);
    expect(knownBy('зовсім не те')).toEqual([]);
    expect(knownBy('сл*')).toEqual([]);
  });
});
