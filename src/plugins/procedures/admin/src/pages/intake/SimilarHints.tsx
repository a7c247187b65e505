import { Box, Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { SimilarCase, SimilarReasons } from '../../../../shared/intake-contract';
import { PAGES_ROOT } from '../../text/pluginId';
import { type Text, useText } from '../../text/useText';

interface Props {
  found: SimilarCase[];
  marked: readonly string[];
  onMark(caseId: string, marked: boolean): void;
}

/** Cases that the entry resembles, with why; a quiet strip that asks for nothing. */
export const SimilarHints = ({ found, marked, onMark }: Props) => {
  const { t } = useText();
  if (found.length === 0) return null;
  return (
    <Box background="neutral100" hasRadius padding={3} marginTop={3} role="region" aria-label={t('intake.similar')}>
      <Typography variant="pi" fontWeight="bold" tag="h2" role="status">
        {t('intake.similarFound', { count: found.length })}
      </Typography>
      <ul>
        {found.map((one) => (
          <Flex key={one.caseId} tag="li" gap={3} paddingTop={2} wrap="wrap" justifyContent="space-between">
            <Box style={{ minWidth: 0, flex: '1 1 24rem' }}>
              <Link tag={RouterLink} to={`${PAGES_ROOT}/cases/${one.caseId}`} target="_blank">
                {[one.bookNo, one.title].filter(Boolean).join(' · ')}
              </Link>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {sayReasons(one.reasons, t)}
              </Typography>
            </Box>
            <Checkbox
              checked={marked.includes(one.caseId)}
              onCheckedChange={(on: boolean | 'indeterminate') => onMark(one.caseId, on === true)}
            >
              {t('intake.maybeSame')}
            </Checkbox>
          </Flex>
        ))}
      </ul>
    </Box>
  );
};

/** "cùng nơi, cách 2 giờ, 3 từ giống: …" */
export function sayReasons({ place, minutes, words }: SimilarReasons, t: Text['t']): string {
  const apart = (): string | null => {
    if (minutes === null) return null;
    if (minutes < 60) return t('intake.why.minutes', { n: minutes });
    return minutes < 48 * 60
      ? t('intake.why.hours', { n: Math.round(minutes / 60) })
      : t('intake.why.days', { n: Math.round(minutes / 1440) });
  };
  return [
    place && t(place === 'SAME' ? 'intake.why.place' : 'intake.why.near'),
    apart(),
    words.length > 0 && t('intake.why.words', { n: words.length, words: words.slice(0, 4).join(', ') }),
  ]
    .filter(Boolean)
    .join(', ');
}
