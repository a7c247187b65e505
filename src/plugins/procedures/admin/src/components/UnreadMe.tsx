import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ArrowClockwise, WarningCircle } from '@strapi/icons';

import type { Problem } from '../api/problem';
import { useText } from '../text/useText';

/** Above a page that stands without knowing who reads it: in one line, since the page itself is there and is the matter. */
export const UnreadMe = ({ problem, onRetry }: { problem: Problem; onRetry(): void }) => {
  const { t, pick } = useText();
  return (
    <Flex
      role="alert"
      gap={3}
      wrap="wrap"
      background="danger100"
      borderColor="danger200"
      borderStyle="solid"
      borderWidth="0 0 1px 0"
      paddingTop={2}
      paddingBottom={2}
      paddingLeft={{ initial: 4, medium: 6 }}
      paddingRight={{ initial: 4, medium: 6 }}
    >
      <WarningCircle aria-hidden fill="danger600" style={{ flex: 'none' }} />
      <Box style={{ flex: '1 1 24rem', minWidth: 0 }}>
        <Typography tag="p" fontWeight="semiBold" textColor="neutral800">
          {t('me.unread')}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral800">
          {pick(problem)} ({problem.code})
        </Typography>
      </Box>
      <Button size="S" variant="tertiary" startIcon={<ArrowClockwise />} onClick={onRetry}>
        {t('action.retry')}
      </Button>
    </Flex>
  );
};
