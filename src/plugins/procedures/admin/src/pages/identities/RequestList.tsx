import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { IdentityRequest } from '../../../../shared/sealing-contract';
import { Card } from '../../components/Card';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { OpenedIdentity } from './OpenedIdentity';
import { RequestState } from './RequestState';

interface Props {
  requests: IdentityRequest[];
  isCustodian: boolean;
  /** null: no key to decide with */
  onDecide: ((request: IdentityRequest) => void) | null;
  onChanged(): void;
}

export const RequestList = ({ requests, isCustodian, onDecide, onChanged }: Props) => {
  const { t, pick } = useText();
  return (
    <Card title={t(isCustodian ? 'identities.requests' : 'identities.myRequests')}>
      {requests.length === 0 && <Typography textColor="neutral600">{t('identities.noRequests')}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4}>
        {requests.map((request) => (
          <Flex key={request.id} tag="li" gap={4} justifyContent="space-between" alignItems="flex-start" wrap="wrap">
            <Box style={{ minWidth: 0, flex: '1 1 28rem' }}>
              <Typography fontWeight="bold" tag="p">
                {request.pseudonym} · {pick(request.role)}
              </Typography>
              <Typography variant="pi" textColor="neutral600" tag="p">
                <Link tag={RouterLink} to={`${PAGES_ROOT}/cases/${request.caseId}`}>
                  {t('identities.caseNo', { number: request.bookNo ?? '–' })}
                </Link>{' '}
                · {request.askedBy} · {formatInstant(request.askedAt)}
              </Typography>
              <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
                {request.reason}
              </Typography>
            </Box>
            <Flex direction="column" alignItems="flex-start" gap={2} style={{ flex: '0 1 24rem' }}>
              <RequestState request={request} />
              {request.state === 'PENDING' && !request.isMine && onDecide && (
                <Button size="S" onClick={() => onDecide(request)}>
                  {t('identities.decide')}
                </Button>
              )}
              {request.state === 'APPROVED' && request.isMine && (
                <OpenedIdentity request={request} onClosed={onChanged} />
              )}
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
};
