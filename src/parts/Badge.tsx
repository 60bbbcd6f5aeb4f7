import type { Kind, Stance } from '../engine/types';

/** What each kind looks like: a point that broadcasts, a speech bubble, a frame around a wave. Sixteen units square. */
const LINES: { readonly [K in Kind]: readonly string[] } = {
  'state-media': [
    'M4.9 4.4a5.1 5.1 0 0 0 0 7.2M11.1 4.4a5.1 5.1 0 0 1 0 7.2M2.6 2.3a8.1 8.1 0 0 0 0 11.4M13.4 2.3a8.1 8.1 0 0 1 0 11.4',
  ],
  official: [
    'M3.2 2.5h9.6c.8 0 1.4.6 1.4 1.4v6c0 .8-.6 1.4-1.4 1.4H8.4l-3.6 2.9v-2.9H3.2c-.8 0-1.4-.6-1.4-1.4v-6c0-.8.6-1.4 1.4-1.4z',
    'M5 6.9h6',
  ],
  framing: ['M2 5V2h3M11 2h3v3M14 11v3h-3M5 14H2v-3', 'M4.6 8.3c.9-1.5 2-1.5 2.9-.3s2.2 1.2 3.9-.6'],
};

/** The drawing of a kind in the colour of its text; decoration, as the kind is also said in words. */
export function Glyph({ kind }: { readonly kind: Kind }) {
  return (
    <svg class="glyph" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {kind === 'state-media' && <circle cx="8" cy="8" r="1.9" fill="currentColor" />}
      {LINES[kind].map((line) => (
        <path
          key={line}
          d={line}
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
          stroke-linecap="round"
          stroke-linejoin="round"
        />
      ))}
    </svg>
  );
}

/** The glyph of a kind; how strongly it is filled tells the stance. */
export function Badge({ kind, stance }: { readonly kind: Kind; readonly stance: Stance }) {
  return (
    <span class="badge" data-kind={kind} data-stance={stance}>
      <Glyph kind={kind} />
    </span>
  );
}
