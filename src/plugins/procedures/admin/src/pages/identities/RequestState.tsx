import { Typography } from '@strapi/design-system';

import type { IdentityRequest } from '../../../../shared/sealing-contract';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

const TONES = { PENDING: 'warn', APPROVED: 'good', REFUSED: 'plain', WITHDRAWN: 'plain', EXPIRED: 'plain' } as const;

/** Where a request stands, who decided it, and until when it may be read. */
export const RequestState = ({ request }: { request: IdentityRequest }) => {
  const { t } = useText();
  const { state, decidedBy, decidedAt, refusalReason, endsAt } = request;
  return (
    <>
      <Mark tone={TONES[state]}>{t(`identities.state.${state}`)}</Mark>
      {decidedBy && decidedAt && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {decidedBy}, {formatInstant(decidedAt)}
          {refusalReason ? `: ${refusalReason}` : ''}
        </Typography>
      )}
      {state === 'APPROVED' && endsAt && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('identities.until', { until: formatInstant(endsAt) })}
        </Typography>
      )}
    </>
  );
};
