import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import type * as React from 'react';

import type { AlarmContact } from '../../../../shared/alarms-contract';
import { useText } from '../../text/useText';

interface Props {
  contacts: AlarmContact[];
  onChange(contacts: AlarmContact[]): void;
}

/** Functions and desks with the numbers that are dialled; packages name them by their codes. */
export const ContactFields = ({ contacts, onChange }: Props) => {
  const { t } = useText();
  const set = (index: number, change: Partial<AlarmContact>) =>
    onChange(contacts.map((contact, at) => (at === index ? { ...contact, ...change } : contact)));
  const field = (index: number, name: keyof AlarmContact, label: string, grow: string) => (
    <Field.Root name={`contacts[${index}].${name}`} style={{ flex: grow }}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={contacts[index]?.[name] ?? ''}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => set(index, { [name]: event.target.value })}
      />
    </Field.Root>
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="delta" tag="h3">
        {t('alarmSettings.contacts')}
      </Typography>
      {contacts.map((_, index) => (
        <Flex
          // Lines have no other identity than their place; every field is given its value.
          key={index}
          role="group"
          aria-label={t('alarmSettings.contact', { at: index + 1 })}
          gap={3}
          wrap="wrap"
          alignItems="flex-end"
        >
          {field(index, 'code', t('alarmSettings.code'), '1 1 16rem')}
          {field(index, 'title', t('alarmSettings.contactTitle'), '2 1 24rem')}
          {field(index, 'phone', t('alarmSettings.phone'), '1 1 14rem')}
          <Button
            variant="danger-light"
            aria-label={t('alarmSettings.removeContact', { at: index + 1 })}
            onClick={() => onChange(contacts.filter((__, at) => at !== index))}
          >
            {t('alarmSettings.remove')}
          </Button>
        </Flex>
      ))}
      <div>
        <Button variant="tertiary" onClick={() => onChange([...contacts, { code: '', title: '', phone: '' }])}>
          {t('alarmSettings.addContact')}
        </Button>
      </div>
    </Flex>
  );
};
