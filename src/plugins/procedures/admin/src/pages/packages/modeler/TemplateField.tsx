import { Box, Field, Textarea } from '@strapi/design-system';
import type * as React from 'react';

import type { Choice } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';
import { ChoiceField } from './ChoiceField';

interface Props {
  label: string;
  value: string;
  /** what may be put in */
  variables: Choice[];
  maxLength: number;
  onChange(value: string): void;
  /** while it is typed; absent: as any change */
  onType?(value: string): void;
  hint?: string;
  required?: boolean;
}

/** A text with facts of the case in it: each is put in from a list, so that nobody types a key. */
export const TemplateField = ({
  label,
  value,
  variables,
  maxLength,
  onChange,
  onType = onChange,
  hint,
  required,
}: Props) => {
  const { t } = useText();
  return (
    <Box>
      <Field.Root name={label} hint={hint} required={required}>
        <Field.Label>{label}</Field.Label>
        <Textarea
          maxLength={maxLength}
          style={{ minHeight: '5.6rem' }}
          value={value}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onType(event.target.value)}
        />
        {hint && <Field.Hint />}
      </Field.Root>
      {variables.length > 0 && (
        <Box paddingTop={1}>
          <ChoiceField
            label={t('modeler.putIn', { label })}
            value=""
            choices={variables}
            onChange={(name) => onChange(`${value}{${name}}`.slice(0, maxLength))}
          />
        </Box>
      )}
    </Box>
  );
};
