import type { ReminderRow } from '../../../../shared/boards-contract';
import { post } from '../../api/send';
import { ReasonDialog } from '../../components/ReasonDialog';
import { useText } from '../../text/useText';
import { PressDialog } from './PressDialog';

/** Kept by the page, not by the line: the line may go while somebody is writing. */
export interface OpenReminder {
  act: 'answer' | 'repeat';
  reminder: ReminderRow;
}

interface Props {
  open: OpenReminder;
  onClose(): void;
  onDone(): void;
}

/** The answer to a reminder, or the same once more. */
export const ReminderDialog = ({ open: { act, reminder }, onClose, onDone }: Props) => {
  const { t } = useText();
  if (act === 'repeat')
    return (
      <PressDialog about={{ repeats: reminder.id }} unitName={reminder.to.name} onClose={onClose} onSent={onDone} />
    );
  return (
    <ReasonDialog
      title={t('boards.reminder.answerTitle', { number: reminder.number })}
      about={reminder.reason}
      label={t('boards.reminder.answerLabel')}
      confirm={t('boards.reminder.answerConfirm')}
      onClose={onClose}
      onConfirm={async (text) => {
        await post(`/reminders/${reminder.id}/answer`, { answer: text });
        onDone();
      }}
    />
  );
};
