// @vitest-environment happy-dom

import { beforeEach, describe, expect, it } from 'vitest';
import { fill } from '../../tests/markup';
import type { BareEngine, OwnEntry } from '../engine';
import type { Flag, Passage, Reading } from '../engine/types';
import { Reader } from './read';
import { Slices } from './slices';

/** Flags the first «знак» of each passage, or the first form of the reader's own, and remembers what it was given. */
function fakeEngine(): { engine: BareEngine; scans: string[][] } {
  const scans: string[][] = [];
  const scan = (passages: readonly Passage[], [own]: readonly OwnEntry[] = []): Reading => {
    scans.push(passages.map(({ text }) => text));
    const flags = passages.flatMap(({ text }, passage): Flag[] => {
      const form = text.includes('знак') ? 'знак' : (own?.forms[0] ?? 'знак');
      const start = text.indexOf(form);
      if (start < 0) return [];
      const span = { start, end: start + form.length };
      const evidence = { what: 'context', passage: 0, span: { start: 0, end: 1 } } as const;
      const common = {
        passage,
        span,
        paint: span,
        stance: 'adopted',
        confidence: 'sure',
        because: [evidence],
      } as const;
      return [{ ...common, kind: 'framing', role: 'wording', entry: 'sign' }];
    });
    return { flags, voices: [] };
  };
  const having = (own: readonly OwnEntry[]) => ({
    scan: (passages: readonly Passage[]) => scan(passages, own),
    *read(passages: readonly Passage[]) {
      yield undefined;
      return scan(passages, own);
    },
  });
  return { scans, engine: { ...having([]), with: having } };
}

const slices = () => new Slices(new AbortController().signal);
let made: ReturnType<typeof fakeEngine>;
let reader: Reader;
/** More text than is judged at once. */
const filler = ' слово'.repeat(50);

beforeEach(() => {
  made = fakeEngine();
  reader = new Reader(
    async () => made.engine,
    () => undefined,
  );
  const paragraphs = Array.from({ length: 160 }, (_, i) => `<p>абзац ${i}${i % 60 === 5 ? ' знак' : ''}${filler}</p>`);
  fill(document.body, paragraphs.join(''));
});

const read = () => reader.read(document.body, 'article', slices(), async () => undefined);

describe('Reader', () => {
  it('finds flags with the blocks they stand in', async () => {
    const { marks, words } = await read();
    expect(marks.map(({ block }) => block.passage.text)).toEqual(
      ['абзац 5 знак', 'абзац 65 знак', 'абзац 125 знак'].map((text) => text + filler),
    );
    expect(words).toBe(160 * 52 + 3);
  });

  it('scans nothing when nothing has changed, and keeps every id', async () => {
    const before = await read();
    const scans = made.scans.length;
    const after = await read();
    expect(made.scans).toHaveLength(scans);
    expect(after.marks.map(({ id }) => id)).toEqual(before.marks.map(({ id }) => id));
  });

  it('scans only around a change', async () => {
    await read();
    const changed = document.querySelectorAll('p')[20];
    if (changed) changed.textContent = 'новий знак';
    const { marks } = await read();
    expect(marks).toHaveLength(4);
    const scan = made.scans.at(-1) ?? [];
    expect(scan).toContain('новий знак');
    expect(scan.length).toBeLessThan(24);
  });

  it('keeps the id of a mark whose block was judged again', async () => {
    const [first] = (await read()).marks;
    document.body.prepend(document.createElement('p'));
    const added = document.querySelector('p');
    if (added) added.textContent = 'на початку';
    const p = [...document.querySelectorAll('p')].find((each) => each.textContent?.startsWith('абзац 4 '));
    if (p) p.textContent = 'абзац четвертий';
    expect((await read()).marks[0]?.id).toBe(first?.id);
  });

  it('finds what the reader has added, and keeps the ids of what stays', async () => {
    const own = { id: 'own_aaaaaaaa', kind: 'framing', langs: [], forms: ['абзац 7 '] } as const;
    const before = await read();
    reader.lookFor([own]);
    // What has changed is a part, but all of the page is looked at anew.
    expect(await reader.readParts({ parts: [], thinned: false }, 'article', slices())).toBeUndefined();
    const { marks } = await read();
    expect(marks).toHaveLength(before.marks.length + 1);
    expect(marks.map(({ id }) => id)).toEqual(expect.arrayContaining(before.marks.map(({ id }) => id)));
    reader.lookFor([]);
    expect((await read()).marks.map(({ id }) => id)).toEqual(before.marks.map(({ id }) => id));
  });

  it('judges nothing anew for the same entries by another name', async () => {
    const own = { id: 'own_aaaaaaaa', name: 'a', kind: 'framing', langs: [], forms: ['абзац 7 '] } as const;
    reader.lookFor([own]);
    await read();
    const scans = made.scans.length;
    reader.lookFor([{ ...own, name: 'b' } as OwnEntry]);
    await read();
    expect(await reader.readParts({ parts: [], thinned: false }, 'article', slices())).toBeDefined();
    expect(made.scans).toHaveLength(scans);
  });

  it('drops the marks of what was taken away', async () => {
    await read();
    document.querySelectorAll('p')[5]?.remove();
    expect((await read()).marks).toHaveLength(2);
  });

  it('judges anew what followed a paragraph that was taken out, as a pronoun may have meant someone in it', async () => {
    await read();
    document.querySelectorAll('p')[20]?.remove();
    const scans = made.scans.length;
    expect(await reader.readParts({ parts: [], thinned: true }, 'article', slices())).toBeDefined();
    const [judged = [], ...more] = made.scans.slice(scans);
    expect(more).toEqual([]);
    expect(judged).toContain(`абзац 21${filler}`);
    expect(judged.length).toBeLessThan(24);
  });

  it('gives evidence its own block', async () => {
    const { marks } = await read();
    expect(marks[0]?.evidence[0]?.block.passage.text).toBe(`абзац 0${filler}`);
  });

  it('says that it has read only the beginning of a page that is too long', async () => {
    expect((await read()).isCut).toBe(false);
    const node = document.createElement('p');
    node.textContent = 'слово '.repeat(1_000_000);
    document.body.append(node);
    expect((await read()).isCut).toBe(true);
    node.remove();
    expect((await read()).isCut).toBe(false);
  });

  it('does not make the engine for a page without text', async () => {
    fill(document.body, '<img>');
    let opened = 0;
    await new Reader(
      async () => {
        opened++;
        return made.engine;
      },
      () => undefined,
    ).read(document.body, 'article', slices(), async () => undefined);
    expect(opened).toBe(0);
  });
});
