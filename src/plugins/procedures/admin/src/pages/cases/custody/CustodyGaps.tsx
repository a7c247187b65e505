import { Box, Flex, Typography } from '@strapi/design-system';
import { CheckCircle, WarningCircle } from '@strapi/icons';

import type { CustodyItem } from '../../../../../shared/custody-contract';
import { useText } from '../../../text/useText';

/** Whether the chain of an item is whole, in a word and a sign, not by colour alone. */
export const CustodyGaps = ({ item }: { item: CustodyItem }) => {
  const { t } = useText();
  const isWhole = item.gaps.length === 0;
  const Icon = isWhole ? CheckCircle : WarningCircle;
  return (
    <Box paddingBottom={2}>
      <Flex gap={1} alignItems="center">
        <Icon aria-hidden fill={isWhole ? 'success700' : 'danger700'} />
        <Typography fontWeight="bold" textColor={isWhole ? 'success700' : 'danger700'}>
          {isWhole ? t('custody.whole') : t('custody.gaps', { count: item.gaps.length })}
        </Typography>
      </Flex>
      {item.gaps
        .filter((gap) => gap.entryId === null)
        .map((gap) => (
          <Typography key={gap.code} tag="p" textColor="danger700">
            {t(`custody.gap.${gap.code}`)}
          </Typography>
        ))}
    </Box>
  );
};
