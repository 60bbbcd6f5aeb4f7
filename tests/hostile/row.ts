/** What a row of the hostile shelf is made of: a page that tries something, and its clean twin. */
import type { Page } from 'puppeteer-core';
import type { start } from '../e2e/browser';

export type House = Awaited<ReturnType<typeof start>>;

/** One open page, and what Rupor says of it. */
export type Stage = {
  readonly page: Page;
  readonly tab: number;
  readonly house: House;
  /** What the popup would list, as `entry: marked words`, sorted; undefined where no script of ours answers. */
  readonly flags: () => Promise<readonly string[] | undefined>;
  /** Marked words as the page itself can see them, sorted. */
  readonly painted: () => Promise<readonly string[]>;
  /** Waits until it has been read once. */
  readonly read: () => Promise<void>;
};

/** Something that is done with an open page. */
export type Act = (stage: Stage) => Promise<void>;

export type Row = {
  readonly name: string;
  /** The whole source that is served. */
  readonly page: string;
  /** The same without the trick; the plain article unless said. It always has flags. */
  readonly twin?: string;
  /** `same`: the twin's flags; `none`; or the marked words, where the trick leaves a part of the twin's. */
  readonly flags: 'same' | 'none' | readonly string[];
  /** What comes after the page has loaded. */
  readonly act?: Act;
  /** What must hold besides, when the flags are right. */
  readonly check?: Act;
  /** Ending of its address, which tells its type. */
  readonly ending?: 'xhtml' | 'xml' | 'svg' | 'pdf' | 'json' | 'txt';
  readonly headers?: Readonly<Record<string, string>>;
  /** Errors that the page makes itself. */
  readonly own?: RegExp;
  /** What the page's own view of the marks cannot be compared for. */
  readonly unseen?: string;
  /** Why the markup cannot be compared with what it was. */
  readonly unread?: string;
  /** Its markup must not even be noted: the browser would not live through it. */
  readonly unnoted?: true;
  /** A giant: its cost is measured. */
  readonly giant?: true;
};

/** An error that a page of the shelf makes itself says so. */
export const OWN = 'made by the page itself';

/** What Chromium says where the test's own script, that notes the markup, may not run. */
export const NO_SCRIPTS = /^Blocked script execution/;

export const HEADLINE = '<h1>Міністр закордонних справ РФ розповів про переговори</h1>';
export const PARAGRAPHS = [
  '<p>Про це повідомляє ТАСС. Розмова тривала дві години, її подробиць сторони не розкривають.</p>',
  '<p>Журналісти чекали на учасників біля входу до будівлі, однак ніхто з них не вийшов до преси.</p>',
  '<p>За словами Лаврова, наступна зустріч може відбутися взимку. Місце ще не визначено.</p>',
  '<p>Окремо згадали, чи має київський режим мандат на це. Місцева влада цього не коментувала.</p>',
] as const;
/** Headline and paragraphs with four flags. */
export const TEXT = [HEADLINE, ...PARAGRAPHS].join('\n');
/** Running text without a flag. */
export const CALM =
  '<p>Погода в столиці залишалася дощовою, тому частину заходів перенесли до приміщення міської бібліотеки.</p>';
/** One more sentence with a flag. */
export const MORE = 'Пізніше про це повідомило РИА Новости. Інших подробиць немає.';

/** A page that calls itself an article. @param head what stands in its head besides */
export function pageOf(body: string, head = ''): string {
  return `<!doctype html><html lang="uk"><head><meta charset="utf-8"><meta property="og:type" content="article">
<title>Місто відкриває оновлену бібліотеку</title>${head}</head><body>${body}</body></html>`;
}

/** The same with everything inside one `<article>`. */
export const articleOf = (inside: string, head = ''): string => pageOf(`<article>${inside}</article>`, head);

export const PLAIN = articleOf(TEXT);
export const QUIET = articleOf(`<h1>Місто відкриває оновлену бібліотеку</h1>${CALM}`);
