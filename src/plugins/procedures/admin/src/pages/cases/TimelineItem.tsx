import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';

import type { CaseEvent } from '../../../../shared/contracts';
import { Mark } from '../../components/Mark';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { LATE_AFTER_MS } from '../../time/lateEntry';
import { ActingLine } from './ActingLine';
import { CorrectionForm } from './corrections/CorrectionForm';
import { CorrectionNote } from './corrections/CorrectionNote';
import { EventDetails } from './corrections/EventDetails';

const Frame = styled.li<{ $quiet: boolean }>`
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
    background: ${({ theme, $quiet }) => ($quiet ? theme.colors.neutral300 : theme.colors.primary600)};
    border: 2px solid ${({ theme }) => theme.colors.neutral0};
    box-sizing: border-box;
  }
`;

interface Props {
  caseId: string;
  event: CaseEvent;
  /** in whose place it stands */
  corrected: CaseEvent | null;
  onChanged?(): void;
}

export const TimelineItem = ({ caseId, event, corrected, onChanged }: Props) => {
  const { t, pick } = useText();
  const [isCorrecting, setCorrecting] = React.useState(false);
  const isReplaced = Boolean(event.correctedBy);
  const late = !corrected && Date.parse(event.enteredAt) - Date.parse(event.businessAt) > LATE_AFTER_MS;
  const title = pick(event.title) || event.code;
  return (
    <Frame $quiet={isReplaced}>
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Typography
          fontWeight="bold"
          textColor={isReplaced ? 'neutral600' : undefined}
          style={{ textDecoration: isReplaced ? 'line-through' : undefined }}
        >
          {corrected ? t('correction.titleOf', { title }) : title}
        </Typography>
        {isReplaced && <Mark>{t('correction.replaced')}</Mark>}
        {pick(event.stateAfterTitle) !== pick(event.title) && (
          <Mark>{pick(event.stateAfterTitle) || event.stateAfter}</Mark>
        )}
      </Flex>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {[formatInstant(event.businessAt), event.person?.name ?? (pick(event.actorTitle) || event.actor)]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      <ActingLine note={event.actingFor} />
      {event.details && <EventDetails details={event.details} />}
      {corrected && (
        <Typography variant="pi" tag="p" style={{ overflowWrap: 'anywhere' }}>
          {t('correction.insteadOf', {
            entered: formatInstant(event.enteredAt),
            was: formatInstant(corrected.businessAt),
          })}
          {event.lateReason ? ` – ${event.lateReason}` : ''}
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
      {event.correction && !isReplaced && <CorrectionNote correction={event.correction} onChanged={onChanged} />}
      {onChanged && event.mayCorrect && !isCorrecting && (
        <Box paddingTop={1}>
          <Button size="S" variant="tertiary" onClick={() => setCorrecting(true)}>
            {t('correction.start')}
          </Button>
        </Box>
      )}
      {onChanged && isCorrecting && (
        <CorrectionForm
          caseId={caseId}
          eventId={event.id}
          onClose={() => setCorrecting(false)}
          onDone={() => {
            setCorrecting(false);
            onChanged();
          }}
        />
      )}
    </Frame>
  );
};
