/** The keys as the browser has them now: a reader may have changed them, and another extension may have taken one. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../shared/browser';

export type Key = {
  readonly name: string;
  /** Each by itself, to be shown as keys; none where the command has no key. */
  readonly keys: readonly string[];
};

/** What Chromium and Firefox write out where the key itself says more. */
const SIGNS: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

/** Undefined until they are known; none on a phone. */
export function useKeys(): readonly Key[] | undefined {
  const [keys, setKeys] = useState<readonly Key[]>();
  useEffect(() => {
    const read = async (): Promise<void> => {
      const commands = (await browser.commands?.getAll()) ?? [];
      setKeys(commands.flatMap(({ name, shortcut = '' }) => (name ? [{ name, keys: keysOf(shortcut) }] : [])));
    };
    const again = (): void => void read().catch(() => setKeys([]));
    again();
    // Back from where keys are changed.
    addEventListener('focus', again);
    return () => removeEventListener('focus', again);
  }, []);
  return keys;
}

/** @param shortcut as the browser writes it: `Alt+Period`, on a Mac `⌥.` */
export function keysOf(shortcut: string): readonly string[] {
  return shortcut === '' ? [] : shortcut.split(/\+(?=.)/).map((key) => SIGNS[key] ?? key);
}

/** Opens the browser's own list of keys. */
export async function changeKeys(): Promise<void> {
  if (browser.commands.openShortcutSettings) return browser.commands.openShortcutSettings();
  await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
