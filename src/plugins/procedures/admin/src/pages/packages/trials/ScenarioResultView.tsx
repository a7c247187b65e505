import { Box, Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Pencil, Play } from '@strapi/icons';
import * as React from 'react';

import type { StepResult, TrialCoverage, TrialScenarioRow } from '../../../../../shared/trials-contract';
import { Card } from '../../../components/Card';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';
import { StepVerdicts } from './StepVerdicts';
import { TrialDiagram } from './TrialDiagram';

interface Props {
  draftId: string;
  model: string;
  row: TrialScenarioRow;
  coverage: TrialCoverage | null;
  busy: boolean;
  onRun(): void;
  onEdit(): void;
}

type Paint = 'path' | 'coverage';

/** How a scenario went last: step after step in words, and the way on the diagram up to the chosen step. */
export const ScenarioResultView = ({ draftId, model, row, coverage, busy, onRun, onEdit }: Props) => {
  const { t, pick } = useText();
  const result = row.last?.result ?? null;
  const firstFailed = result?.steps.find((step) => !step.ok)?.step;
  const [at, setAt] = React.useState(firstFailed ?? result?.steps.length ?? 0);
  const [paint, setPaint] = React.useState<Paint>('path');
  const step: StepResult | undefined = result?.steps.find((one) => one.step === at);
  const path = React.useMemo(() => (result?.path ?? []).slice(0, step?.pathLength ?? 0), [result, step]);
  const missed = step?.verdicts.find((one) => !one.ok && one.element)?.element ?? null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Card
        title={pick(row.title)}
        aside={
          <Flex gap={2}>
            <Button size="S" variant="tertiary" startIcon={<Pencil />} onClick={onEdit}>
              {t('trials.edit')}
            </Button>
            <Button size="S" variant="secondary" startIcon={<Play />} disabled={busy} onClick={onRun}>
              {t('trials.runOne')}
            </Button>
          </Flex>
        }
      >
        {!row.last && <Typography textColor="neutral600">{t('trials.notTriedYet')}</Typography>}
        {row.last && result && (
          <Typography textColor="neutral600" tag="p">
            {t('trials.ranBy', {
              name: row.last.ranBy.name,
              when: formatInstant(row.last.ranAt),
              days: result.days,
              seconds: (result.milliseconds / 1000).toFixed(1),
            })}
            {row.last.stale && <Typography textColor="warning700"> {t('trials.staleAbout')}</Typography>}
          </Typography>
        )}
      </Card>
      {result && result.path.length > 0 && (
        <Card flush>
          <Flex gap={2} padding={2} justifyContent="space-between" wrap="wrap">
            <Flex gap={2}>
              <Button size="S" variant="tertiary" disabled={at <= 1} onClick={() => setAt(at - 1)}>
                {t('trials.stepBack')}
              </Button>
              <Button size="S" variant="tertiary" disabled={at >= result.steps.length} onClick={() => setAt(at + 1)}>
                {t('trials.stepOn')}
              </Button>
              <Typography role="status">
                {t('trials.atStep', { step: at, steps: result.steps.length })} {pick(step?.title)}
              </Typography>
            </Flex>
            <Box style={{ width: '24rem' }}>
              <SingleSelect
                size="S"
                aria-label={t('trials.paint')}
                value={paint}
                onChange={(value: string | number) => setPaint(value as Paint)}
              >
                <SingleSelectOption value="path">{t('trials.paintPath')}</SingleSelectOption>
                <SingleSelectOption value="coverage">{t('trials.paintCoverage')}</SingleSelectOption>
              </SingleSelect>
            </Box>
          </Flex>
          <TrialDiagram
            draftId={draftId}
            model={model}
            path={paint === 'path' ? path : null}
            missed={paint === 'path' ? missed : null}
            coverage={paint === 'coverage' ? coverage : null}
          />
        </Card>
      )}
      {result && (
        <Card title={t('trials.whatHeld')}>
          <ol>
            {result.steps.map((one) => (
              <StepVerdicts key={one.step} step={one} current={one.step === at} onOpen={() => setAt(one.step)} />
            ))}
          </ol>
        </Card>
      )}
    </Flex>
  );
};
