import { Box, Button, Flex, Typography } from '@strapi/design-system';

import type { Custodian } from '../../../../shared/sealing-contract';
import { Card } from '../../components/Card';
import { Mark } from '../../components/Mark';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

interface Props {
  custodians: Custodian[];
  /** null: the reader is no custodian with a key */
  onReseal: (() => void) | null;
  onRevoke: ((custodian: Custodian) => void) | null;
}

/** Who guards the identities, with the fingerprints that two people compare by voice. */
export const Custodians = ({ custodians, onReseal, onRevoke }: Props) => {
  const { t } = useText();
  const behind = custodians.some((one) => !one.isMe && one.missing > 0);
  return (
    <Card
      title={t('identities.custodians')}
      aside={
        onReseal && behind ? (
          <Button size="S" variant="secondary" onClick={onReseal}>
            {t('identities.do.reseal')}
          </Button>
        ) : undefined
      }
    >
      {custodians.length === 0 && <Typography textColor="neutral600">{t('identities.noCustodians')}</Typography>}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {custodians.map((one) => (
          <Flex key={one.personId} tag="li" justifyContent="space-between" gap={3} wrap="wrap">
            <Box style={{ minWidth: 0 }}>
              <Typography fontWeight="bold" tag="p">
                {one.name}
                {one.isMe ? ` (${t('identities.me')})` : ''}
              </Typography>
              {one.key && (
                <Typography variant="pi" textColor="neutral600" tag="p" style={{ overflowWrap: 'anywhere' }}>
                  {t('identities.fingerprint')}: <code>{one.key.fingerprint}</code> · {formatInstant(one.key.createdAt)}
                </Typography>
              )}
              {one.missing > 0 && (
                <Typography variant="pi" textColor="neutral600" tag="p">
                  {t('identities.missing', { count: one.missing })}
                </Typography>
              )}
            </Box>
            <Flex gap={2}>
              <Mark tone={one.key ? 'good' : 'warn'}>{t(one.key ? 'identities.hasKey' : 'identities.noKey')}</Mark>
              {one.key && onRevoke && (
                <Button size="S" variant="danger-light" onClick={() => onRevoke(one)}>
                  {t('identities.do.revoke')}
                </Button>
              )}
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Card>
  );
};
