/** What goes wrong: errors in a page, whoever's script they come from, and in the extension's background. */
import type { Page } from 'puppeteer-core';
import { complaints, kind } from '../e2e/browser';
import type { House } from './row';

/** Errors of a page and of the content script in it; those that the page makes itself left out. */
export function pageErrors(page: Page, own: RegExp | undefined): () => readonly string[] {
  const heard = complaints(page);
  return () => heard.filter((error) => !own?.test(error));
}

/** Listens to the background. @returns what it has complained of since the last call */
export async function backgroundErrors({ rupor }: House): Promise<() => Promise<readonly string[]>> {
  if (kind === 'firefox') {
    const desk = await rupor.desk();
    return () =>
      desk.evaluate(async () => {
        // Stopped and started again, it is a new page that nobody listens to yet.
        const background = await (
          chrome.runtime as unknown as { getBackgroundPage(): Promise<Window> }
        ).getBackgroundPage();
        const ears = background as Window & { heard?: string[]; console: Console };
        const heard = ears.heard ?? [];
        if (!ears.heard) {
          ears.addEventListener('error', (event) => heard.push(event.message));
          ears.addEventListener('unhandledrejection', (event) => heard.push(String(event.reason)));
          ears.console.error = (...words: unknown[]) => heard.push(words.join(' '));
          ears.heard = heard;
        }
        return heard.splice(0);
      });
  }
  const heard: string[] = [];
  const target = await rupor.browser.waitForTarget(
    (one) => one.type() === 'service_worker' && one.url().startsWith(rupor.base),
  );
  const worker = await target.worker();
  // Listened to, it is not stopped.
  worker?.client.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) =>
    heard.push(exception?.description ?? text),
  );
  worker?.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  return async () => heard.splice(0);
}
