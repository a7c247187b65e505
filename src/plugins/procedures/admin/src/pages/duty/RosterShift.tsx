import { Box, Button, Flex, Typography } from '@strapi/design-system';

import type { ShiftView } from '../../../../shared/duty-contract';
import { useNow } from '../../clocks/useNow';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { PersonLine } from './PersonLine';
import { shiftHours } from './shiftWords';

/** One shift of the roster; `onCancel` is null where the reader may not, or it is over. */
export const RosterShift = ({ shift, onCancel }: { shift: ShiftView; onCancel: (() => void) | null }) => {
  const { t } = useText();
  const now = useNow();
  const runs = new Date(shift.startsAt) <= now && now < new Date(shift.endsAt);
  return (
    <Box tag="li" paddingTop={2} paddingBottom={2} style={{ borderTop: '1px solid rgba(128, 128, 128, 0.25)' }}>
      <Flex gap={3} wrap="wrap" justifyContent="space-between" alignItems="flex-start">
        <Box style={{ flex: '1 1 20rem' }}>
          <Flex gap={2} wrap="wrap">
            <Typography fontWeight={runs ? 'bold' : undefined}>{shiftHours(shift)}</Typography>
            {runs && <Mark tone="good">{t('roster.running')}</Mark>}
            {shift.handOver && (
              <Mark tone={shift.handOver.state === 'TAKEN' ? 'good' : 'warn'}>
                {t(shift.handOver.state === 'TAKEN' ? 'roster.handedOver' : 'roster.handOverWaits')}
              </Mark>
            )}
            {shift.notHandedOver && !shift.handOver && <Mark tone="warn">{t('roster.notHandedOver')}</Mark>}
          </Flex>
        </Box>
        <Box style={{ flex: '1 1 24rem' }}>
          {shift.people.map((person) => (
            <PersonLine key={person.id} person={person} />
          ))}
          {shift.deputy && (
            <Typography variant="pi" textColor="neutral600" tag="div">
              {t('duty.deputy', { name: shift.deputy.name })}
              {shift.deputy.absent ? ` (${t('duty.absent')})` : ''}
            </Typography>
          )}
        </Box>
        {onCancel && (
          <Button
            variant="tertiary"
            size="S"
            aria-label={`${t('roster.cancel')}: ${shiftHours(shift)}`}
            onClick={onCancel}
          >
            {t('roster.cancel')}
          </Button>
        )}
      </Flex>
    </Box>
  );
};
