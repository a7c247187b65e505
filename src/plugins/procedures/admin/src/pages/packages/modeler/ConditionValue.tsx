import { Field, TextInput } from '@strapi/design-system';
import * as React from 'react';

import type { ConditionVariable } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';
import { ChoiceField } from './ChoiceField';
import type { Clause } from './conditions';

interface Props {
  clause: Clause;
  variable: ConditionVariable | undefined;
  onChange(value: Clause['value']): void;
}

/** The value that is compared with: yes or no, one of a list, a number, or a text. */
export const ConditionValue = ({ clause, variable, onChange }: Props) => {
  const { t } = useText();
  const [typed, setTyped] = React.useState(String(clause.value));
  const label = t('modeler.value');
  if (typeof clause.value === 'boolean')
    return (
      <ChoiceField
        label={label}
        value={String(clause.value)}
        choices={[true, false].map((one) => ({ value: String(one), label: t(one ? 'modeler.yes' : 'modeler.no') }))}
        onChange={(value) => onChange(value === 'true')}
      />
    );
  if (variable && variable.options.length > 0)
    return <ChoiceField label={label} value={String(clause.value)} choices={variable.options} onChange={onChange} />;
  const isNumber = typeof clause.value === 'number';
  const done = () => {
    const value = isNumber ? Number(typed) : typed;
    if (value !== clause.value && !Number.isNaN(value)) onChange(value);
  };
  return (
    <Field.Root name="value">
      <Field.Label>{label}</Field.Label>
      <TextInput
        size="S"
        inputMode={isNumber ? 'numeric' : 'text'}
        value={typed}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setTyped(event.target.value)}
        onBlur={done}
      />
    </Field.Root>
  );
};
