/** Questions to the page in a tab. Its process may be taken over, so each answer is parsed before it is shown. */
import * as v from 'valibot';
import { CONFIDENCES, KINDS, LANGS, STANCES } from '../engine/types';
import { browser } from '../shared/browser';
import { hostOf } from '../shared/host';
import { CUTS, MARKS_MAX, ORIGINS, type PageState, type Place, type Selection, type ToPage } from '../shared/messages';
import { ENTRY, listOf, parse } from '../shared/parse';
import { ADDRESS_MAX } from '../shared/report';
import { takeEarly } from './early';
import type { TabInfo } from './tab';

/** A page that is alive answers in some milliseconds; a frozen one never does. */
const ANSWER_MS = 3000;
/** More outlets than any page names. */
const ORIGINS_MAX = 2000;

/** Nobody listens in that tab, or what listens does not answer. */
export class NoAnswer extends Error {
  override name = 'NoAnswer';
  /** `nobody`: no script of ours is there (the browser's own page, or a script from before an update). */
  readonly why: 'nobody' | 'late' | 'nonsense';

  constructor(why: NoAnswer['why']) {
    super(why);
    this.why = why;
  }
}

/** Limits of what is shown of an answer. UTF-16 units. */
const NAME_MAX = 200;
const TEXT_MAX = 2000;
const HOST_MAX = 253;
/** More signs or references than a mark has. */
const SIGNS_MAX = 20;
/** More attributions than the longest text that is read has. */
const VOICES_MAX = 50_000;

/** A text of any length, of which no more is shown. A half of a surrogate pair at the cut would be a box. */
const cutTo = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => (text.length > max ? `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…` : text)),
  );
const name = cutTo(NAME_MAX);
const text = cutTo(TEXT_MAX);
const key = v.pipe(v.string(), v.nonEmpty(), v.maxLength(NAME_MAX));
const host = v.pipe(v.string(), v.maxLength(HOST_MAX));
const entry = v.pipe(v.string(), v.regex(ENTRY));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Firefox passes `alias: undefined` on where Chromium leaves the field out. */
const told = v.pipe(
  v.unknown(),
  v.transform((said) =>
    typeof said === 'object' && said !== null && !Array.isArray(said)
      ? Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))
      : said,
  ),
);
const row = v.pipe(
  told,
  v.object({
    id: count,
    kind: v.picklist(KINDS),
    stance: v.picklist(STANCES),
    confidence: v.picklist(CONFIDENCES),
    role: name,
    entry,
    title: name,
    alias: v.exactOptional(name),
    before: text,
    mark: text,
    after: text,
    heading: v.exactOptional(text),
    lang: v.picklist(LANGS),
    who: text,
    note: text,
    plainly: v.exactOptional(text),
    sanction: v.exactOptional(text),
    signs: listOf(
      v.object({
        what: v.picklist(['cue', 'quotation', 'distance', 'antecedent', 'link', 'context', 'none']),
        words: text,
      }),
      SIGNS_MAX,
    ),
    // The address is shown as a link: a page's script must not smuggle in another scheme.
    references: listOf(
      v.object({ title: name, url: v.pipe(v.string(), v.maxLength(TEXT_MAX), v.url(), v.startsWith('https://')) }),
      SIGNS_MAX,
    ),
  }),
);
const rows = v.pipe(
  listOf(row, MARKS_MAX),
  v.check((all) => new Set(all.map(({ id }) => id)).size === all.length),
);
const origin = { host, lexicon: name };
const outlet = v.object({ as: v.picklist(ORIGINS), entry, name, who: text, address: text });
const state = v.pipe(
  told,
  v.variant('state', [
    v.object({
      ...origin,
      state: v.literal('list'),
      rows,
      current: v.exactOptional(count),
      voices: listOf(
        v.object({ kremlin: v.boolean(), weight: v.pipe(v.number(), v.finite(), v.minValue(0)) }),
        VOICES_MAX,
      ),
      words: count,
      hidden: count,
      cuts: listOf(v.picklist(CUTS), CUTS.length),
      origins: listOf(outlet, ORIGINS_MAX),
    }),
    v.object({ ...origin, state: v.literal('not-news') }),
    v.object({ ...origin, state: v.literal('off') }),
    v.object({ ...origin, state: v.literal('paused') }),
    v.object({ ...origin, state: v.literal('reading') }),
    v.object({ ...origin, state: v.literal('failed') }),
  ]),
);
const selection = v.object({ before: text, mark: v.pipe(text, v.nonEmpty()), after: text, lang: v.picklist(LANGS) });
const place = v.object({ place: key, host, entry });
const address = v.pipe(v.string(), v.maxLength(ADDRESS_MAX), v.regex(/^https?:\/\/[^?#]*$/));

/**
 * What the page knows of itself.
 * @param tab whose address, where it is known, says of which site alone its page may speak: what a reader switches off or
 * hides by such an answer must not be another site's
 * @param onSilence nobody is there yet: waking the page may take until it is loaded
 * @throws {NoAnswer}
 */
export async function askState({ id, url }: Pick<TabInfo, 'id' | 'url'>, onSilence?: () => void): Promise<PageState> {
  const early = await takeEarly(id);
  const answer = ask(id, { ask: 'state' }, early?.answer).catch(async (problem: unknown) => {
    if (!(problem instanceof NoAnswer) || problem.why !== 'nobody') throw problem;
    onSilence?.();
    if (await wake(id)) return ask(id, { ask: 'state' });
    throw problem;
  });
  const page = parsed(state, await answer);
  if (url !== undefined && hostOf(url) !== page.host) throw new NoAnswer('nonsense');
  return page;
}

/** From the root of the extension: Firefox would begin at the address of this page. */
const DOOR = '/src/page/door.js';

/** A page that is no news is silent until the door is there. @returns false where no script may run */
async function wake(tab: number): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [0] }, files: [DOOR] });
    return true;
  } catch {
    return false; // The browser's own page, or one that no extension may read.
  }
}

