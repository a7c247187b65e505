import { Button, Field, Flex, NumberInput, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';

import { ALARM_RECIPIENTS, type AlarmStep } from '../../../../shared/alarms-contract';
import { useText } from '../../text/useText';

interface Props {
  steps: AlarmStep[];
  onChange(steps: AlarmStep[]): void;
}

/** The chain: after how many minutes without an answer who is rung besides. */
export const StepFields = ({ steps, onChange }: Props) => {
  const { t } = useText();
  const set = (index: number, change: Partial<AlarmStep>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...change } : step)));
  const free = ALARM_RECIPIENTS.find((to) => !steps.some((step) => step.to === to));
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography variant="delta" tag="h3">
        {t('alarmSettings.steps')}
      </Typography>
      {steps.map((step, index) => (
        <Flex
          // Lines have no other identity than their place; every field is given its value.
          key={index}
          role="group"
          aria-label={t('alarmSettings.step', { at: index + 1 })}
          gap={3}
          wrap="wrap"
          alignItems="flex-end"
        >
          <Field.Root name={`after-${index}`} style={{ flex: '1 1 14rem' }}>
            <Field.Label>{t('alarmSettings.stepAfter')}</Field.Label>
            <NumberInput
              value={step.afterMinutes}
              onValueChange={(value: number | undefined) => set(index, { afterMinutes: value ?? 0 })}
            />
          </Field.Root>
          <Field.Root name={`to-${index}`} style={{ flex: '2 1 22rem' }}>
            <Field.Label>{t('alarmSettings.stepTo')}</Field.Label>
            <SingleSelect value={step.to} onChange={(to) => set(index, { to: to as AlarmStep['to'] })}>
              {ALARM_RECIPIENTS.map((to) => (
                <SingleSelectOption key={to} value={to}>
                  {t(`alarm.to.${to}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Button
            variant="danger-light"
            aria-label={t('alarmSettings.removeStep', { at: index + 1 })}
            onClick={() => onChange(steps.filter((_, at) => at !== index))}
          >
            {t('alarmSettings.remove')}
          </Button>
        </Flex>
      ))}
      {free && (
        <div>
          <Button variant="tertiary" onClick={() => onChange([...steps, { afterMinutes: 15, to: free }])}>
            {t('alarmSettings.addStep')}
          </Button>
        </div>
      )}
    </Flex>
  );
};
