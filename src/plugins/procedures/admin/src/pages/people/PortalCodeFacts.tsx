import { Typography } from '@strapi/design-system';

import type { PortalCode } from '../../../../shared/portal-contract';
import { FactList } from '../../components/FactList';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

/** The code by which somebody chooses a password of the portal: shown once, here. */
export const PortalCodeFacts = ({ code }: { code: PortalCode }) => {
  const { t } = useText();
  return (
    <FactList
      facts={[
        [t('people.add.email'), code.loginName],
        [
          t('people.portal.code'),
          <Typography key="code" fontWeight="bold" style={{ userSelect: 'all' }}>
            {code.code}
          </Typography>,
        ],
        [
          t('people.portal.where'),
          <span key="where" style={{ overflowWrap: 'anywhere' }}>{`${window.location.origin}${code.address}`}</span>,
        ],
        [t('people.portal.until'), formatInstant(code.expiresAt)],
      ]}
    />
  );
};
