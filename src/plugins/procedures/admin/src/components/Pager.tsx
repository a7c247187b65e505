import { Flex, IconButton, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight } from '@strapi/icons';

import { useText } from '../text/useText';

interface Props {
  page: number;
  pageSize: number;
  total: number;
  /** there are more than `total`: narrowing finds them, turning pages does not */
  capped?: boolean;
  onChange(page: number): void;
}

export const Pager = ({ page, pageSize, total, capped = false, onChange }: Props) => {
  const { t } = useText();
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1) return null;
  return (
    <Flex justifyContent="flex-end" gap={2} paddingTop={4} tag="nav" aria-label={t('pager.label')}>
      <IconButton label={t('pager.previous')} disabled={page <= 1} onClick={() => onChange(page - 1)}>
        <ChevronLeft />
      </IconButton>
      <Typography variant="pi">{t(capped ? 'pager.atCapped' : 'pager.at', { page, last })}</Typography>
      <IconButton label={t('pager.next')} disabled={page >= last} onClick={() => onChange(page + 1)}>
        <ChevronRight />
      </IconButton>
    </Flex>
  );
};
