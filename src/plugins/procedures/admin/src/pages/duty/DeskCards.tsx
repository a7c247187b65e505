import { Box, Flex, LinkButton, Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { DutyBoard, HandOverRow } from '../../../../shared/duty-contract';
import { AlarmContacts } from '../../alarms/AlarmContacts';
import { withQuery } from '../../api/query';
import { Card } from '../../components/Card';
import { WarnText } from '../../components/WarnText';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { PersonLine } from './PersonLine';
import { PlainLink } from './PlainLink';
import { SoundCard } from './SoundCard';
import { shiftNames } from './shiftWords';

/** Who is here, who comes next, whom to call, and how the desk came into these hands. */
export const DeskCards = ({ board }: { board: DutyBoard }) => {
  const { t } = useText();
  const { shift, nextShift, unit } = board;
  const tab = (name: string) => withQuery(`${PAGES_ROOT}/duty`, { unit: unit.code, tab: name });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Card
        title={t('duty.onDuty')}
        aside={
          shift && (
            <Typography variant="pi" textColor="neutral600">
              {t('duty.until', { instant: formatInstant(shift.endsAt) })}
            </Typography>
          )
        }
      >
        {shift && (
          <Box tag="ul">
            {shift.people.map((person) => (
              <li key={person.id}>
                <PersonLine person={person} strong />
              </li>
            ))}
          </Box>
        )}
        {shift?.deputy && (
          <Typography tag="p" textColor="neutral600">
            {t('duty.deputy', { name: shift.deputy.name })}
            {shift.deputy.absent ? ` (${t('duty.absent')})` : ''}
          </Typography>
        )}
        {!shift && <WarnText tag="p">{t(board.unmanned ? 'duty.unmanned' : 'duty.noRoster')}</WarnText>}
        {nextShift && (
          <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2}>
            {t('duty.next', { instant: formatInstant(nextShift.startsAt), names: shiftNames(nextShift) })}
          </Typography>
        )}
        {board.gaps.length > 0 && (
          <Box paddingTop={2}>
            <PlainLink to={tab('roster')}>
              <WarnText fontWeight="bold">{t('duty.gaps', { count: board.gaps.length })}</WarnText>
            </PlainLink>
          </Box>
        )}
      </Card>
      <SoundCard />
      {board.contacts.length > 0 && (
        <Card title={t('duty.contacts')}>
          <Typography tag="div">
            <AlarmContacts contacts={board.contacts} />
          </Typography>
        </Card>
      )}
      <Card title={t('duty.lastHandOver')}>
        {board.notHandedOver && (
          <WarnText tag="p" fontWeight="bold">
            {t('duty.notHandedOver', {
              from: formatInstant(board.notHandedOver.startsAt),
              to: formatInstant(board.notHandedOver.endsAt),
              names: shiftNames(board.notHandedOver),
            })}
          </WarnText>
        )}
        {board.waitingHandOver && (
          <WarnText tag="p" fontWeight="bold">
            {t('duty.waitsFor', { taker: board.waitingHandOver.taker })}
          </WarnText>
        )}
        <LastLine row={board.lastHandOver} />
        <Box paddingTop={3}>
          <LinkButton tag={Link} to={tab('handOver')} variant="secondary" size="S">
            {t('duty.goHandOver')}
          </LinkButton>
        </Box>
      </Card>
    </Flex>
  );
};

const LastLine = ({ row }: { row: HandOverRow | null }) => {
  const { t } = useText();
  if (!row) return <Typography textColor="neutral600">{t('duty.noHandOver')}</Typography>;
  const instant = formatInstant(row.takenAt);
  return (
    <Typography tag="p">
      {row.giver
        ? t('duty.handOverLine', { giver: row.giver, taker: row.taker, instant })
        : t('duty.takenAlone', { taker: row.taker, instant })}
    </Typography>
  );
};
