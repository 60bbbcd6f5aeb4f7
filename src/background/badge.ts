/** What the toolbar shows for a tab. The browser keeps it by tab and drops it when the tab goes elsewhere. */
import { browser } from '../shared/browser';
import { isStore } from '../shared/host';
import { plural, speak, t, timeOfDay } from '../shared/i18n';
import { inTime } from '../shared/kept';
import type { ToBackground } from '../shared/messages';
import { readSettings, type Settings } from '../shared/settings';
import type { Heard } from './doors';

/** What a page says of itself, or what is known of one that cannot say anything before it is loaded anew. */
type Count = Omit<Extract<ToBackground, { say: 'count' }>, 'say'> | { readonly state: 'stale' };

/** States differ in shape before they differ in colour. */
type Shape = 'active' | 'zero' | 'off' | 'paused' | 'not-news';

export type Face = { readonly shape: Shape; readonly text: string; readonly title: string; readonly colour: string };

const INK = '#1c1b19';
const GREY = '#716c64';
/** A badge has room for four characters. */
const SHOWN_MAX = 999;

/**
 * Icon, badge and tooltip for what a page says of itself, in the language that `speak` was told.
 * @param pausedUntil milliseconds since 1970
 */
export function faceOf(count: Count, pausedUntil: number): Face {
  switch (count.state) {
    case 'list': {
      const { n } = count;
      if (n === 0) return { shape: 'zero', text: '0', title: t('icon_zero'), colour: GREY };
      return {
        shape: 'active',
        text: n > SHOWN_MAX ? `${SHOWN_MAX}+` : String(n),
        title: plural('icon_count', n),
        colour: INK,
      };
    }
    case 'failed':
    case 'stale':
      return { shape: 'not-news', text: '↻', title: t(`icon_${count.state}`), colour: GREY };
    case 'paused':
      return { shape: 'paused', text: '', title: t('icon_paused', timeOfDay(pausedUntil)), colour: GREY };
    case 'off':
    case 'not-news':
      return { shape: count.state, text: '', title: t(`icon_${count.state}`), colour: GREY };
  }
}

let painting: Promise<void> = Promise.resolve();
type Waiting = { said: Count; where: Heard['where']; readonly shown: Promise<void> };
/** By tab, what is to be shown as soon as it is its turn. */
const waiting = new Map<number, Waiting>();

/**
 * Shows it on the tab's icon. One at a time, so that of two counts the later one stays; one that a later one of the same
 * tab overtakes is not shown at all, so that no page can keep the others waiting.
 */
export function showBadge(tab: number, count: Count, where: Heard['where']): Promise<void> {
  const before = waiting.get(tab);
  if (before) {
    Object.assign(before, { said: count, where });
    return before.shown;
  }
  const shown = painting
    .then(() => {
      const { said, where } = waiting.get(tab) as Waiting;
      waiting.delete(tab);
      return inTime(paint(tab, said, where));
    })
    .catch(() => {
      // The tab was closed meanwhile: there is nothing left to show it on.
    });
  waiting.set(tab, { said: count, where, shown });
  painting = shown;
  return shown;
}

/** A page of before an update that the new scripts cannot be brought into. A store lets no extension in, however often one reloads. */
export function showStale(tab: number, url: string): void {
  if (!isStore(url)) void showBadge(tab, { state: 'stale' }, 'disk');
}

/** Names the icon of all pages that say nothing of themselves: they are no news. */
export async function nameUnread({ language }: Settings): Promise<void> {
  speak(language);
  await browser.action.setTitle({ title: t('icon_not-news') });
}

async function paint(tabId: number, count: Count, where: Heard['where']): Promise<void> {
  const { language, pausedUntil } = await readSettings(where);
  speak(language);
  const { shape, text, title, colour } = faceOf(count, pausedUntil);
  const path = Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/icon-${shape}-${size}.png`]));
  await Promise.all([
    browser.action.setTitle({ tabId, title }),
    // Firefox for Android lists add-ons in a menu: it has a title but lacks these four.
    browser.action.setIcon?.({ tabId, path }),
    browser.action.setBadgeText?.({ tabId, text }),
    browser.action.setBadgeBackgroundColor?.({ tabId, color: colour }),
    browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
  ]);
}
