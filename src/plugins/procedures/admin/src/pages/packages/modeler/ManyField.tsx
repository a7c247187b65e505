import { Field, MultiSelect, MultiSelectOption } from '@strapi/design-system';

import type { Choice } from '../../../../../shared/packages-contract';
import { chosenWords } from '../../../components/chosenWords';
import { useText } from '../../../text/useText';

interface Props {
  label: string;
  value: string[];
  choices: Choice[];
  onChange(value: string[]): void;
  hint?: string;
  required?: boolean;
}

/** Several of a list. */
export const ManyField = ({ label, value, choices, onChange, hint, required }: Props) => {
  const { t } = useText();
  return (
    <Field.Root name={label} hint={hint} required={required}>
      <Field.Label>{label}</Field.Label>
      {/* It reads its entries once: a list that has grown is another one. */}
      <MultiSelect
        key={choices.length}
        customizeContent={chosenWords(choices.map((one) => [one.value, one.label]))}
        value={value}
        placeholder={t('packages.choose')}
        onChange={(next: string[]) => onChange(next ?? [])}
      >
        {choices.map((one) => (
          <MultiSelectOption key={one.value} value={one.value}>
            {one.label}
          </MultiSelectOption>
        ))}
      </MultiSelect>
      {hint && <Field.Hint />}
    </Field.Root>
  );
};
