// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { fill } from '../../tests/markup';
import type { Flag } from '../engine/types';
import { Hosts, OWNER_BASE } from '../lexicon/hosts';
import { type Block, collect, wholeOf } from './collect';
import { borneOut, linkFlags } from './links';

const LINES = ['outlet.example', 't.me/outlet'];
const hosts = new Hosts({
  list: LINES.join('\n'),
  owners: String.fromCharCode(OWNER_BASE).repeat(2),
  entries: ['outlet'],
});

function blocksOf(html: string): Block[] {
  fill(document.body, html);
  return [...collect(wholeOf(document.body, document.body, 'page'))].filter(
    (block): block is Block => block !== undefined,
  );
}
const found = (html: string, flags: readonly Flag[] = []) =>
  blocksOf(html)
    .flatMap((block) => linkFlags(block, 0, hosts, flags).map((link) => ({ ...link, text: block.passage.text })))
    .map(({ flag, address, text }) => [text.slice(flag.span.start, flag.span.end), flag.entry, address]);

beforeEach(() => {
  location.href = 'https://news.example/';
});

describe('links', () => {
  it('to a known outlet are marked on the words that lead there', () => {
    const link = '<a href="https://outlet.example/a/b"> про це <b>сьогодні</b> </a>';
    expect(found(`<p>Писали ${link}в газеті.</p>`)).toEqual([['про це сьогодні', 'outlet', 'outlet.example/a']]);
  });

  it('to its channel are marked as well', () => {
    expect(found('<p>У <a href="https://t.me/s/outlet/5">каналі</a> мовчать.</p>')).toEqual([
      ['каналі', 'outlet', 't.me/outlet'],
    ]);
  });

  it.each([
    ['to another site', '<p>Дивіться <a href="https://other.example/">тут</a>.</p>'],
    ['without words', '<p>Слово <a href="https://outlet.example/"> </a> і ще слово.</p>'],
    ['that is no link', '<p>Слово <a name="outlet.example">тут</a> і ще слово.</p>'],
  ])('%s are left alone', (_, html) => {
    expect(found(html)).toEqual([]);
  });

  it('on words that name an outlet already say nothing new', () => {
    const span = { start: 0, end: 8 };
    const common = { passage: 0, span, paint: span, stance: 'reported', confidence: 'sure', because: [] } as const;
    const flag: Flag = { ...common, kind: 'state-media', role: 'attribution', entry: 'outlet' };
    expect(found('<p><a href="https://outlet.example/">Агенція</a> пише.</p>', [flag])).toEqual([]);
  });

  it('bear out an uncertain name of the outlet that they lead to, and no other', () => {
    const span = { start: 0, end: 8 };
    const common = { passage: 0, span, paint: span, stance: 'adopted', because: [] } as const;
    const flagOf = (entry: string): Flag => ({
      ...common,
      kind: 'state-media',
      role: 'mention',
      confidence: 'possible',
      entry,
    });
    const html = '<p><a href="https://outlet.example/">Агенція</a> мовчить.</p>';
    const [block] = blocksOf(html);
    const borne = borneOut(block as Block, hosts, [flagOf('outlet'), flagOf('another')]);
    expect(borne.map(({ confidence }) => confidence)).toEqual(['sure', 'possible']);
    expect(found(html, [flagOf('outlet')])).toEqual([]);
    expect(found(html, [flagOf('another')])).toHaveLength(1);
  });

  it('are no news on the outlet’s own site', () => {
    location.href = 'https://www.outlet.example/page';
    expect(found('<p>Читайте <a href="https://outlet.example/b">далі</a> про це.</p>')).toEqual([]);
  });
});
