import { Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ReminderList } from '../../../../shared/boards-contract';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { PressDialog } from './PressDialog';
import { ReminderItem } from './ReminderItem';
import { useReminderDialog } from './useReminderDialog';

/** What units were pressed about, and what they answered. */
export const RemindersTab = () => {
  const { t } = useText();
  const { data, problem, reload } = useResource<ReminderList>('/reminders', { refreshMs: 60_000, keepPrevious: true });
  const [isSending, setSending] = React.useState(false);
  const [dialog, openDialog] = useReminderDialog(reload);
  if (problem && !data) return <ErrorState problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton rows={4} height={96} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {data.press.length > 0 && (
        <Flex gap={3} wrap="wrap" justifyContent="space-between">
          <Typography textColor="neutral600" style={{ flex: '1 1 28rem' }}>
            {t('boards.reminders.about')}
          </Typography>
          <Button onClick={() => setSending(true)}>{t('boards.press.new')}</Button>
        </Flex>
      )}
      {data.items.length === 0 ? (
        <Empty title={t('boards.reminders.empty')}>
          {t(data.press.length > 0 ? 'boards.reminders.emptySender' : 'boards.reminders.emptyHead')}
        </Empty>
      ) : (
        <Card flush title={t('boards.reminders.count', { count: data.total })}>
          <ul>
            {data.items.map((reminder) => (
              <ReminderItem key={reminder.id} reminder={reminder} onOpen={openDialog} />
            ))}
          </ul>
        </Card>
      )}
      {dialog}
      {isSending && (
        <PressDialog
          about={null}
          onClose={() => setSending(false)}
          onSent={() => {
            setSending(false);
            reload();
          }}
        />
      )}
    </Flex>
  );
};
