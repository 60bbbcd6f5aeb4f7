/** Hosts and channels of the outlets and of the lists under data/hosts → the set that pages look addresses up in. Build time only. */
import { OWNER_BASE, type PackedHosts } from './hosts';
import type { Source } from './read';

/** How the set writes the channels of each platform. */
const CHANNELS: Readonly<Record<string, (handle: string) => string>> = {
  telegram: (handle) => `t.me/${handle}`,
  x: (handle) => `x.com/${handle}`,
  youtube: (handle) => `youtube.com/${handle.startsWith('@') ? handle : `@${handle}`}`,
};

/** What belongs to whom: an outlet's own domains and channels first, then the lists. */
function owners(source: Source): Map<string, string> {
  const owner = new Map<string, string>();
  for (const { id, domains = [], handles = {} } of source.outlets) {
    for (const domain of domains) owner.set(domain.toLowerCase(), id);
    for (const [platform, names] of Object.entries(handles)) {
      for (const name of names) {
        const channel = CHANNELS[platform]?.(name.replace(/^@/, '')).toLowerCase();
        if (channel !== undefined) owner.set(channel, id);
      }
    }
  }
  for (const { entry, hosts } of source.hosts) {
    for (const host of hosts) if (!owner.has(host)) owner.set(host, entry);
  }
  return owner;
}

/** Sorted by UTF-16 units, as the look-up compares them. */
export function packHosts(source: Source): PackedHosts {
  const lines = [...owners(source)].sort(([left], [right]) => (left < right ? -1 : 1));
  const entries = [...new Set(lines.map(([, entry]) => entry))];
  return {
    list: lines.map(([line]) => line).join('\n'),
    owners: lines.map(([, entry]) => String.fromCharCode(OWNER_BASE + entries.indexOf(entry))).join(''),
    entries,
  };
}
