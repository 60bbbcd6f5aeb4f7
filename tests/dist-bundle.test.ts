/** What the built scripts could do, read from their syntax rather than from their letters. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';

/** Ways to the network, from a string to code, and to a log: as a name, or as a string that could be one. */
const NEVER = new Set(
  [
    'fetch fetchLater XMLHttpRequest WebSocket WebSocketStream WebTransport EventSource RTCPeerConnection sendBeacon',
    'Worker SharedWorker importScripts registerProtocolHandler connectNative sendNativeMessage',
    'eval GeneratorFunction AsyncFunction execScript console',
    'insertAdjacentHTML setHTMLUnsafe parseHTMLUnsafe createContextualFragment writeln',
  ].flatMap((row) => row.split(' ')),
);
/** What turns a string into markup when it is set. Preact reads one of them. */
const MARKUP = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
/** Elements that load something by being made. */
const LOADING = new Set('img image script iframe frame object embed link audio video source track'.split(' '));

type Node = { readonly type: string; readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

/** Calls back with every node and the one around it. The keys of an object that is made are left out: they call nothing. */
function walk(node: Node, parent: Node | undefined, visit: (node: Node, parent: Node | undefined) => void): void {
  visit(node, parent);
  const isKey = (child: Node) => child === node.key && node.type === 'Property' && parent?.type === 'ObjectExpression';
  for (const value of Object.values(node))
    for (const child of [value].flat()) if (isNode(child) && !isKey(child)) walk(child, node, visit);
}

const nameOf = (node: unknown): unknown =>
  isNode(node)
    ? node.type === 'Identifier'
      ? node.name
      : node.type === 'Literal'
        ? node.value
        : undefined
    : undefined;

/** What a node does that no script of ours may do, in a few words; undefined for nearly all. */
function offence(node: Node, parent: Node | undefined): string | undefined {
  const name = String(nameOf(node));
  if (NEVER.has(name)) return name;
  if (name === 'Function' && parent?.object !== node) return name;
  if (node.type === 'ImportExpression') return 'import()';
  if (node.type === 'AssignmentExpression') {
    const set = String(nameOf((node.left as Node).property));
    return MARKUP.has(set) ? `${set} =` : undefined;
  }
  return node.type === 'CallExpression' ? offendingCall(node.callee as Node, node.arguments as Node[]) : undefined;
}

function offendingCall(callee: Node, given: readonly Node[]): string | undefined {
  const called = String(nameOf(callee) ?? nameOf(callee.property));
  const { object } = callee as { object?: Node };
  const made = given.map(nameOf).find((value) => LOADING.has(String(value)));
  if (/^createElement(NS)?$/.test(called) && made) return `${called}(${made})`;
  if (/^set(Timeout|Interval)$/.test(called) && given[0]?.type === 'Literal') return `${called}(string)`;
  if (called === 'write' && nameOf(object) === 'document') return 'document.write()';
  // Every function's constructor makes functions of strings; `this.constructor` is a component's own class.
  return called === 'constructor' && object?.type !== 'ThisExpression' ? '.constructor()' : undefined;
}

const offences = (code: string): string[] => {
  const found: string[] = [];
  walk(parseAst(code) as unknown as Node, undefined, (node, parent) => {
    const what = offence(node, parent);
    if (what) found.push(`${what}: ${code.slice(Math.max(0, Number(node.start) - 30), Number(node.end) + 20)}`);
  });
  return found;
};

describe.each(['chrome', 'firefox'])('the scripts built for %s', (target) => {
  const folder = join('dist', target);
  const names = existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.m?js$/.test(name))
    : [];

  it('ask for nothing, run no text, make no markup and write no log', { timeout: 60_000 }, () => {
    expect(names.length).toBeGreaterThan(10);
    const found = names.flatMap((name) =>
      offences(readFileSync(join(folder, name), 'utf8')).map((what) => `${name}: ${what}`),
    );
    expect(found).toEqual([]);
  });
});

it.each([
  'fetch("/x")',
  'globalThis["fet" + "ch"]; window["XMLHttpRequest"]',
  'const { fetch: ask } = self; ask("x")',
  'const ways = { fetch }; ways["f" + "etch"]("x")',
  'navigator.sendBeacon("x")',
  'import("./x.js")',
  'setTimeout("x()")',
  'new Function("x")',
  '(() => 0).constructor("x")',
  'node.innerHTML = text',
  'document.createElement("img")',
  'document.write(text)',
  'console.log(text)',
])('would notice %s', (code) => {
  expect(offences(code)).not.toEqual([]);
});
