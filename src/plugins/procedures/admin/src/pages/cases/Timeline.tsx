import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { CaseEvent } from '../../../../shared/contracts';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { Mark } from '../../components/Mark';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { LATE_AFTER_MS } from '../../time/lateEntry';

const Event = styled.li`
  position: relative;
  padding: 0 0 20px 24px;
  border-left: 2px solid ${({ theme }) => theme.colors.neutral200};
  &:last-child {
    padding-bottom: 0;
  }
  &::before {
    content: '';
    position: absolute;
    left: -7px;
    top: 4px;
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: ${({ theme }) => theme.colors.primary600};
    border: 2px solid ${({ theme }) => theme.colors.neutral0};
    box-sizing: border-box;
  }
`;

/** What happened, newest first; when it was entered later than it happened, both times and the reason are told. */
export const Timeline = ({ events }: { events: CaseEvent[] }) => {
  const { t, pick } = useText();
  if (events.length === 0) return <Empty title={t('case.noEvents')}>{t('case.noEventsHint')}</Empty>;
  return (
    <Card>
      <ol>
        {[...events]
          .sort((a, b) => Date.parse(b.enteredAt) - Date.parse(a.enteredAt) || b.seq - a.seq)
          .map((event) => {
            const late = Date.parse(event.enteredAt) - Date.parse(event.businessAt) > LATE_AFTER_MS;
            return (
              <Event key={event.id}>
                <Flex gap={2} wrap="wrap" alignItems="baseline">
                  <Typography fontWeight="bold">{pick(event.title) || event.code}</Typography>
                  {pick(event.stateAfterTitle) !== pick(event.title) && (
                    <Mark>{pick(event.stateAfterTitle) || event.stateAfter}</Mark>
                  )}
                </Flex>
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {[formatInstant(event.businessAt), event.person?.name ?? event.actor].filter(Boolean).join(' · ')}
                </Typography>
                {event.actingFor && (
                  <Typography variant="pi" fontWeight="semiBold" tag="p">
                    {t('event.actingFor', {
                      lines: event.actingFor.signature.join(' / '),
                      name: event.actingFor.holder.name,
                      document: event.actingFor.documentNo,
                    })}
                  </Typography>
                )}
                {late && (
                  <WarnText variant="pi" tag="p">
                    {t('event.late', { instant: formatInstant(event.enteredAt) })}
                    {event.lateReason ? ` – ${event.lateReason}` : ''}
                  </WarnText>
                )}
                {event.publicText && (
                  <Typography variant="pi" textColor="neutral600" tag="p">
                    {t('event.public')}: {pick(event.publicText)}
                  </Typography>
                )}
              </Event>
            );
          })}
      </ol>
    </Card>
  );
};
