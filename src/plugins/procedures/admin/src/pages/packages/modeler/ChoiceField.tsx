import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import type { Choice } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';

interface Props {
  label: string;
  value: string;
  choices: Choice[];
  onChange(value: string): void;
  hint?: string;
  required?: boolean;
  disabled?: boolean;
  /** words for choosing none; without them one has to be chosen */
  none?: string;
}

const NONE = '\u0000';

/** One of a list. A value that the list lacks (an expression, for instance) is shown and stays until another is chosen. */
export const ChoiceField = ({ label, value, choices, onChange, hint, required, disabled, none }: Props) => {
  const { t } = useText();
  const known = value === '' || choices.some((one) => one.value === value);
  const all = known ? choices : [{ value, label: value }, ...choices];
  return (
    <Field.Root name={label} hint={hint} required={required}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        size="S"
        disabled={disabled}
        value={value === '' && none ? NONE : value}
        placeholder={t('packages.choose')}
        onChange={(chosen: string | number) => onChange(chosen === NONE ? '' : String(chosen))}
      >
        {none && <SingleSelectOption value={NONE}>{none}</SingleSelectOption>}
        {all.map((one) => (
          <SingleSelectOption key={one.value} value={one.value}>
            {one.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      {hint && <Field.Hint />}
    </Field.Root>
  );
};
