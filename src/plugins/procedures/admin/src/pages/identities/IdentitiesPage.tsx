import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link as RouterLink } from 'react-router-dom';

import type { Custodian, IdentityOverview, IdentityRequest } from '../../../../shared/sealing-contract';
import { sealingReady } from '../../../../shared/sealing-crypto';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody, PluginPage } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { Custodians } from './Custodians';
import { DecideDialog } from './DecideDialog';
import { type KeyAct, KeyDialogs } from './KeyDialogs';
import { MyKeyCard } from './MyKeyCard';
import { RequestList } from './RequestList';
import { SealDialog } from './SealDialog';

const Identities = () => {
  const { t } = useText();
  const { toggleNotification } = useNotification();
  const { data, problem, reload } = useResource<IdentityOverview>('/identities', { refreshMs: 15_000 });
  const [act, setAct] = React.useState<KeyAct | null>(null);
  const [deciding, setDeciding] = React.useState<IdentityRequest | null>(null);
  const [revoking, setRevoking] = React.useState<Custodian | null>(null);
  React.useEffect(() => {
    void sealingReady();
  }, []);
  const done = () => {
    toggleNotification({ type: 'success', message: t('identities.done') });
    reload();
  };

  if (!data) {
    return <PageBody>{problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />}</PageBody>;
  }
  const { myKey, isCustodian, unsealed } = data;
  return (
    <PageBody>
      <PageHeader title={t('menu.identities')} subtitle={t('identities.subtitle')} />
      <Flex direction="column" alignItems="stretch" gap={4}>
        {unsealed && unsealed.count > 0 && (
          <Card title={t('identities.unsealed', { count: unsealed.count })}>
            <Typography tag="p" paddingBottom={2}>
              {t('identities.unsealedAbout')}
            </Typography>
            <Flex gap={3} wrap="wrap">
              {unsealed.cases.map((one) =>
                isCustodian ? (
                  <Link key={one.caseId} tag={RouterLink} to={`${PAGES_ROOT}/cases/${one.caseId}`}>
                    {one.bookNo ?? '–'}
                  </Link>
                ) : (
                  <Typography key={one.caseId}>{one.bookNo ?? '–'}</Typography>
                ),
              )}
            </Flex>
          </Card>
        )}
        {isCustodian && <MyKeyCard myKey={myKey} onAct={setAct} />}
        <RequestList
          requests={data.requests}
          isCustodian={isCustodian}
          onDecide={myKey ? setDeciding : null}
          onChanged={reload}
        />
        <Custodians
          custodians={data.custodians}
          onReseal={myKey ? () => setAct('reseal') : null}
          onRevoke={isCustodian ? setRevoking : null}
        />
        <Box>
          <Typography variant="pi" textColor="neutral600">
            {t('identities.how')}
          </Typography>
        </Box>
      </Flex>
      {act && <KeyDialogs act={act} myKey={myKey} onClose={() => setAct(null)} onDone={done} />}
      {deciding && myKey && (
        <DecideDialog request={deciding} myKey={myKey} onClose={() => setDeciding(null)} onDone={done} />
      )}
      {revoking?.key && (
        <SealDialog
          title={t('identities.act.revoke')}
          submit={t('identities.do.revoke')}
          danger
          invalid={null}
          onSubmit={async () => {
            await post(`/custodian-keys/${revoking.key?.id}/revoke`);
            done();
          }}
          onClose={() => setRevoking(null)}
        >
          <Typography>{t('identities.about.revoke', { name: revoking.name })}</Typography>
        </SealDialog>
      )}
    </PageBody>
  );
};

const IdentitiesPage = () => (
  <PluginPage page="identities">
    <Identities />
  </PluginPage>
);

export default IdentitiesPage;
