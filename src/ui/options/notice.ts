/** The line at the bottom of the options page: what was done and can be undone, or what could not be saved. */
import { useEffect, useState } from 'preact/hooks';
import { changeSettings, type Settings } from '../../shared/settings';
import { notSaved } from '../not-saved';

/** `undo` where what was done can be undone. */
export type NoticeText = { readonly text: string; readonly undo?: () => void; readonly isProblem?: boolean };

type Change = (settings: Settings) => Settings;

let current: NoticeText | undefined;
/** The section where the reader was at work. */
let home: Element | undefined;
const listeners = new Set<() => void>();

/** Says it in the one line that all sections share; what was said before goes. Without a text the line is empty. */
export function notify(notice?: NoticeText): void {
  current = notice;
  home = document.activeElement?.closest('section') ?? home;
  for (const listener of listeners) listener();
}

/** Empties the line and puts the focus back to where the reader was at work: it would be lost with the line's button. */
export function dismiss(): void {
  home?.querySelector('h2')?.focus({ preventScroll: true });
  notify();
}

/** What the line says now. */
export function useNotice(): NoticeText | undefined {
  const [notice, setNotice] = useState(current);
  useEffect(() => {
    const listener = (): void => setNotice(current);
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, []);
  return notice;
}

/**
 * Does the work and says `done`, if there is anything to say; a failure is said instead.
 * @returns was it done?
 */
export async function attempt(work: () => Promise<unknown>, done?: NoticeText): Promise<boolean> {
  // The way back from what was done before goes first: it is not the way back from this.
  notify();
  try {
    await work();
    notify(done);
    return true;
  } catch (problem) {
    notify({ text: notSaved(problem), isProblem: true });
    return false;
  }
}

/** Changes the settings and says `done`, with a way back where `undo` is the change that leads there. */
export function keep(change: Change, done?: { readonly text: string; readonly undo: Change }): Promise<boolean> {
  const notice = done && { text: done.text, undo: () => void keep(done.undo) };
  return attempt(() => changeSettings(change), notice);
}
