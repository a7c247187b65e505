import { Box, Flex, Typography } from '@strapi/design-system';

import type { TrialCoverage, TrialRunView } from '../../../../../shared/trials-contract';
import { useText } from '../../../text/useText';

interface Props {
  run: TrialRunView | null;
  coverage: TrialCoverage | null;
}

/** What the run does now, told as it goes on, and what all scenarios went through together. */
export const RunStatus = ({ run, coverage }: Props) => {
  const { t, pick } = useText();
  return (
    <Flex gap={4} wrap="wrap" alignItems="baseline">
      <Box role="status">
        {run?.state === 'STARTING' && <Typography>{t('trials.starting', { name: run.startedBy.name })}</Typography>}
        {run?.state === 'RUNNING' && run.current && (
          <Typography>
            {t('trials.running', {
              done: run.done,
              all: run.files.length,
              step: run.current.step,
              steps: run.current.steps,
            })}{' '}
            {pick(run.current.title)}
          </Typography>
        )}
        {run?.state === 'FAILED' && <Typography textColor="danger600">{pick(run.failure)}</Typography>}
      </Box>
      {coverage && (
        <Typography textColor="neutral600">
          {t('trials.coverage', {
            elements: coverage.elements.passed,
            allElements: coverage.elements.all,
            branches: coverage.branches.passed,
            allBranches: coverage.branches.all,
          })}
        </Typography>
      )}
    </Flex>
  );
};
