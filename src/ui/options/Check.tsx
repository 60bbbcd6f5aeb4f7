import { useId } from 'preact/hooks';

type Props = {
  readonly title: string;
  readonly text: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  /** Name of the group of which one is chosen; without it, each is by itself. */
  readonly group?: string;
};

/** A box or a button of a group, with a line on what it means. */
export function Check({ title, text, isOn, onChange, group }: Props) {
  const id = useId();
  return (
    <label class="check">
      <input
        type={group === undefined ? 'checkbox' : 'radio'}
        name={group}
        checked={isOn}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-text`}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <b id={`${id}-title`}>{title}</b>
      <small id={`${id}-text`}>{text}</small>
    </label>
  );
}