/** Has the page read although it does not look like news. @throws {NoAnswer} */
export async function scanAnyway(tab: number): Promise<PageState> {
  return parsed(state, await ask(tab, { do: 'scan-anyway' }));
}

/** Scrolls the page to a mark; false where the mark is no longer there. @throws {NoAnswer} */
export async function reveal(tab: number, id: number): Promise<boolean> {
  return (await ask(tab, { do: 'reveal', id })) === true;
}

/** What identifies the mark's place; undefined where the mark is no longer there. @throws {NoAnswer} */
export async function placeOf(tab: number, id: number): Promise<Place | undefined> {
  const answer = await ask(tab, { ask: 'place', id });
  return answer === undefined || answer === null ? undefined : parsed(place, answer);
}

/** What the reader has selected in the page; undefined where nothing is, or is no more. @throws {NoAnswer} */
export async function selectionIn(tab: number): Promise<Selection | undefined> {
  const answer = await ask(tab, { ask: 'selection' });
  return answer === undefined || answer === null ? undefined : parsed(selection, answer);
}

/** The page's address without query, asked for only when a reader wants it in a report. @throws {NoAnswer} */
export async function addressOf(tab: number): Promise<string> {
  return parsed(address, await ask(tab, { ask: 'address' }));
}

/** @param early the answer, where the question was put already */
async function ask(tab: number, question: ToPage, early?: Promise<unknown>): Promise<unknown> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer('late')), ANSWER_MS);
  });
  const answer = (early ?? browser.tabs.sendMessage(tab, question)).catch(() => {
    throw new NoAnswer('nobody');
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, answer: unknown): T {
  const result = parse(schema, answer);
  if (result === undefined) throw new NoAnswer('nonsense');
  return result;
}
