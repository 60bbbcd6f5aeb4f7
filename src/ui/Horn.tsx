/** The horn, in the shapes of the toolbar icon: with its mark, plain, outlined, struck through, and two bars. */
export type HornShape = 'mark' | 'plain' | 'outline' | 'off' | 'pause';

export function Horn({ shape }: { readonly shape: HornShape }) {
  return (
    <svg class="horn" viewBox="0 0 16 16" aria-hidden="true" fill="currentColor">
      {shape === 'mark' && (
        <>
          <rect x="1.2" y="4.4" width="1.8" height="3.6" rx=".9" />
          <path d="M4.2 4.55 13.3 1.05c.72-.28 1.5.25 1.5 1.03v8.24c0 .78-.78 1.31-1.5 1.03L4.2 7.85z" />
          <rect x="1.2" y="13.2" width="13.6" height="1.8" rx=".9" />
        </>
      )}
      {shape === 'plain' && (
        <>
          <rect x="1" y="6" width="1.8" height="4" rx=".9" />
          <path d="M4 6.1 13.3 2.4c.7-.28 1.5.25 1.5 1v9.2c0 .75-.8 1.28-1.5 1L4 9.9z" />
        </>
      )}
      {shape === 'outline' && (
        <g fill="none" stroke="currentColor" stroke-width="1.3" stroke-linecap="round" stroke-linejoin="round">
          <path d="M1.8 6.4v3.2" />
          <path d="M4.8 6.3 14 2.6v10.8L4.8 9.7z" />
        </g>
      )}
      {shape === 'off' && (
        <>
          <path d="M4 6.1 10 3.7 4 9.7zM7.6 11.3l7.2-7.2v8.5c0 .75-.8 1.28-1.5 1z" />
          <path d="M1.7 14.3 14.3 1.7" stroke="currentColor" stroke-width="1.3" stroke-linecap="round" />
        </>
      )}
      {shape === 'pause' && (
        <g fill="none" stroke="currentColor">
          <rect x=".8" y=".8" width="14.4" height="14.4" rx="3.4" stroke-width="1.3" />
          <path d="M6 5v6M10 5v6" stroke-width="1.9" stroke-linecap="round" />
        </g>
      )}
    </svg>
  );
}
