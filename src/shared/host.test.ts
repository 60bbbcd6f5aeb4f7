import { describe, expect, it } from 'vitest';
import { hostOf, isWebPage, plainAddress, typedHost } from './host';

describe('hostOf', () => {
  it.each([
    ['https://www.Visnyk.Example/a?b#c', 'visnyk.example'],
    ['http://visnyk.example.:8080/', 'visnyk.example'],
    ['https://новини.укр/', 'xn--b1amarcd.xn--j1amh'],
    ['about:blank', undefined],
    ['not an address', undefined],
  ])('of %s is %s', (url, host) => {
    expect(hostOf(url)).toBe(host);
  });
});

describe('plainAddress', () => {
  it('leaves out query, fragment, name and password', () => {
    expect(plainAddress('https://me:secret@visnyk.example/a/b?token=1#c')).toBe('https://visnyk.example/a/b');
  });

  it('is none for what is not on the web', () => {
    expect(plainAddress('file:///home/me/a.html')).toBeUndefined();
    expect(isWebPage('javascript:alert(1)')).toBe(false);
  });
});

describe('typedHost', () => {
  it.each([
    ['visnyk.example', 'visnyk.example'],
    ['  WWW.Visnyk.example/novyny?a=1 ', 'visnyk.example'],
    ['https://www.visnyk.example:8080/a', 'visnyk.example'],
    ['новини.укр', 'xn--b1amarcd.xn--j1amh'],
    ['localhost:3000', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
  ])('of %s is %s', (typed, host) => {
    expect(typedHost(typed)).toBe(host);
  });

  it.each([
    '',
    '   ',
    'visnyk',
    'visnyk example',
    'visnyk,example',
    'ftp://visnyk.example',
    'about:config',
    '.example',
  ])('is none for «%s»', (typed) => {
    expect(typedHost(typed)).toBeUndefined();
  });
});
