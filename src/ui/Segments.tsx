import { useId } from 'preact/hooks';

export type SegmentsProps<T extends string> = {
  readonly title: string;
  /** What the choice means; read out with the group. */
  readonly text?: string;
  readonly values: readonly T[];
  readonly value: T;
  readonly label: (value: T) => string;
  readonly onChoose: (value: T) => void;
};

/** One of a few: a row of radio buttons beside its name. */
export function Segments<T extends string>({ title, text, values, value, label, onChoose }: SegmentsProps<T>) {
  const id = useId();
  return (
    <div class="line" role="radiogroup" aria-labelledby={`${id}-title`} aria-describedby={text && `${id}-text`}>
      <span>
        <b id={`${id}-title`}>{title}</b>
        {text !== undefined && <small id={`${id}-text`}>{text}</small>}
      </span>
      <span class="seg">
        {values.map((one) => (
          <label key={one}>
            <input type="radio" name={id} value={one} checked={one === value} onChange={() => onChoose(one)} />
            <span>{label(one)}</span>
          </label>
        ))}
      </span>
    </div>
  );
}
