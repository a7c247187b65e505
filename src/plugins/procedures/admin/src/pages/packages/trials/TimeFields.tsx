import { Field, Flex, NumberInput, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type * as React from 'react';

import type { ScenarioStep } from '../../../../../shared/trials-contract';
import { useText } from '../../../text/useText';
import { toLocalInput } from '../../../time/instants';
import { fromLocal } from './fromLocal';

type Advance = NonNullable<ScenarioStep['advance']>;
type How = 'days' | 'hours' | 'nextDue' | 'to';

interface Props {
  advance: Advance;
  onChange(advance: Advance): void;
}

const howOf = ({ to, by }: Advance): How =>
  to === 'nextDue' ? 'nextDue' : to ? 'to' : by?.includes('T') ? 'hours' : 'days';
const amountOf = ({ by }: Advance): number => Number(/(\d+)[DH]/.exec(by ?? '')?.[1] ?? 1);
const length = (how: How, amount: number) => (how === 'hours' ? `PT${amount}H` : `P${amount}D`);

/** How much time passes: days, hours, to the next due instant, to an instant. */
export const TimeFields = ({ advance, onChange }: Props) => {
  const { t } = useText();
  const how = howOf(advance);
  const choose = (next: How) => {
    if (next === 'nextDue') onChange({ to: 'nextDue' });
    else if (next === 'to') onChange({ to: fromLocal(toLocalInput(new Date())) });
    else onChange({ by: length(next, amountOf(advance)) });
  };
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-start">
      <Field.Root name="how">
        <Field.Label>{t('trials.how')}</Field.Label>
        <SingleSelect value={how} onChange={(value: string | number) => choose(value as How)}>
          {(['days', 'hours', 'nextDue', 'to'] as const).map((one) => (
            <SingleSelectOption key={one} value={one}>
              {t(`trials.how.${one}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
      {(how === 'days' || how === 'hours') && (
        <Field.Root name="amount">
          <Field.Label>{t(`trials.how.${how}`)}</Field.Label>
          <NumberInput
            value={amountOf(advance)}
            onValueChange={(value: number | undefined) =>
              onChange({ by: length(how, Math.max(1, Math.round(value ?? 1))) })
            }
          />
        </Field.Root>
      )}
      {how === 'to' && (
        <Field.Root name="to">
          <Field.Label>{t('trials.how.to')}</Field.Label>
          <TextInput
            type="datetime-local"
            value={advance.to ? toLocalInput(new Date(advance.to)) : ''}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
              event.target.value && onChange({ to: fromLocal(event.target.value) })
            }
          />
        </Field.Root>
      )}
    </Flex>
  );
};
