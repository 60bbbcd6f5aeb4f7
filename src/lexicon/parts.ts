/**
 * A file of the lexicon as a script can hold it: its long strings one by one, and the rest as JSON. A browser takes a
 * string of a script as it is; JSON would be read and copied once more.
 */

/** A string from this length on lies by itself. UTF-16 units. */
const LONG = 4096;

/** Keys that lead to a value, from the outermost in. */
type Path = readonly string[];
type Head = { readonly rest: unknown; readonly paths: readonly Path[] };

/**
 * JSON or JavaScript in ASCII alone: a browser keeps it with one byte a unit, and reads it faster. It is left where the
 * escapes would take more room than they save. Build time only.
 */
export function ascii(text: string): string {
  const escaped = text.replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return escaped.length < 2 * text.length ? escaped : text;
}

/** Cuts a file into parts. Build time only. */
export function partsOf(json: string): readonly string[] {
  const paths: Path[] = [];
  const long: string[] = [];
  const cut = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string' && value.length >= LONG) {
      paths.push(path);
      long.push(value);
      return '';
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner, [...path, key])]));
  };
  const head: Head = { rest: cut(JSON.parse(json), []), paths };
  return [ascii(JSON.stringify(head)), ...long];
}

/** The file that was cut. */
export function wholeOf([head = '', ...long]: readonly string[]): unknown {
  const { rest, paths } = JSON.parse(head) as Head;
  paths.forEach((path, i) => {
    let at: unknown = rest;
    for (const key of path.slice(0, -1)) at = isObject(at) ? at[key] : undefined;
    if (isObject(at)) at[path.at(-1) ?? ''] = long[i];
  });
  return rest;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
