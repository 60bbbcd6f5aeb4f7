/** A look into the card's closed shadow root, which neither the page nor a test in the page's world can take. */
import type { CDPSession, Page } from 'puppeteer-core';
import { kind } from './browser';
import type { Box } from './lines';

type Node = {
  readonly backendNodeId: number;
  readonly shadowRootType?: string;
  readonly shadowRoots?: readonly Node[];
  readonly children?: readonly Node[];
};

/** What is asked of the root; it runs in the page, so it can use nothing from around it. */
export type Look<T> = (root: ShadowRoot) => T;

/** @returns what the look sees; undefined while there is no card */
export function inCard<T>(page: Page, look: Look<T>): Promise<T | undefined> {
  return kind === 'firefox' ? inFirefox(page, look) : inChromium(page, look);
}

/** Where the card is in the window; undefined while it is closed. */
export const cardBox = (page: Page): Promise<Box | undefined> =>
  inCard(page, (root) => root.querySelector('.card')?.getBoundingClientRect().toJSON());
export const isOpen = async (page: Page): Promise<boolean> => (await cardBox(page)) !== undefined;
/** What the open card is about. */
export const cardName = (page: Page) => inCard(page, (root) => root.querySelector('h2')?.textContent);

const sessions = new WeakMap<Page, Promise<CDPSession>>();

async function inChromium<T>(page: Page, look: Look<T>): Promise<T | undefined> {
  if (!sessions.has(page)) sessions.set(page, page.createCDPSession());
  const session = (await sessions.get(page)) as CDPSession;
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const found = closedRoot(root as Node);
  if (!found) return undefined;
  try {
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: found.backendNodeId });
    const { result } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function () { return (${look})(this); }`,
      ...(object.objectId && { objectId: object.objectId }),
      returnByValue: true,
    });
    return result.value as T;
  } catch (problem) {
    if (/No node/.test(String(problem))) return undefined; // It has just closed.
    throw problem;
  }
}

function closedRoot(node: Node): Node | undefined {
  if (node.shadowRootType === 'closed') return node;
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = closedRoot(child);
    if (found) return found;
  }
  return undefined;
}

/** WebDriver BiDi hands out closed roots; puppeteer has no word for it, so its session is spoken to. */
type Bidi = {
  readonly id: string;
  readonly userContext: { readonly browser: { readonly session: Session } };
};
type Session = { send(method: string, params: object): Promise<{ result: { result: Value } }> };
type Value = {
  readonly type: string;
  readonly value?: unknown;
};
type HostValue = { readonly shadowRoot?: { readonly sharedId: string; readonly value?: { readonly mode?: string } } };

async function inFirefox<T>(page: Page, look: Look<T>): Promise<T | undefined> {
  const { browsingContext } = page.mainFrame() as unknown as { browsingContext: Bidi };
  const { session } = browsingContext.userContext.browser;
  const common = { target: { context: browsingContext.id }, awaitPromise: true };
  const hosts = await page.evaluate(() => document.documentElement.childElementCount);
  for (let index = hosts - 1; index >= 2; index--) {
    const host = await session.send('script.evaluate', {
      ...common,
      expression: `document.documentElement.children[${index}]`,
      serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
    });
    const root = (host.result.result.value as HostValue | undefined)?.shadowRoot;
    if (root?.value?.mode !== 'closed') continue;
    const seen = await session.send('script.callFunction', {
      ...common,
      functionDeclaration: `(root) => JSON.stringify((${look})(root) ?? null)`,
      arguments: [{ sharedId: root.sharedId }],
    });
    return (JSON.parse(String(seen.result.result.value)) ?? undefined) as T | undefined;
  }
  return undefined;
}
