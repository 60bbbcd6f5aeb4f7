export type RadiosProps<T extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly T[];
  readonly label: (option: T) => string;
  readonly chosen: T;
  readonly onChoose: (option: T) => void;
  /** Beside one another as far as there is room; else in two columns. */
  readonly inOneLine?: boolean;
};

/** One of a few, all in sight. */
export function Radios<T extends string>({
  legend,
  name,
  options,
  label,
  chosen,
  onChoose,
  inOneLine,
}: RadiosProps<T>) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class={inOneLine ? 'three' : 'radios'}>
        {options.map((option) => (
          <label key={option} class="radio">
            <input type="radio" name={name} checked={option === chosen} onChange={() => onChoose(option)} />
            <span>{label(option)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
