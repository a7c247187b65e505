import { Button, Field, Flex, NumberInput, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import {
  ESCALATION_RECIPIENTS,
  ESCALATION_STAGES,
  type EscalationStep,
} from '../../../../shared/notifications-contract';
import { useText } from '../../text/useText';

interface Props {
  steps: EscalationStep[];
  onChange(steps: EscalationStep[]): void;
}

/** Who is told, how long after a clock has reached which stage: one line a step. */
export const EscalationTable = ({ steps, onChange }: Props) => {
  const { t } = useText();
  const set = (index: number, change: Partial<EscalationStep>) =>
    onChange(steps.map((step, at) => (at === index ? { ...step, ...change } : step)));
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {steps.map((step, index) => (
        // Lines have no other identity than their place; every field is given its value.
        <Flex
          key={index}
          gap={3}
          wrap="wrap"
          alignItems="flex-end"
          role="group"
          aria-label={t('notices.step', { at: index + 1 })}
        >
          <Field.Root name={`stage-${index}`} style={{ flex: '1 1 16rem' }}>
            <Field.Label>{t('notices.stage')}</Field.Label>
            <SingleSelect
              value={step.stage}
              onChange={(stage) => set(index, { stage: stage as EscalationStep['stage'] })}
            >
              {ESCALATION_STAGES.map((stage) => (
                <SingleSelectOption key={stage} value={stage}>
                  {t(`notices.stage.${stage}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Field.Root name={`after-${index}`} style={{ flex: '1 1 12rem' }}>
            <Field.Label>{t('notices.afterMinutes')}</Field.Label>
            <NumberInput
              value={step.afterMinutes}
              onValueChange={(value: number | undefined) => set(index, { afterMinutes: value ?? 0 })}
            />
          </Field.Root>
          <Field.Root name={`to-${index}`} style={{ flex: '2 1 20rem' }}>
            <Field.Label>{t('notices.stepTo')}</Field.Label>
            <SingleSelect value={step.to} onChange={(to) => set(index, { to: to as EscalationStep['to'] })}>
              {ESCALATION_RECIPIENTS.map((to) => (
                <SingleSelectOption key={to} value={to}>
                  {t(`notices.to.${to}`)}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Field.Root>
          <Button
            variant="danger-light"
            aria-label={t('notices.removeStep', { at: index + 1 })}
            onClick={() => onChange(steps.filter((_, at) => at !== index))}
          >
            {t('action.clear')}
          </Button>
        </Flex>
      ))}
      <div>
        <Button
          variant="tertiary"
          onClick={() => onChange([...steps, { stage: 'DUE', afterMinutes: 60, to: 'ASSIGNEE' }])}
        >
          {t('notices.addStep')}
        </Button>
      </div>
    </Flex>
  );
};
