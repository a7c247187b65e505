import { Field, Flex, TextInput } from '@strapi/design-system';
import type * as React from 'react';

import type { QuietHours } from '../../../../shared/notifications-contract';
import { useText } from '../../text/useText';

interface TimeProps {
  label: string;
  hint?: string;
  value: string;
  onChange(value: string): void;
}

/** A time, or several with commas between, as people write them. */
export const TimeField = ({ label, hint, value, onChange }: TimeProps) => (
  <Field.Root name={label} hint={hint}>
    <Field.Label>{label}</Field.Label>
    <TextInput value={value} onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)} />
    <Field.Hint />
  </Field.Root>
);

/** The times in what was typed: `7:00, 13:30` as 07:00 and 13:30. What is no time stays, for the server to name. */
export const timesIn = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map((time) => time.replace(/^(\d):/, '0$1:'));

export const QuietFields = ({ value, onChange }: { value: QuietHours; onChange(value: QuietHours): void }) => {
  const { t } = useText();
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start">
      <TimeField label={t('notices.quietFrom')} value={value.from} onChange={(from) => onChange({ ...value, from })} />
      <TimeField label={t('notices.quietTo')} value={value.to} onChange={(to) => onChange({ ...value, to })} />
    </Flex>
  );
};
