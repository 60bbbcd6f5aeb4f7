/** Questions to the page in a tab. Its process may be taken over, so each answer is parsed before it is shown. */
import * as v from 'valibot';
import { CONFIDENCES, KINDS, LANGS, STANCES } from '../engine/types';
import { browser } from '../shared/browser';
import { CUTS, MARKS_MAX, ORIGINS, type PageState, type Place, type Selection, type ToPage } from '../shared/messages';
import { takeEarly } from './early';

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

const text = v.pipe(v.string(), v.maxLength(5000));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const row = v.object({
  id: count,
  kind: v.picklist(KINDS),
  stance: v.picklist(STANCES),
  confidence: v.picklist(CONFIDENCES),
  role: text,
  entry: text,
  title: text,
  alias: v.exactOptional(text),
  before: text,
  mark: text,
  after: text,
  heading: v.exactOptional(text),
  lang: v.picklist(LANGS),
  who: text,
  note: text,
  plainly: v.exactOptional(text),
  sanction: v.exactOptional(text),
  signs: v.array(
    v.object({
      what: v.picklist(['cue', 'quotation', 'distance', 'antecedent', 'link', 'context', 'none']),
      words: text,
    }),
  ),
  // The address is shown as a link: a page's script must not smuggle in another scheme.
  references: v.array(v.object({ title: text, url: v.pipe(text, v.url(), v.startsWith('https://')) })),
});
const origin = { host: text, lexicon: text };
const outlet = v.object({ as: v.picklist(ORIGINS), entry: text, name: text, who: text, address: text });
const state = v.variant('state', [
  v.object({
    ...origin,
    state: v.literal('list'),
    rows: v.pipe(v.array(row), v.maxLength(MARKS_MAX)),
    current: v.exactOptional(count),
    voices: v.array(v.object({ kremlin: v.boolean(), weight: v.pipe(v.number(), v.finite(), v.minValue(0)) })),
    words: count,
    hidden: count,
    cuts: v.pipe(v.array(v.picklist(CUTS)), v.maxLength(CUTS.length)),
    origins: v.pipe(v.array(outlet), v.maxLength(ORIGINS_MAX)),
  }),
  v.object({ ...origin, state: v.literal('not-news') }),
  v.object({ ...origin, state: v.literal('off') }),
  v.object({ ...origin, state: v.literal('paused') }),
  v.object({ ...origin, state: v.literal('reading') }),
  v.object({ ...origin, state: v.literal('failed') }),
]);
const selection = v.object({ before: text, mark: v.pipe(text, v.nonEmpty()), after: text, lang: v.picklist(LANGS) });
const place = v.object({ place: text, host: text, entry: text });

/**
 * What the page knows of itself.
 * @param onSilence nobody is there yet: waking the page may take until it is loaded
 * @throws {NoAnswer}
 */
export async function askState(tab: number, onSilence?: () => void): Promise<PageState> {
  const early = await takeEarly(tab);
  const answer = ask(tab, { ask: 'state' }, early?.answer).catch(async (problem: unknown) => {
    if (!(problem instanceof NoAnswer) || problem.why !== 'nobody') throw problem;
    onSilence?.();
    if (await wake(tab)) return ask(tab, { ask: 'state' });
    throw problem;
  });
  return parsed(state, await answer);
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
  return parsed(v.pipe(text, v.regex(/^https?:\/\/[^?#]*$/)), await ask(tab, { ask: 'address' }));
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
  // Firefox passes `alias: undefined` on where Chromium leaves the field out.
  const result = v.safeParse(schema, JSON.parse(JSON.stringify(answer ?? null)));
  if (!result.success) throw new NoAnswer('nonsense');
  return result.output;
}
