import { t } from '../../shared/i18n';
import { DECISIONS, type Decision } from './decisions';

type Props = {
  readonly label: string;
  readonly value: Decision;
  readonly onChange: (decision: Decision) => void;
};

/** Off, on, or always checked. */
export function DecisionSelect({ label, value, onChange }: Props) {
  return (
    <select
      class="field"
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value as Decision)}
    >
      {DECISIONS.map((decision) => (
        <option key={decision} value={decision}>
          {t(`opt_site_${decision}`)}
        </option>
      ))}
    </select>
  );
}
