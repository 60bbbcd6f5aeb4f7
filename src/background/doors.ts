/**
 * Who may say what. A page's script may be forged by the page's process, so all it may ask for is harmless, and who it is
 * goes by what the browser says of its sender. Our own pages ask the page and the storage themselves: they say nothing here.
 */
import * as v from 'valibot';
import { browser, type Runtime } from '../shared/browser';
import { hostOf } from '../shared/host';
import { PAGE_FILES, type ToBackground } from '../shared/messages';
import { ENTRY, listOf, parse } from '../shared/parse';
import { exclusion, PALETTES, STRENGTHS, STYLES } from '../shared/settings';

/** Far more marks than a text has; a larger number is not ours. */
const COUNT_MAX = 9999;

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const look = v.object({ style: v.picklist(STYLES), strength: v.picklist(STRENGTHS), palette: v.picklist(PALETTES) });
const entry = v.pipe(v.string(), v.regex(ENTRY));
const message = v.variant('say', [
  v.object({
    say: v.literal('count'),
    state: v.picklist(['list', 'not-news', 'off', 'paused', 'failed']),
    n: v.pipe(id, v.maxValue(COUNT_MAX)),
  }),
  v.object({ say: v.literal('open'), isNews: v.boolean() }),
  v.object({ say: v.literal('frame'), place: id }),
  v.object({ say: v.literal('report'), id }),
  v.object({ say: v.literal('aim'), isMark: v.boolean() }),
  v.object({ say: v.literal('choices') }),
  v.object({ say: v.picklist(['exclude', 'readmit']), exclusion }),
  v.object({ say: v.literal('rule'), entry }),
  v.object({ say: v.literal('dress'), look, worn: v.exactOptional(look) }),
  v.object({
    say: v.literal('need'),
    files: v.pipe(listOf(v.picklist(PAGE_FILES), PAGE_FILES.length), v.minLength(1)),
  }),
]);

/** A web page's; that of a sandboxed one is `null`, which a frame must not have. */
const WEB = /^(?:https?:\/\/|null$)/;

/**
 * The top document of a tab speaks, or a frame of the same origin that holds its article; a page of ours in a tab does
 * not. A page that is still being prerendered is not what the reader sees.
 */
const speaker = v.pipe(
  v.object({
    // Another extension may not speak here at all: its messages go to onMessageExternal, which nobody listens to.
    id: v.pipe(
      v.string(),
      v.check((id) => id === browser.runtime.id),
    ),
    tab: v.object({ id, url: v.optional(v.string()), incognito: v.optional(v.boolean(), false) }),
    frameId: id,
    origin: v.pipe(v.string(), v.regex(WEB)),
    documentLifecycle: v.optional(v.literal('active')),
  }),
  v.check(({ tab: { url = '' }, frameId, origin }) => {
    return frameId === 0 || (origin !== 'null' && URL.canParse(url) && new URL(url).origin === origin);
  }),
);

/** `host`: of the page that speaks, as the browser knows it; `frame`: its number in the tab, 0 for the page itself; `where`: its choices. */
export type Heard = {
  readonly tab: number;
  readonly host: string;
  readonly frame: number;
  readonly where: 'disk' | 'memory';
  readonly message: ToBackground;
};

/** What a page's script says, with the tab that it says it from; undefined (no answer) for anything else. */
export function fromPage(said: unknown, sender: Runtime.MessageSender): Heard | undefined {
  const who = parse(speaker, sender);
  const what = who && parse(message, said);
  if (!what) return undefined;
  const { tab, frameId, origin } = who;
  // A sandboxed page has no origin of its own; its tab has an address.
  const host = hostOf(origin) ?? hostOf(tab.url ?? '');
  if (host === undefined) return undefined;
  const where = tab.incognito ? 'memory' : 'disk';
  return { tab: tab.id, host, frame: frameId, where, message: what };
}
