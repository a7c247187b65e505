import { Box, Button, Flex, Typography } from '@strapi/design-system';

import type { ScenarioChoices, ScenarioStep } from '../../../../../shared/trials-contract';
import { Card } from '../../../components/Card';
import { useText } from '../../../text/useText';
import { DoFields } from './DoFields';
import { ExpectFields } from './ExpectFields';
import { HttpAnswerFields } from './HttpAnswerFields';
import { stepWords } from './stepWords';

interface Props {
  number: number;
  count: number;
  step: ScenarioStep;
  choices: ScenarioChoices;
  unfolded: boolean;
  onUnfold(): void;
  onChange(step: ScenarioStep): void;
  onMove(by: number): void;
  onRemove(): void;
}

/** One step: folded it is a line, unfolded what is done beside what must hold after it. */
export const StepEditor = ({ number, count, step, choices, unfolded, onUnfold, onChange, onMove, onRemove }: Props) => {
  const { t, pick } = useText();
  const title = `${number}. ${pick(stepWords(step, choices))}`;
  return (
    <Card
      title={title}
      aside={
        <Flex gap={1} wrap="wrap">
          <Button size="S" variant="tertiary" disabled={number <= 2} onClick={() => onMove(-1)}>
            {t('trials.up')}
          </Button>
          <Button size="S" variant="tertiary" disabled={number === 1 || number === count} onClick={() => onMove(1)}>
            {t('trials.down')}
          </Button>
          <Button size="S" variant="danger-light" disabled={count === 1} onClick={onRemove}>
            {t('trials.removeStep')}
          </Button>
          <Button size="S" variant="secondary" aria-expanded={unfolded} onClick={onUnfold}>
            {t(unfolded ? 'trials.fold' : 'trials.unfold')}
          </Button>
        </Flex>
      }
    >
      {unfolded ? (
        <Flex gap={6} alignItems="flex-start" wrap="wrap">
          <Box style={{ flex: '1 1 44rem', minWidth: 0 }}>
            <Typography variant="sigma" tag="h3" textColor="neutral600" paddingBottom={2}>
              {t('trials.do')}
            </Typography>
            <DoFields isFirst={number === 1} step={step} choices={choices} onChange={onChange} />
            {choices.httpSteps.length > 0 && (
              <Box paddingTop={4}>
                <Typography variant="sigma" tag="h3" textColor="neutral600">
                  {t('trials.http')}
                </Typography>
                <HttpAnswerFields
                  steps={choices.httpSteps}
                  answers={step.http ?? []}
                  onChange={(http) => onChange({ ...step, http: http.length > 0 ? http : undefined })}
                />
              </Box>
            )}
          </Box>
          <Box style={{ flex: '1 1 44rem', minWidth: 0 }}>
            <Typography variant="sigma" tag="h3" textColor="neutral600" paddingBottom={2}>
              {t('trials.expect')}
            </Typography>
            <ExpectFields
              expect={step.expect ?? {}}
              choices={choices}
              onChange={(expect) => onChange({ ...step, expect })}
            />
          </Box>
        </Flex>
      ) : (
        <Typography textColor="neutral600">{step.at ?? t('trials.atOnce')}</Typography>
      )}
    </Card>
  );
};
