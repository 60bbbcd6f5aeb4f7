import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Hosts, OWNER_BASE } from './hosts';

const LINES: readonly (readonly [line: string, owner: string])[] = [
  ['crimea.ria.ru', 'crimea'],
  ['news-pravda.com', 'network'],
  ['ria.ru', 'ria'],
  ['t.me/rian_ru', 'ria'],
  ['x.com/rt_com', 'rt'],
  ['xn--c1acbl2abdlkab1og.xn--p1ai', 'group'],
  ['youtube.com/@rtnews', 'rt'],
];
const entries = [...new Set(LINES.map(([, owner]) => owner))];
const hosts = new Hosts({
  list: LINES.map(([line]) => line).join('\n'),
  owners: LINES.map(([, owner]) => String.fromCharCode(OWNER_BASE + entries.indexOf(owner))).join(''),
  entries,
});

describe('Hosts', () => {
  it.each([
    ['https://ria.ru', 'ria'],
    ['https://ria.ru/20260101/x.html?y#z', 'ria'],
    ['http://www.ria.ru:8080/', 'ria'],
    ['https://sport.deep.ria.ru./', 'ria'],
    ['https://crimea.ria.ru/a', 'crimea'],
    ['https://user:word@ria.ru/', 'ria'],
    ['https://france.news-pravda.com/', 'network'],
    ['https://xn--c1acbl2abdlkab1og.xn--p1ai/', 'group'],
    ['https://t.me/rian_ru/1234', 'ria'],
    ['https://t.me/s/RIAN_ru?before=5', 'ria'],
    ['https://telegram.me/rian_ru', 'ria'],
    ['https://t.me/rian_ru?embed=1', 'ria'],
    ['https://rian_ru.t.me/1234', 'ria'],
    ['https://twitter.com/RT_com/status/1', 'rt'],
    ['https://mobile.x.com/rt_com', 'rt'],
    ['https://www.youtube.com/@RTnews/videos', 'rt'],
  ])('knows whose %s is', (href, owner) => {
    expect(hosts.ownerOf(href)).toBe(owner);
  });

  it.each([
    ['a brand inside another name', 'https://notria.ru/'],
    ['a brand before another name', 'https://ria.ru.example.com/'],
    ['a newspaper with the word in its name', 'https://www.pravda.com.ua/news/'],
    ['an address inside a path', 'https://example.org/https://ria.ru/'],
    ['an address in a query', 'https://example.org/?u=https://ria.ru'],
    ['a host before an @', 'https://ria.ru@example.org/'],
    ['another channel', 'https://t.me/rian_ru_fans'],
    ['a channel without its platform', 'https://example.org/rian_ru'],
    ['a page to share an address', 'https://t.me/share/url?url=https://t.me/rian_ru'],
    ['a channel below another channel', 'https://fans.rian_ru.t.me/'],
    ['a name below another platform', 'https://rt_com.x.com/'],
    ['a player of any channel', 'https://www.youtube-nocookie.com/embed/rtnews'],
    ['a film of any channel', 'https://www.youtube.com/watch?v=@rtnews'],
    ['a redirector', 'https://www.google.com/url?q=https://ria.ru/'],
    ['a platform alone', 'https://t.me/'],
    ['mail', 'mailto:press@ria.ru'],
    ['nothing', ''],
    ['a scheme alone', 'https://'],
  ])('leaves %s alone', (_, href) => {
    expect(hosts.ownerOf(href)).toBeUndefined();
  });

  it('never throws, and finds every line and everything below it', () => {
    fc.assert(fc.property(fc.string(), (text) => void hosts.ownerOf(text)));
    fc.assert(
      fc.property(fc.constantFrom(...LINES), fc.webPath(), ([line, owner], path) => {
        expect(hosts.ownerOf(`https://${line}${path}`)).toBe(owner);
        if (!line.includes('/')) expect(hosts.ownerOf(`https://a-b.${line}${path}`)).toBe(owner);
      }),
    );
  });
});
