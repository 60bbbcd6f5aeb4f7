/** The real engines with the real lexicon, opened once a language. */
import { type BareEngine, createEngine } from '../../src/engine';
import { type Lexicon, openLexicon } from '../../src/engine/hits';
import { createInspector } from '../../src/engine/inspect';
import type { Lang } from '../../src/engine/types';
import { Hosts, type PackedHosts, profiles } from '../../src/lexicon';
import { tablesFor } from '../../src/lexicon/disk';
import hosts from '../../src/lexicon/generated/hosts.json' with { type: 'json' };

function once<T>(make: (lang: Lang) => T): (lang: Lang) => T {
  const made = new Map<Lang, T>();
  return (lang) => {
    const one = made.get(lang) ?? make(lang);
    made.set(lang, one);
    return one;
  };
}

export const lexiconOf: (lang: Lang) => Lexicon = once((lang) => openLexicon(tablesFor(lang)));
export const engineOf: (lang: Lang) => BareEngine = once((lang) => createEngine(tablesFor(lang)));
export const entriesOf: (lang: Lang) => ReadonlySet<string> = once(
  (lang) => new Set(lexiconOf(lang).entries.map(({ id }) => id)),
);
export const inspect = createInspector(tablesFor, profiles);
export const hostsOf = (): Hosts => new Hosts(hosts as unknown as PackedHosts);
