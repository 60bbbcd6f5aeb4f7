import { useEffect, useState } from 'preact/hooks';
import { speak, uiLanguage } from '../shared/i18n';
import { readSettings, type Settings, watchSettings } from '../shared/settings';

/** The reader's choices, kept fresh while the page is open; undefined until they are read. Sets the language too. */
export function useSettings(): Settings | undefined {
  const [settings, setSettings] = useState<Settings>();
  useEffect(() => {
    const stop = new AbortController();
    const take = (next: Settings): void => {
      if (stop.signal.aborted) return;
      speak(next.language);
      document.documentElement.lang = uiLanguage();
      setSettings(next);
    };
    watchSettings(take, stop.signal);
    void readSettings().then(take);
    return () => stop.abort();
  }, []);
  return settings;
}
