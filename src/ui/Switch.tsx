import { useId } from 'preact/hooks';

export type SwitchProps = {
  readonly title: string;
  readonly text?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

/** On or off, with its name and what it means. */
export function Switch({ title, text, isOn, onChange }: SwitchProps) {
  const id = useId();
  return (
    <label class="line">
      <span>
        <b id={`${id}-title`}>{title}</b>
        {text !== undefined && <small id={`${id}-text`}>{text}</small>}
      </span>
      <span class="switch">
        <input
          type="checkbox"
          role="switch"
          checked={isOn}
          aria-checked={isOn}
          aria-labelledby={`${id}-title`}
          aria-describedby={text && `${id}-text`}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
      </span>
    </label>
  );
}
