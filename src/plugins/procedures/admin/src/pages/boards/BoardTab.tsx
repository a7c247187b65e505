import { Flex, Typography } from '@strapi/design-system';

import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { formatTime } from '../../time/instants';
import { DueStrip } from './DueStrip';
import { ReminderItem } from './ReminderItem';
import { StuckSection } from './StuckSection';
import { UnitTable } from './UnitTable';
import { useBoard } from './useBoard';

/** A leader's minute: what is red, what turns red, what does not move and whom to call. */
export const BoardTab = () => {
  const { t } = useText();
  const { data: board, problem, reload } = useBoard();
  if (problem && !board) return <ErrorState problem={problem} onRetry={reload} />;
  if (!board) return <Skeleton rows={6} height={56} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {board.unanswered.length > 0 && (
        <Card title={t('boards.unanswered', { count: board.unanswered.length })} flush>
          <ul>
            {board.unanswered.map((reminder) => (
              <ReminderItem key={reminder.id} reminder={reminder} onChanged={reload} />
            ))}
          </ul>
        </Card>
      )}
      <DueStrip today={board.today} week={board.week} />
      <Card
        title={t('boards.units')}
        flush
        aside={
          <Typography variant="pi" textColor="neutral600">
            {t('boards.at', { time: formatTime(board.at) })}
          </Typography>
        }
      >
        <UnitTable units={board.units} />
      </Card>
      {board.stuck.total.value === 0 ? (
        <Empty title={t('boards.nothingStuck')}>{t('boards.nothingStuckHint')}</Empty>
      ) : (
        <StuckSection stuck={board.stuck} onChanged={reload} />
      )}
    </Flex>
  );
};
