/** Who may say what. A page's script may be forged by the page's process, so all it may ask for is harmless. */
import * as v from 'valibot';
import { browser, type Runtime } from '../shared/browser';
import { PAGE_FILES, type ToBackground } from '../shared/messages';
import { exclusion, PALETTES, STRENGTHS, STYLES } from '../shared/settings';

/** Far more marks than a text has; a larger number is not ours. */
const COUNT_MAX = 9999;

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const look = v.object({ style: v.picklist(STYLES), strength: v.picklist(STRENGTHS), palette: v.picklist(PALETTES) });
/** Ids of the lexicon are such; so are those of the reader's own entries. */
const entry = v.pipe(v.string(), v.regex(/^[a-z0-9_]{1,80}$/));
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
    files: v.pipe(v.array(v.picklist(PAGE_FILES)), v.minLength(1), v.maxLength(PAGE_FILES.length)),
  }),
]);

/**
 * The top document of a tab speaks, or a frame of the same origin that holds its article. A page that is still being
 * prerendered is not what the reader sees.
 */
const speaker = v.pipe(
  v.object({
    tab: v.object({ id, url: v.optional(v.string()), incognito: v.optional(v.boolean(), false) }),
    frameId: id,
    origin: v.optional(v.string()),
    documentLifecycle: v.optional(v.literal('active')),
  }),
  v.check(({ tab: { url = '' }, frameId, origin }) => {
    return frameId === 0 || (URL.canParse(url) && new URL(url).origin === origin);
  }),
);

/** `url`: the tab's address; `frame`: the browser's number of the frame in its tab, 0 for the page itself; `where`: its choices. */
export type Heard = {
  readonly tab: number;
  readonly url: string;
  readonly frame: number;
  readonly where: 'disk' | 'memory';
  readonly message: ToBackground;
};

/** What a page's script says, with the tab that it says it from; undefined (no answer) for anything else. */
export function fromPage(said: unknown, sender: Runtime.MessageSender): Heard | undefined {
  // Another extension may not speak here at all: its messages go to onMessageExternal, which nobody listens to.
  if (sender.id !== browser.runtime.id) return undefined;
  const who = v.safeParse(speaker, sender);
  const what = v.safeParse(message, said);
  if (!who.success || !what.success) return undefined;
  const { tab, frameId } = who.output;
  const where = tab.incognito ? 'memory' : 'disk';
  return { tab: tab.id, url: tab.url ?? '', frame: frameId, where, message: what.output };
}
