import { Box, Button, Flex } from '@strapi/design-system';

import type { ClockBand, TaskCounts } from '../../../../shared/task-list-contract';
import { CountBadge } from '../../components/CountBadge';
import type { UrlState } from '../../components/useUrlState';
import { type TextKey, useText } from '../../text/useText';

interface Props {
  url: UrlState;
  counts: TaskCounts | undefined;
  waiting: number;
  onShowWaiting(): void;
}

const BANDS: ClockBand[] = ['overdue', 'today', 'amber'];

/** What is red, what turns red today, what comes next: one look, one press. New tasks announce themselves at the end. */
export const BandBar = ({ url, counts, waiting, onShowWaiting }: Props) => {
  const { t } = useText();
  const chosen = url.get('clock');
  return (
    <Flex gap={2} wrap="wrap" paddingBottom={3} role="group" aria-label={t('tasks.column.clock')}>
      {BANDS.map((band) => {
        const count = counts?.[band] ?? 0;
        const isUrgent = band === 'overdue' && (count > 0 || chosen === band);
        return (
          <Button
            key={band}
            size="S"
            variant={isUrgent ? 'danger-light' : chosen === band ? 'secondary' : 'tertiary'}
            aria-pressed={chosen === band}
            endIcon={<CountBadge count={counts?.[band]} />}
            onClick={() => url.set({ clock: chosen === band ? null : band })}
          >
            {t(`tasks.clock.${band}` satisfies TextKey)}
          </Button>
        );
      })}
      <Box aria-live="polite" style={{ marginLeft: 'auto' }}>
        {waiting > 0 && (
          <Button size="S" onClick={onShowWaiting}>
            {t('tasks.newOnes', { count: waiting })}
          </Button>
        )}
      </Box>
    </Flex>
  );
};
