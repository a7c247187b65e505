import { Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';

import type { Problem } from '../api/problem';
import { useText } from '../text/useText';

interface Props {
  problem: Problem;
  onRetry?: () => void;
}

/** Something could not be read: what happened, and what to do. */
export const ErrorState = ({ problem, onRetry }: Props) => {
  const { t, pick } = useText();
  return (
    <Flex
      role="alert"
      direction="column"
      gap={3}
      padding={8}
      background="neutral0"
      hasRadius
      borderColor="neutral150"
      style={{ textAlign: 'center' }}
    >
      <WarningCircle aria-hidden width="2.4rem" height="2.4rem" fill="danger600" />
      <Typography tag="p">{pick(problem)}</Typography>
      <Typography variant="pi" textColor="neutral600">
        {problem.code}
      </Typography>
      {onRetry && (
        <Button variant="tertiary" startIcon={<ArrowClockwise />} onClick={onRetry}>
          {t('action.retry')}
        </Button>
      )}
    </Flex>
  );
};
