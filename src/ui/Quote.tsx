import type { Row } from '../shared/messages';

export type QuoteProps = {
  readonly row: Pick<Row, 'kind' | 'stance' | 'lang' | 'before' | 'mark' | 'after'>;
  readonly class: string;
};

/** The page's sentence with the marked words as the page shows them. In serif: it is not Rupor who speaks. */
export function Quote({ row, class: name }: QuoteProps) {
  return (
    <p class={name} lang={row.lang}>
      {row.before}
      <b class="mark" data-kind={row.kind} data-stance={row.stance}>
        {row.mark}
      </b>
      {row.after}
    </p>
  );
}
