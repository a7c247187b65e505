import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { ChevronDown, ChevronUp } from '@strapi/icons';

import type { ScheduleRow } from '../../../../shared/schedules-contract';
import { ClockBadge } from '../../clocks/ClockBadge';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { RuleLine } from './RuleFrame';
import { type Units, useScheduleText } from './useScheduleText';

interface Props {
  row: ScheduleRow;
  units: Units;
  isOpen: boolean;
  onToggle(): void;
  onEdit?(): void;
}

/** One schedule: what and to whom, period and due, and the clock of the period that is open. */
export const ScheduleLine = ({ row, units, isOpen, onToggle, onEdit }: Props) => {
  const { t, pick } = useText();
  const words = useScheduleText();
  const { definition, next } = row;
  const running = row.occurrences.findLast((one) => one.clock.state === 'RUNNING');
  const title = pick(definition.title);
  return (
    <RuleLine>
      <Box style={{ minWidth: 0 }}>
        <Typography fontWeight="bold" tag="h3">
          {title}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {[
            row.code,
            words.unit(units, definition.owner),
            definition.recipients.map((one) => one.name).join(', '),
          ].join(' · ')}
        </Typography>
        <Flex gap={2} paddingTop={1} wrap="wrap">
          <Mark tone={definition.active ? 'good' : 'plain'}>
            {t(definition.active ? 'schedules.active' : 'schedules.inactive')}
          </Mark>
          <Mark tone={definition.confirmation.state === 'CONFIRMED' ? 'good' : 'warn'}>
            {t(`confirmation.${definition.confirmation.state}`)}
          </Mark>
        </Flex>
      </Box>
      <Box>
        <Typography tag="p">{words.period(definition)}</Typography>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {words.due(definition)}
        </Typography>
      </Box>
      <Box style={{ width: '100%', minWidth: 0 }}>
        {running ? (
          <>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {pick(running.period.title)}
            </Typography>
            <ClockBadge clock={running.clock} />
          </>
        ) : (
          <Typography variant="pi" textColor="neutral600">
            {next
              ? t('schedules.next', { period: pick(next.period.title), instant: formatInstant(next.dueAt) })
              : t('schedules.nothingOpen')}
          </Typography>
        )}
      </Box>
      <Typography variant="pi" textColor="neutral600">
        {t('rules.version', { version: row.version })}
      </Typography>
      <Flex gap={2} wrap="wrap">
        {onEdit && (
          <Button size="S" variant="tertiary" aria-label={t('schedules.editOf', { title })} onClick={onEdit}>
            {t('schedules.edit')}
          </Button>
        )}
        <Button
          size="S"
          variant="ghost"
          aria-expanded={isOpen}
          aria-label={t('schedules.periodsOf', { title })}
          endIcon={isOpen ? <ChevronUp /> : <ChevronDown />}
          onClick={onToggle}
        >
          {t('schedules.periods')}
        </Button>
      </Flex>
    </RuleLine>
  );
};
