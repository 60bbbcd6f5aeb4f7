/** What the toolbar shows for a tab. The browser keeps it by tab and drops it when the tab goes elsewhere. */
import { browser } from '../shared/browser';
import { plural, speak, t } from '../shared/i18n';
import type { ToBackground } from '../shared/messages';
import { readSettings } from '../shared/settings';

type Count = Extract<ToBackground, { say: 'count' }>;

/** States differ in shape before they differ in colour. */
type Shape = 'active' | 'zero' | 'off' | 'paused' | 'not-news';

export type Face = { readonly shape: Shape; readonly text: string; readonly title: string; readonly colour: string };

const INK = '#1c1b19';
const GREY = '#716c64';
/** A badge has room for four characters. */
const SHOWN_MAX = 999;

/** Icon, badge and tooltip for what a page says of itself, in the language that `speak` was told. */
export function faceOf({ state, n }: Count): Face {
  switch (state) {
    case 'list':
      if (n === 0) return { shape: 'zero', text: '0', title: t('icon_zero'), colour: GREY };
      return {
        shape: 'active',
        text: n > SHOWN_MAX ? `${SHOWN_MAX}+` : String(n),
        title: plural('icon_count', n),
        colour: INK,
      };
    case 'failed':
      return { shape: 'not-news', text: '↻', title: t('icon_failed'), colour: GREY };
    case 'off':
    case 'paused':
    case 'not-news':
      return { shape: state, text: '', title: t(`icon_${state}`), colour: GREY };
  }
}

let painting: Promise<void> = Promise.resolve();

/** Shows it on the tab's icon. One at a time, so that of two counts the later one stays. */
export function showBadge(tab: number, count: Count): Promise<void> {
  painting = painting
    .then(() => paint(tab, count))
    .catch(() => {
      // The tab was closed meanwhile: there is nothing left to show it on.
    });
  return painting;
}

async function paint(tabId: number, count: Count): Promise<void> {
  speak((await readSettings()).language);
  const { shape, text, title, colour } = faceOf(count);
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
