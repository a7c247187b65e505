import type { Choice } from '../../../../../shared/packages-contract';
import type { SentField } from '../../../../../shared/service-tasks-contract';
import { ManyField } from './ManyField';
import { rowsIn } from './rowsIn';

interface Props {
  label: string;
  hint?: string;
  /** JSON, as the drawing keeps it */
  value: string;
  variables: Choice[];
  onChange(value: string): void;
}

/** What is sent: facts of the case that may cross, each under its own name; a name of the other side's own stays as it is. */
export const SentFields = ({ label, hint, value, variables, onChange }: Props) => {
  const rows = rowsIn<SentField>(value);
  return (
    <ManyField
      label={label}
      hint={hint}
      value={rows.map((one) => one.variable)}
      choices={variables}
      onChange={(names) => {
        const next = names.map(
          (variable) => rows.find((one) => one.variable === variable) ?? { field: variable, variable },
        );
        onChange(next.length > 0 ? JSON.stringify(next) : '');
      }}
    />
  );
};
