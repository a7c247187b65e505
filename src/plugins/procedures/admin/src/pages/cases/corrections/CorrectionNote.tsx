import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { CorrectionView } from '../../../../../shared/corrections-contract';
import { post } from '../../../api/send';
import { ActDialog } from '../../../components/ActDialog';
import { Mark } from '../../../components/Mark';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';
import { ActingLine } from '../ActingLine';
import { EventDetails } from './EventDetails';

interface Props {
  correction: CorrectionView;
  /** absent: it is only read here */
  onChanged?(): void;
}

/** Under an event: the correction that was asked for, why, by whom, what became of it, and what may be done about it. */
export const CorrectionNote = ({ correction, onChanged }: Props) => {
  const { t } = useText();
  const [asked, setAsked] = React.useState<'approve' | 'refuse' | 'takeBack' | null>(null);
  const { permissions, state } = correction;
  const isTakenBack = state === 'REFUSED' && correction.decidedBy?.id === correction.askedBy?.id;
  const close = () => setAsked(null);
  const done = () => {
    close();
    onChanged?.();
  };
  return (
    <Box background="neutral100" hasRadius padding={3} marginTop={2}>
      <Flex gap={2} wrap="wrap" alignItems="baseline">
        <Mark tone={state === 'ASKED' ? 'warn' : 'plain'}>
          {t(isTakenBack ? 'correction.state.TAKEN_BACK' : `correction.state.${state}`)}
        </Mark>
        <Typography variant="pi" textColor="neutral600">
          {[correction.askedBy?.name, formatInstant(correction.askedAt)].filter(Boolean).join(' · ')}
        </Typography>
      </Flex>
      <ActingLine note={correction.askedFor} />
      <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
        {correction.reason}
      </Typography>
      {state === 'ASKED' && (
        <Box paddingTop={2}>
          <Typography tag="p" variant="pi" fontWeight="semiBold">
            {t('correction.says', { at: formatInstant(correction.businessAt) })}
          </Typography>
          <EventDetails details={correction.details} />
        </Box>
      )}
      {correction.decidedBy && correction.decidedAt && (
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {t('correction.decided', { name: correction.decidedBy.name, at: formatInstant(correction.decidedAt) })}
          {correction.decisionReason ? `: ${correction.decisionReason}` : ''}
        </Typography>
      )}
      <ActingLine note={correction.decidedFor} />
      {onChanged && (permissions.decide || permissions.takeBack) && (
        <Flex gap={2} wrap="wrap" paddingTop={2}>
          {permissions.decide && (
            <>
              <Button size="S" onClick={() => setAsked('approve')}>
                {t('correction.approve')}
              </Button>
              <Button size="S" variant="tertiary" onClick={() => setAsked('refuse')}>
                {t('correction.refuse')}
              </Button>
            </>
          )}
          {permissions.takeBack && (
            <Button size="S" variant="tertiary" onClick={() => setAsked('takeBack')}>
              {t('correction.takeBack')}
            </Button>
          )}
        </Flex>
      )}
      {asked === 'approve' && (
        <ActDialog
          title={t('correction.approve')}
          confirm={t('correction.approve')}
          onClose={close}
          onConfirm={async () => {
            await post(`/event-corrections/${correction.id}/approve`);
            done();
          }}
        >
          <Typography tag="p">{t('correction.approveAbout')}</Typography>
        </ActDialog>
      )}
      {(asked === 'refuse' || asked === 'takeBack') && (
        <ReasonDialog
          title={t(`correction.${asked}`)}
          about={t(`correction.${asked}About`)}
          label={t('correction.decisionReason')}
          confirm={t(`correction.${asked}`)}
          danger
          onClose={close}
          onConfirm={async (reason) => {
            await post(`/event-corrections/${correction.id}/refuse`, { reason });
            done();
          }}
        />
      )}
    </Box>
  );
};
