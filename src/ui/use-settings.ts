import { useLayoutEffect, useState } from 'preact/hooks';
import { speak, uiLanguage } from '../shared/i18n';
import { settle } from '../shared/kept';
import { type Look, readSettings, type Settings, watchSettings } from '../shared/settings';
import { findTab, numberIn } from './tab';

/** The reader's choices, kept fresh while the page is open; undefined until they are read. Sets language and look too. */
export function useSettings(): Settings | undefined {
  const [settings, setSettings] = useState<Settings>();
  // Before the first frame, which would come some ten milliseconds later.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const take = (next: Settings): void => {
      if (stop.signal.aborted) return;
      speak(next.language);
      document.documentElement.lang = uiLanguage();
      wear(next.look);
      setSettings(next);
    };
    void settleByTab().then(() => {
      watchSettings(take, stop.signal);
      return readSettings().then(take);
    });
    return () => stop.abort();
  }, []);
  return settings;
}

/** The style sheets go by these: theme of our windows, and how marks look (tokens.css, parts.css). */
function wear({ theme, style, strength, palette }: Look): void {
  Object.assign(document.documentElement.dataset, { theme, style, strength, palette });
}

/** Choices are those of the tab that this page is about. One that is gone may have been private: nothing is written then. */
async function settleByTab(): Promise<void> {
  const tab = await findTab().catch(() => undefined);
  settle(tab?.isPrivate ?? numberIn('tab') !== undefined);
}
