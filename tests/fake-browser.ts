/**
 * A browser as far as Rupor's background and own pages need one, that fails as it is told to. What it is asked to do is
 * noted; what it keeps is a copy, as a browser's is.
 */
import type { Runtime, Tabs } from '../src/shared/browser';

/** `never`: it does not answer. `late`: after so many milliseconds. `instead`: something else than it should. */
export type Fault =
  | { readonly rejects: string }
  | { readonly never: true }
  | { readonly late: number }
  | { readonly instead: unknown };

/** One thing that the browser was asked to do, such as `storage.local.set`. */
export type Act = { readonly name: string; readonly of: readonly unknown[] };

type Listener = (...heard: never[]) => unknown;
type Kept = Record<string, unknown>;
type Answering = (...of: never[]) => unknown;

export class FakeBrowser {
  readonly acts: Act[] = [];
  readonly local: Kept = {};
  readonly session: Kept = {};
  tabs: Partial<Tabs.Tab>[] = [];
  contexts: Partial<Runtime.ExtensionContext>[] = [];
  /** Whoever is told of each act waits for this before it is done: an order of the test's choice. */
  turn: ((name: string) => Promise<unknown>) | undefined;
  /** Nothing is answered any more. */
  isDead = false;
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly faults = new Map<string, Fault[]>();

  readonly browser = {
    runtime: {
      id: 'rupor' as string | undefined,
      onMessage: this.event('runtime.onMessage'),
      onInstalled: this.event('runtime.onInstalled'),
      onStartup: this.event('runtime.onStartup'),
      getURL: (path: string) => `chrome-extension://rupor/${path}`,
      getManifest: () => ({ version: '1', content_scripts: [{ js: ['src/page/main.js'] }] }),
      getContexts: this.act('runtime.getContexts', () => this.contexts),
    },
    i18n: { getUILanguage: () => 'en' },
    storage: {
      onChanged: this.event('storage.onChanged'),
      local: this.area('local'),
      session: this.area('session'),
    },
    tabs: {
      onRemoved: this.event('tabs.onRemoved'),
      query: this.act('tabs.query', () => this.tabs),
      get: this.act('tabs.get', (id: number) => {
        const tab = this.tabs.find((one) => one.id === id);
        if (!tab) throw new Error(`No tab with id: ${id}.`);
        return tab;
      }),
      create: this.act('tabs.create', () => ({})),
      update: this.act('tabs.update', () => ({})),
      sendMessage: this.act('tabs.sendMessage', () => undefined),
    },
    windows: {
      onRemoved: this.event('windows.onRemoved'),
      getAll: this.act('windows.getAll', () => [{ id: 1, incognito: false, focused: true }]),
      update: this.act('windows.update', () => ({})),
    },
    scripting: {
      executeScript: this.act('scripting.executeScript', () => []),
      insertCSS: this.act('scripting.insertCSS', () => undefined),
      removeCSS: this.act('scripting.removeCSS', () => undefined),
      getRegisteredContentScripts: this.act('scripting.getRegisteredContentScripts', () => []),
      registerContentScripts: this.act('scripting.registerContentScripts', () => undefined),
      unregisterContentScripts: this.act('scripting.unregisterContentScripts', () => undefined),
    },
    action: Object.fromEntries(
      ['setTitle', 'setIcon', 'setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor'].map((name) => [
        name,
        this.act(`action.${name}`, () => undefined),
      ]),
    ),
    contextMenus: {
      onClicked: this.event('contextMenus.onClicked'),
      create: this.act('contextMenus.create', () => undefined),
      update: this.act('contextMenus.update', () => undefined),
      removeAll: this.act('contextMenus.removeAll', () => undefined),
    },
    commands: { onCommand: this.event('commands.onCommand') },
  };

  /** What goes wrong the next times that it is asked to do this, in order; after that it works. */
  plan(name: string, ...faults: readonly Fault[]): void {
    this.faults.set(name, [...faults]);
  }

  /** Tells whoever listens. @returns what the listeners say to that */
  tell(name: string, ...heard: readonly unknown[]): unknown[] {
    return [...(this.listeners.get(name) ?? [])].map((listener) => listener(...(heard as never[])));
  }

  /** How many listen. */
  count(name: string): number {
    return this.listeners.get(name)?.size ?? 0;
  }

  /** What it was given each time that it was asked to do this. */
  done(name: string): (readonly unknown[])[] {
    return this.acts.filter((act) => act.name === name).map(({ of }) => of);
  }

  /** As after the installation; who listens stays. */
  reset(): void {
    for (const kept of [this.local, this.session]) for (const key of Object.keys(kept)) delete kept[key];
    this.acts.length = 0;
    this.tabs = [];
    this.contexts = [];
    this.faults.clear();
    this.turn = undefined;
    this.isDead = false;
    this.browser.runtime.id = 'rupor';
  }

  private event(name: string) {
    const all = new Set<Listener>();
    this.listeners.set(name, all);
    return {
      addListener: (one: Listener) => void all.add(one),
      removeListener: (one: Listener) => void all.delete(one),
    };
  }

  private act(name: string, answering: Answering) {
    return async (...of: unknown[]): Promise<unknown> => {
      const fault = this.faults.get(name)?.shift();
      this.acts.push({ name, of });
      if (this.isDead) return new Promise(() => undefined);
      await this.turn?.(name);
      if (!fault) return answering(...(of as never[]));
      if ('rejects' in fault) throw new Error(fault.rejects);
      if ('instead' in fault) return fault.instead;
      if ('late' in fault) return later(fault.late).then(() => answering(...(of as never[])));
      return new Promise(() => undefined);
    };
  }

  private area(name: 'local' | 'session') {
    const kept = (): Kept => this[name];
    const change = (items: Kept, isGone = false): void => {
      const changes = Object.fromEntries(
        Object.entries(structuredClone(items)).map(([key, value]) => {
          if (isGone) delete kept()[key];
          else kept()[key] = value;
          return [key, isGone ? {} : { newValue: structuredClone(value) }];
        }),
      );
      this.tell('storage.onChanged', changes, name);
    };
    return {
      get: this.act(`storage.${name}.get`, (keys: string | string[] | null) => {
        const wanted = keys === null ? Object.keys(kept()) : [keys].flat().filter((key) => Object.hasOwn(kept(), key));
        return structuredClone(Object.fromEntries(wanted.map((key) => [key, kept()[key]])));
      }),
      set: this.act(`storage.${name}.set`, (items: Kept) => change(items)),
      remove: this.act(`storage.${name}.remove`, (key: string) => change({ [key]: undefined }, true)),
      setAccessLevel: this.act(`storage.${name}.setAccessLevel`, () => undefined),
    };
  }
}

const later = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** The one of a test file. The library that migrates settings finds the browser by itself: it stands where that looks. */
export const fake = new FakeBrowser();
Object.assign(globalThis, { browser: fake.browser });
