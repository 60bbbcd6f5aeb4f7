import type { ComponentChildren } from 'preact';

/** One part of the options page. Its id is its address; its heading takes the focus when what had it is gone. */
export function Section({
  id,
  title,
  text,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <section id={id} class="section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {title}
      </h2>
      {text !== undefined && <p class="intro">{text}</p>}
      {children}
    </section>
  );
}
