import { Field, TextInput } from '@strapi/design-system';
import type * as React from 'react';

import type { ConditionVariable } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';
import { ChoiceField } from './ChoiceField';
import type { Clause } from './conditions';
import { useHeldText } from './useHeldText';

interface Props {
  clause: Clause;
  variable: ConditionVariable | undefined;
  onChange(value: Clause['value']): void;
}

/** The value that is compared with: yes or no, one of a list, a number, or a text. */
export const ConditionValue = ({ clause, variable, onChange }: Props) => {
  const { t } = useText();
  const isNumber = typeof clause.value === 'number';
  const text = useHeldText(String(clause.value), (typed) => {
    const value = isNumber ? Number(typed) : typed;
    if (!Number.isNaN(value)) onChange(value);
  });
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
  return (
    <Field.Root name="value">
      <Field.Label>{label}</Field.Label>
      <TextInput
        size="S"
        inputMode={isNumber ? 'numeric' : 'text'}
        value={text.value}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => text.type(event.target.value)}
        onBlur={text.leave}
      />
    </Field.Root>
  );
};
