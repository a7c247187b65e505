import { Typography } from '@strapi/design-system';

import type { NextStep } from '../../../../shared/next-step';
import { Card } from '../../components/Card';
import { type TextKey, useText } from '../../text/useText';

/** What comes after this task, by the drawing: each possible step with the answer that leads to it. */
export const NextSteps = ({ steps }: { steps: NextStep[] }) => {
  const { t } = useText();
  if (steps.length === 0) return null;
  return (
    <Card title={t('next.title')}>
      <ol style={{ display: 'grid', gap: 8 }}>
        {steps.map((step) => (
          <li key={step.id}>
            <Typography tag="p">
              <Typography textColor="neutral600">{t(`next.kind.${step.kind}` satisfies TextKey)}</Typography>{' '}
              <Typography fontWeight="bold">{step.title}</Typography>
            </Typography>
            {step.when.length > 0 && (
              <Typography variant="pi" textColor="neutral600" tag="p">
                {t('next.when', { when: step.when.join('; ') })}
              </Typography>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
};
