import { Box, Button, Flex, Typography } from '@strapi/design-system';

import type { Bilingual } from '../../../../shared/contracts';
import type { ApiTokenRow } from '../../../../shared/integration-contract';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatDay, formatInstant } from '../../time/instants';
import { Line } from '../operations/OperationsGrid';

interface Props {
  token: ApiTokenRow;
  scopeTitles: Record<string, Bilingual>;
  onApprove(): void;
  onRevoke(): void;
}

const TONES = { WAITING: 'warn', ACTIVE: 'good', EXPIRED: 'plain', REVOKED: 'plain' } as const;

export const TokenLine = ({ token, scopeTitles, onApprove, onRevoke }: Props) => {
  const { t, pick } = useText();
  const facts = [
    token.createdBy && t('integration.token.asked', { name: token.createdBy, at: formatDay(token.createdAt) }),
    token.approvedBy && t('integration.token.approved', { name: token.approvedBy, at: formatDay(token.approvedAt) }),
    t('integration.token.until', { at: formatDay(token.expiresAt) }),
    token.lastUsedAt
      ? t('integration.token.lastUsed', { at: formatInstant(token.lastUsedAt) })
      : t('integration.token.neverUsed'),
    token.revokedReason,
  ];
  return (
    <Line>
      <Box style={{ flex: '1 1 30rem', minWidth: 0, overflowWrap: 'anywhere' }}>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="bold">{token.name}</Typography>
          <Mark tone={TONES[token.state]}>{t(`integration.token.state.${token.state}`)}</Mark>
        </Flex>
        <Typography tag="p">
          {[token.unitName, ...token.groups].join(' · ')}:{' '}
          {token.scopes.map((scope) => pick(scopeTitles[scope])).join('; ')}
        </Typography>
        <Typography variant="pi" textColor="neutral600" tag="p">
          {facts.filter(Boolean).join(' · ')}
        </Typography>
      </Box>
      <Flex gap={2}>
        {token.permissions.approve && <Button onClick={onApprove}>{t('integration.token.approve')}</Button>}
        {token.permissions.revoke && (
          <Button variant="danger-light" onClick={onRevoke}>
            {t('integration.token.revoke')}
          </Button>
        )}
      </Flex>
    </Line>
  );
};
