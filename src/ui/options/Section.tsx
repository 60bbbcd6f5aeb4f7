import type { ComponentChildren } from 'preact';

export type SectionProps = {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly children: ComponentChildren;
};

/** One part of the page of choices, with an address of its own. */
export function Section({ id, title, text, children }: SectionProps) {
  return (
    <section id={id} class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {text !== undefined && <p class="muted">{text}</p>}
      {children}
    </section>
  );
}
