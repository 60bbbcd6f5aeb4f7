import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const MANIFEST = readFileSync('manifest.json', 'utf8');
const NAMED = [...new Set([...MANIFEST.matchAll(/__MSG_(\w+)__/gu)].map(([, name = '']) => name))].sort();
/** The longest description that the browsers' stores take, in characters. */
const DESCRIPTION_MAX = 132;

type Messages = { readonly [name: string]: { readonly message: string } };

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const messagesOf = (language: string): Messages => read(`public/_locales/${language}/messages.json`) as Messages;
const textOf = (language: string): { readonly [key: string]: string } =>
  read(`src/shared/texts/${language}.json`) as { readonly [key: string]: string };

const LANGUAGES = readdirSync('src/shared/texts').map((file) => file.replace('.json', ''));

describe('what the browser itself shows of Rupor', () => {
  it('is there in every language of the interface', () => {
    expect(readdirSync('public/_locales').sort()).toEqual(LANGUAGES.sort());
  });

  it.each(LANGUAGES)('has in %s every text that the manifest names, and no others', (language) => {
    expect(Object.keys(messagesOf(language)).sort()).toEqual(NAMED);
    expect(Object.values(messagesOf(language)).filter(({ message }) => message.trim() === '')).toEqual([]);
  });

  it.each(LANGUAGES)('describes Rupor in %s as briefly as the stores ask', (language) => {
    expect(messagesOf(language).description?.message.length).toBeLessThanOrEqual(DESCRIPTION_MAX);
  });

  it.each(LANGUAGES)('says in %s what our own windows say', (language) => {
    const [messages, texts] = [messagesOf(language), textOf(language)];
    expect(messages.name?.message).toBe(texts.name);
    expect(messages.not_news?.message).toBe(texts['icon_not-news']);
    expect(messages.command_next?.message).toBe(texts.next);
    expect(messages.command_previous?.message).toBe(texts.previous);
    expect(messages.command_panel?.message).toBe(texts.side_panel);
    expect(messages.command_scan?.message).toBe(texts['not-news_scan']);
  });
});
