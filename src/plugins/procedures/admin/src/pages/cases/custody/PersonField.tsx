import { Field, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import type { CaseCustody } from '../../../../../shared/custody-contract';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../text/useText';

interface Props {
  name: string;
  label: string;
  people: CaseCustody['people'];
  personId: string | null;
  text: string;
  /** stands first in the list */
  first?: string;
  error?: string;
  onChange(personId: string | null, text: string): void;
}

const OUTSIDE = 'OUTSIDE';

/** Somebody of the office, who confirms by his own sign-in, or anybody else by a name. */
export const PersonField = ({ name, label, people, personId, text, first, error, onChange }: Props) => {
  const { t } = useText();
  const sorted = [...people].sort((a, b) => Number(b.id === first) - Number(a.id === first));
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Field.Root name={name} required>
        <Field.Label>{label}</Field.Label>
        <SingleSelect
          value={personId ?? OUTSIDE}
          onChange={(value: string | number) => {
            const person = people.find(({ id }) => id === value);
            onChange(person?.id ?? null, person?.name ?? '');
          }}
        >
          <SingleSelectOption value={OUTSIDE}>{t('custody.outside')}</SingleSelectOption>
          {sorted.map((person) => (
            <SingleSelectOption key={person.id} value={person.id}>
              {`${person.name} – ${person.unit}`}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {personId === null && (
        <TextField
          type="text"
          name={`${name}-name`}
          required
          maxLength={300}
          label={t('custody.outsideName', { who: label })}
          error={error}
          value={text}
          onChange={(value) => onChange(null, value)}
        />
      )}
    </Flex>
  );
};
