import { CircleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../../../parts/Icon';

export type FieldProps = {
  /** Of the control, and with an ending of what is said of it. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly faults: readonly string[];
  readonly notes?: readonly string[];
  readonly children: ComponentChildren;
};

/** What a control is described by: its hint and what is wrong with it. */
export const describedBy = (id: string): string => `${id}-hint ${id}-said`;

/** A control with its label, its hint, and beside it what is wrong, as one types. */
export function Field({ id, label, hint, faults, notes = [], children }: FieldProps) {
  return (
    <div class="own-field">
      <label class="own-label" for={id}>
        {label}
      </label>
      {children}
      {hint !== undefined && (
        <p id={`${id}-hint`} class="own-hint">
          {hint}
        </p>
      )}
      <Said id={id} faults={faults} notes={notes} />
    </div>
  );
}

type SaidProps = Pick<FieldProps, 'id' | 'faults'> & { readonly notes?: readonly string[] };

/** What is wrong with a field, or worth knowing; there from the start, so that what comes is announced. */
export function Said({ id, faults, notes = [] }: SaidProps) {
  return (
    <div id={`${id}-said`} class="own-said" aria-live="polite">
      {faults.map((fault) => (
        <p key={fault} class="own-fault">
          <Icon node={CircleAlert} size={14} />
          {fault}
        </p>
      ))}
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </div>
  );
}
