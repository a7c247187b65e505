import { Box, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';

import type { Seal } from '../../../shared/contracts';
import { useText } from '../text/useText';

/** Sealed content looks sealed: a lock, who may open it, how to ask. */
export const Sealed = ({ seal }: { seal?: Seal | null }) => {
  const { t, pick } = useText();
  return (
    <Flex gap={2} alignItems="flex-start" background={seal ? 'neutral100' : undefined} padding={seal ? 3 : 0} hasRadius>
      <Lock aria-hidden width="1.6rem" height="1.6rem" fill="neutral600" style={{ flex: 'none' }} />
      <Box>
        <Typography variant="pi" fontWeight="bold" tag="p">
          {t('seal.closed')}
        </Typography>
        {seal && (
          <>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {pick(seal.who)}
            </Typography>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {pick(seal.how)}
            </Typography>
          </>
        )}
      </Box>
    </Flex>
  );
};
