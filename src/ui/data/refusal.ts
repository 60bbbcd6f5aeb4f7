/** Why a file is not taken, and where in it. */
import type * as v from 'valibot';
import { t } from '../../shared/i18n';

export type Refusal =
  | { readonly why: 'large' | 'foreign' | 'newer' }
  | { readonly why: 'not-json'; readonly at?: { readonly line: number; readonly column: number } }
  /** `path` as a reader would look for it: `settings.exclusions[2].host`. */
  | { readonly why: 'missing' | 'unknown'; readonly path: string }
  | { readonly why: 'value'; readonly path: string; readonly value: string }
  | { readonly why: 'many'; readonly path: string; readonly n: number; readonly max: number };

export type Unpacked<T> = { readonly taken: T } | { readonly refused: Refusal };

/** The longest piece of a wrong value that is shown, in UTF-16 units. */
const SHOWN_MAX = 60;

/** A refusal from what a schema objects to first. */
export function whyNot(issue: v.BaseIssue<unknown>): Refusal {
  // Of several shapes that all do not fit, the first that has got further says more.
  const inner = issue.issues?.[0];
  if (inner) return whyNot(inner);
  const path = pathOf(issue);
  const { input } = issue;
  if (issue.type === 'max_length' && Array.isArray(input))
    return { why: 'many', path, n: input.length, max: Number((issue as { requirement?: unknown }).requirement) };
  if (issue.expected === 'never') return { why: 'unknown', path };
  if (input === undefined) return { why: 'missing', path };
  return { why: 'value', path, value: shown(input) };
}

/** A refusal in plain words. */
export function refusalText(refusal: Refusal): string {
  switch (refusal.why) {
    case 'large':
    case 'foreign':
    case 'newer':
      return t(`import_${refusal.why}`);
    case 'not-json':
      return refusal.at ? t('import_not-json_at', refusal.at.line, refusal.at.column) : t('import_not-json');
    case 'missing':
    case 'unknown':
      return t(`import_${refusal.why}`, refusal.path);
    case 'value':
      return t('import_value', refusal.path, refusal.value);
    case 'many':
      return t('import_many', refusal.path, refusal.n, refusal.max);
  }
}

function pathOf(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return keys.join('').replace(/^\./, '');
}

function shown(input: unknown): string {
  const text = typeof input === 'string' ? input : JSON.stringify(input);
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}
