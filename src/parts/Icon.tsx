import type { IconNode } from 'lucide';
import { h } from 'preact';

export type IconProps = {
  /** A drawing of lucide, passed in so that only the drawings in use are bundled. */
  readonly node: IconNode;
  readonly size?: number;
};

/** A line drawing in the colour of its text. Always decoration: what holds it carries the name. */
export function Icon({ node, size = 16 }: IconProps) {
  return (
    <svg
      class="ic"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {node.map(([shape, attributes]) => h(shape, attributes))}
    </svg>
  );
}
