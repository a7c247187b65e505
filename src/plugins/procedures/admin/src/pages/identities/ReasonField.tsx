import { Field, Textarea } from '@strapi/design-system';
import type * as React from 'react';

import { REASON_MIN_LENGTH } from '../../../../shared/sealing-contract';
import { useText } from '../../text/useText';

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
}

export const isReason = (text: string) => text.trim().length >= REASON_MIN_LENGTH;

export const ReasonField = ({ label, value, onChange }: Props) => {
  const { t } = useText();
  return (
    <Field.Root name="reason" required hint={t('identities.field.reasonHint', { count: REASON_MIN_LENGTH })}>
      <Field.Label>{label}</Field.Label>
      <Textarea
        value={value}
        onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => onChange(event.target.value)}
      />
      <Field.Hint />
    </Field.Root>
  );
};
