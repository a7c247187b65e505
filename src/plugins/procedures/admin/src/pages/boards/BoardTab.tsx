import { Flex, Typography } from '@strapi/design-system';
import { useMediaQuery } from '@strapi/strapi/admin';
import * as React from 'react';

import type { StuckTask } from '../../../../shared/boards-contract';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { formatTime } from '../../time/instants';
import { useWaitingMerges } from '../cases/links/useWaitingMerges';
import { WaitingMerges } from '../cases/links/WaitingMerges';
import { DueStrip } from './DueStrip';
import { PressDialog } from './PressDialog';
import { ReminderItem } from './ReminderItem';
import { StuckSection } from './StuckSection';
import { UnitTable } from './UnitTable';
import { useBoard } from './useBoard';
import { useReminderDialog } from './useReminderDialog';

/** A leader's minute: what is red, what turns red, what does not move and whom to call. */
export const BoardTab = () => {
  const { t } = useText();
  const isWide = useMediaQuery('(min-width: 768px)');
  const { data: board, problem, reload } = useBoard();
  const merges = useWaitingMerges();
  // A dialog stands here, not in the line that opened it: the board is read again while somebody writes, and the line may go.
  const [pressed, setPressed] = React.useState<StuckTask | null>(null);
  const [reminderDialog, openReminder] = useReminderDialog(reload);
  if (problem && !board) return <ErrorState problem={problem} onRetry={reload} />;
  // What waits for a decision stands above all: it must not come later and push the figures away under the eyes.
  if (!board || merges.loading) return <Skeleton rows={6} height={56} />;
  const units = (
    <Card
      key="units"
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
  );
  const stuck =
    board.stuck.total.value === 0 ? (
      <Empty key="stuck" title={t('boards.nothingStuck')}>
        {t('boards.nothingStuckHint')}
      </Empty>
    ) : (
      <StuckSection key="stuck" stuck={board.stuck} onPress={setPressed} onChanged={reload} />
    );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <WaitingMerges merges={merges.data} />
      {board.unanswered.length > 0 && (
        <Card title={t('boards.unanswered', { count: board.unanswered.length })} flush>
          <ul>
            {board.unanswered.map((reminder) => (
              <ReminderItem key={reminder.id} reminder={reminder} onOpen={openReminder} />
            ))}
          </ul>
        </Card>
      )}
      <DueStrip today={board.today} week={board.week} />
      {/* On a phone what does not move comes before the table of units, which is long there. */}
      {isWide ? [units, stuck] : [stuck, units]}
      {reminderDialog}
      {pressed && (
        <PressDialog
          about={{ taskId: pressed.task.id }}
          unitName={pressed.givenUnitName}
          onClose={() => setPressed(null)}
          onSent={() => {
            setPressed(null);
            reload();
          }}
        />
      )}
    </Flex>
  );
};
