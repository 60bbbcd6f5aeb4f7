/** Files of reports. Anybody may have written them: what is not a report is refused, with the place and the reason. */
import * as v from 'valibot';
import { type Report, reportSchema, sentenceOf } from '../shared/report';
import { type Input, readDocument } from './input';
import { printable } from './printable';
import { Refusal } from './terminal';

/** More text than two hundred reports at their longest can be. UTF-16 units. */
const FILE_MAX = 5_000_000;
/** A report at its longest has some five thousand, most of them doubled by its own text. UTF-16 units of JSON. */
const REPORT_MAX = 20_000;
/** What of a wrong value is told. UTF-16 units. */
const VALUE_MAX = 60;

export type ReadReports = {
  /** Each report once, however many files hold it. */
  readonly reports: readonly Report[];
  /** How many were left out because the same report had come before. */
  readonly repeated: number;
  /** One sentence each: file, place in it, what is wrong. */
  readonly faults: readonly string[];
};

/** Reads files that hold one report, a list of them, or all that a reader has saved (with a list `reports`). */
export async function readReports(files: readonly Input[]): Promise<ReadReports> {
  const reports = new Map<string, Report>();
  const faults: string[] = [];
  let repeated = 0;
  for (const file of files) {
    const name = printable(file.name === '-' ? 'standard input' : file.name);
    const items = await itemsOf(file).catch((problem: unknown) => {
      if (!(problem instanceof Refusal)) throw problem;
      return problem.message;
    });
    if (typeof items === 'string') {
      faults.push(items.startsWith(name) ? items : `${name}: ${items}`);
      continue;
    }
    for (const [index, item] of items.list.entries()) {
      const read = readReport(item);
      if (typeof read === 'string') faults.push(`${name}${items.isOne ? '' : `, report ${index + 1}`}: ${read}`);
      else if (reports.has(read.id)) repeated += 1;
      else reports.set(read.id, read);
    }
  }
  return { reports: [...reports.values()], repeated, faults };
}

type Items = { readonly list: readonly unknown[]; readonly isOne: boolean };

async function itemsOf(file: Input): Promise<Items | string> {
  const text = await readDocument(file);
  if (text.length > FILE_MAX) return 'larger than 5 MB: no file of reports is. Nothing of it was read.';
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (problem) {
    return `not JSON (${printable(String(problem))}). Take the file as it was saved.`;
  }
  if (Array.isArray(content)) return { list: content, isOne: false };
  const many = typeof content === 'object' && content !== null && 'reports' in content ? content.reports : undefined;
  return Array.isArray(many) ? { list: many, isOne: false } : { list: [content], isOne: true };
}

/** A report, or why it is none. */
function readReport(item: unknown): Report | string {
  const length = lengthOf(item);
  if (length === undefined) return 'nested deeper than any report is. Not read.';
  if (length > REPORT_MAX) return `${length} characters long, and a report has at most ${REPORT_MAX}. Not read.`;
  const result = v.safeParse(reportSchema, item, { abortEarly: true });
  if (!result.success) return whyNot(result.issues[0]);
  if (!/\p{L}/u.test(sentenceOf(result.output)))
    return 'its sentence was taken out before it was saved: nothing can be checked.';
  return result.output;
}

/** As JSON, in UTF-16 units; undefined where that cannot be told: objects within objects without end. */
function lengthOf(item: unknown): number | undefined {
  try {
    return JSON.stringify(item).length;
  } catch {
    return undefined;
  }
}

function whyNot({ path, received, expected, type }: v.BaseIssue<unknown>): string {
  const field = path?.map(({ key }) => String(key)).join('.') ?? '';
  const told = printable(received.length > VALUE_MAX ? `${received.slice(0, VALUE_MAX)}…` : received);
  if (field === '') return `not a report: it is ${told}.`;
  if (type === 'max_length') return `"${printable(field)}" is too long (${told}; allowed is ${expected}).`;
  return `"${printable(field)}" is ${told} and should be ${expected ?? 'something else'}.`;
}
