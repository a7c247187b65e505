import { Field, Flex, NumberInput, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { MAX_TERM, type QuestionTermUnit } from '../../../shared/questions-contract';
import { useText } from '../text/useText';

const UNITS: QuestionTermUnit[] = ['workingDays', 'calendarDays'];

interface Term {
  termUnit: QuestionTermUnit;
  termLength: number;
}
interface Props {
  value: Term;
  onChange(value: Term): void;
  error?: string;
}

/** How many days, and of which kind. */
export const TermFields = ({ value, onChange, error }: Props) => {
  const { t } = useText();
  return (
    <Flex gap={3} wrap="wrap" alignItems="flex-start">
      <Field.Root name="termLength" required error={error} style={{ flex: '1 1 12rem' }}>
        <Field.Label>{t('questions.length')}</Field.Label>
        <NumberInput
          value={value.termLength}
          min={1}
          max={MAX_TERM}
          step={1}
          onValueChange={(length) => onChange({ ...value, termLength: length ?? 0 })}
        />
        <Field.Error />
      </Field.Root>
      <Field.Root name="termUnit" required style={{ flex: '1 1 16rem' }}>
        <Field.Label>{t('questions.lengthUnit')}</Field.Label>
        <SingleSelect
          value={value.termUnit}
          onChange={(unit) => onChange({ ...value, termUnit: unit as QuestionTermUnit })}
        >
          {UNITS.map((unit) => (
            <SingleSelectOption key={unit} value={unit}>
              {t(`questions.unit.${unit}`)}
            </SingleSelectOption>
          ))}
        </SingleSelect>
      </Field.Root>
    </Flex>
  );
};
