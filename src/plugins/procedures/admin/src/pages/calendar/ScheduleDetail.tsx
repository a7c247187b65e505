import { Box, Flex, Typography } from '@strapi/design-system';

import type { ScheduleRow } from '../../../../shared/schedules-contract';
import { FactList } from '../../components/FactList';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { OccurrenceCard } from './OccurrenceCard';
import { dayWords, type Units, useScheduleText } from './useScheduleText';

interface Props {
  row: ScheduleRow;
  units: Units;
  onRecorded(): void;
}

/** All of one schedule: where it comes from, the period to come, the periods so far, and how it has changed. */
export const ScheduleDetail = ({ row, units, onRecorded }: Props) => {
  const { t, pick } = useText();
  const words = useScheduleText();
  const { definition, next } = row;
  const { confirmation } = definition;
  return (
    <Box background="neutral100" padding={4}>
      <FactList
        facts={[
          [t('clock.basis'), definition.legalBasis || t('clock.noBasis')],
          [t('schedules.field.opens'), words.opens(definition)],
          [t('schedules.field.rolling'), t(`schedules.rolling.${definition.rolling}`)],
          [t('schedules.field.informs'), definition.informs.map((code) => words.unit(units, code)).join(', ')],
          [
            t('clock.confirmation'),
            confirmation.state === 'CONFIRMED'
              ? [confirmation.by, formatInstant(confirmation.at).slice(0, 10), confirmation.document].join(' · ')
              : t('confirmation.UNCONFIRMED'),
          ],
          [
            t('schedules.nextPeriod'),
            next &&
              `${pick(next.period.title)} (${dayWords(next.period.from)}–${dayWords(next.period.to)}). ${pick(next.derivation)}`,
          ],
        ]}
      />
      <Flex direction="column" alignItems="stretch" gap={3} paddingTop={4}>
        {row.occurrences.length === 0 && (
          <Typography textColor="neutral600">
            {t(definition.active ? 'schedules.noPeriods' : 'schedules.noPeriodsInactive')}
          </Typography>
        )}
        {row.occurrences.map((occurrence) => (
          <OccurrenceCard
            key={occurrence.id}
            scheduleId={row.id}
            occurrence={occurrence}
            mayRecord={row.permissions.recordSending}
            onRecorded={onRecorded}
          />
        ))}
      </Flex>
      <Box paddingTop={4}>
        <Typography variant="sigma" tag="h4" textColor="neutral600">
          {t('schedules.history')}
        </Typography>
        <ul>
          {row.history.map((one) => (
            <Typography key={one.version} tag="li" variant="pi" textColor="neutral700" style={{ display: 'block' }}>
              {[
                t('rules.version', { version: one.version }),
                formatInstant(one.createdAt),
                t(one.active ? 'schedules.active' : 'schedules.inactive'),
                one.person,
                one.reason,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          ))}
        </ul>
      </Box>
    </Box>
  );
};
