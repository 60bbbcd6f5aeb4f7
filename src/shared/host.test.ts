import { describe, expect, it } from 'vitest';
import { hostOf, isWebPage, plainAddress } from './host';

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
