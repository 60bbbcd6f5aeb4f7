/** Which of its states a list shows: one thing at a time, the widest reason first. */
import type { PageState } from '../../shared/messages';
import { isOff, isPaused, type Settings } from '../../shared/settings';
import type { TabInfo } from '../tab';
import type { PageAnswer } from './use-page';

export type ListPage = Extract<PageState, { readonly state: 'list' }>;

export type View =
  | { readonly is: 'list'; readonly tab: TabInfo; readonly page: ListPage }
  | { readonly is: 'off' | 'not-chosen' | 'not-news'; readonly host: string }
  | { readonly is: 'paused'; readonly until: number }
  | { readonly is: 'everywhere' | 'restricted' | 'stale' | 'silent' | 'failed' }
  | { readonly is: 'reading' };

/** @param now milliseconds since 1970 */
export function viewOf(
  settings: Settings,
  tab: TabInfo | undefined,
  answer: PageAnswer | undefined,
  now: number,
): View {
  if (!settings.enabled) return { is: 'everywhere' };
  if (isPaused(settings, now)) return { is: 'paused', until: settings.pausedUntil };
  if (!answer) return { is: 'reading' };
  if (!tab) return { is: 'restricted' };
  if (answer.is === 'no-answer') return { is: 'silent' };
  if (answer.is === 'nobody') return { is: answer.because };
  const { page } = answer;
  const { host } = page;
  if (isOff(settings, host)) return { is: settings.offSites.includes(host) ? 'off' : 'not-chosen', host };
  if (page.state === 'list') return { is: 'list', tab, page };
  if (page.state === 'not-news') return { is: 'not-news', host };
  // Of a page that says it is off or paused the reader has just switched it on: it says when it has caught up.
  return page.state === 'failed' ? { is: 'failed' } : { is: 'reading' };
}
