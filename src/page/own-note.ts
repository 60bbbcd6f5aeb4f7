/** What can be said of the reader's own entries: what the reader has called them. */
import type { Knowledge } from '../lexicon';
import type { SiteEntry } from '../shared/settings-for';

/** Knowledge of an entry of the reader's own; undefined where it is the lexicon's, or was removed just now. */
export function knowOwn(entry: string, own: readonly SiteEntry[]): Knowledge | undefined {
  const known = own.find(({ id }) => id === entry);
  return known && { kind: known.kind, entity: known.id, name: known.name, who: '', note: '', references: [] };
}
