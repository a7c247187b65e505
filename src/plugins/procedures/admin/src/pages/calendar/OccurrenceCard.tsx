import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { OccurrenceView, SendingView } from '../../../../shared/schedules-contract';
import { ClockRow } from '../../clocks/ClockRow';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { SendingDialog } from './SendingDialog';
import { dayWords } from './useScheduleText';

interface Props {
  scheduleId: string;
  occurrence: OccurrenceView;
  mayRecord: boolean;
  onRecorded(): void;
}

/** One period: its clock, and for each recipient whether and when it was sent. */
export const OccurrenceCard = ({ scheduleId, occurrence, mayRecord, onRecorded }: Props) => {
  const { t, pick } = useText();
  const [sending, setSending] = React.useState<SendingView | null>(null);
  const { period, clock, recipients, replaced, told } = occurrence;
  const title = pick(period.title);
  return (
    <Box tag="section" aria-label={title} background="neutral0" hasRadius borderColor="neutral150" padding={4}>
      <Typography fontWeight="bold" tag="h4">
        {title}
      </Typography>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {t('schedules.span', { from: dayWords(period.from), to: dayWords(period.to) })}
      </Typography>
      <ClockRow clock={clock} />
      {replaced.map((each) => (
        <Typography key={each.id} variant="pi" textColor="neutral600" tag="p">
          {t('schedules.replaced', { due: formatInstant(each.dueAt), reason: pick(each.supersededReason) })}
        </Typography>
      ))}
      <ul>
        {recipients.map((one) => (
          <Flex key={one.seq} tag="li" gap={3} wrap="wrap" paddingTop={2} justifyContent="space-between">
            <Typography style={{ flex: '1 1 20rem' }}>{one.name}</Typography>
            {one.sentAt ? (
              <Typography variant="pi" textColor="neutral700" style={{ flex: '2 1 24rem' }}>
                {[
                  t('schedules.sentAt', { instant: formatInstant(one.sentAt), number: one.documentNo ?? '' }),
                  one.person,
                  one.lateReason && t('schedules.enteredLate', { reason: one.lateReason }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            ) : mayRecord ? (
              <Button
                size="S"
                variant="secondary"
                aria-label={t('schedules.recordTo', { name: one.name, period: title })}
                onClick={() => setSending(one)}
              >
                {t('schedules.record')}
              </Button>
            ) : (
              <Typography variant="pi" textColor="neutral600">
                {t('schedules.notSent')}
              </Typography>
            )}
          </Flex>
        ))}
      </ul>
      {told.map((one) => (
        <Typography
          key={`${one.at} ${one.unit} ${one.person ?? ''} ${one.text.vi}`}
          variant="pi"
          textColor="neutral600"
          tag="p"
        >
          {t('schedules.told', {
            instant: formatInstant(one.at),
            who: [one.unit, one.person].filter(Boolean).join(' · '),
            text: pick(one.text),
          })}
        </Typography>
      ))}
      {sending && (
        <SendingDialog
          path={`/schedules/${scheduleId}/occurrences/${occurrence.id}/sendings`}
          recipient={sending}
          period={title}
          onClose={() => setSending(null)}
          onSaved={() => {
            setSending(null);
            onRecorded();
          }}
        />
      )}
    </Box>
  );
};
