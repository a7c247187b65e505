import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { ReminderRow, ReminderState } from '../../../../shared/boards-contract';
import { Mark } from '../../components/Mark';
import { PAGES_ROOT } from '../../text/pluginId';
import { type TextKey, useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import type { OpenReminder } from './ReminderDialog';

const TONE: Record<ReminderState, 'plain' | 'good' | 'warn'> = { WAITING: 'plain', LATE: 'warn', ANSWERED: 'good' };

interface Props {
  reminder: ReminderRow;
  onOpen(open: OpenReminder): void;
}

/** One reminder: to whom, why, until when, and its answer. */
export const ReminderItem = ({ reminder, onOpen }: Props) => {
  const { t } = useText();
  const { number, round, answer, about } = reminder;
  return (
    <Box tag="li" padding={4} borderColor="neutral150" borderStyle="solid none none" borderWidth="1px">
      <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
        <Box style={{ minWidth: 0, flex: '1 1 28rem' }}>
          <Flex gap={2} wrap="wrap">
            <Typography fontWeight="bold">
              {t(round > 1 ? 'boards.reminder.again' : 'boards.reminder.number', { number, round })}
            </Typography>
            <Mark tone={TONE[reminder.state]}>{t(`boards.reminder.${reminder.state}` as TextKey)}</Mark>
            {reminder.escalatedAt && <Mark tone="warn">{t('boards.reminder.escalated')}</Mark>}
          </Flex>
          <Typography variant="pi" textColor="neutral600" tag="p" style={{ overflowWrap: 'anywhere' }}>
            {t('boards.reminder.way', { from: reminder.from.name, to: reminder.to.name, by: reminder.sentBy })}
            {reminder.repeats && ` · ${t('boards.reminder.repeats', { number: reminder.repeats })}`}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t('boards.reminder.times', {
              sent: formatInstant(reminder.sentAt),
              due: formatInstant(reminder.answerDueAt),
            })}
          </Typography>
          <Typography tag="p" paddingTop={1} style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
            {reminder.reason}
          </Typography>
          {about && (
            <Typography
              tag={Link}
              to={`${PAGES_ROOT}/cases/${about.caseId}`}
              textColor="primary600"
              style={{ overflowWrap: 'anywhere' }}
            >
              {[about.bookNo, about.title].filter(Boolean).join(' · ') || t('boards.reminder.case')}
            </Typography>
          )}
          {answer && (
            <Box paddingTop={2}>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {t('boards.reminder.answered', { by: answer.by, at: formatInstant(answer.at) })}
              </Typography>
              <Typography tag="p" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
                {answer.text}
              </Typography>
            </Box>
          )}
        </Box>
        <Flex gap={2}>
          {reminder.mayAnswer && (
            <Button size="S" onClick={() => onOpen({ act: 'answer', reminder })}>
              {t('boards.reminder.answer')}
            </Button>
          )}
          {reminder.mayRepeat && (
            <Button size="S" variant="secondary" onClick={() => onOpen({ act: 'repeat', reminder })}>
              {t('boards.reminder.repeat')}
            </Button>
          )}
        </Flex>
      </Flex>
    </Box>
  );
};
