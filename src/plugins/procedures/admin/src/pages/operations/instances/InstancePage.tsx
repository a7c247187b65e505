import { Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import * as React from 'react';
import { NavLink, useParams } from 'react-router-dom';

import type { InstanceDetail, InstanceToken, InstanceVariable } from '../../../../../shared/operations-contract';
import { post } from '../../../api/send';
import { useResource } from '../../../api/useResource';
import { Card } from '../../../components/Card';
import { Diagram } from '../../../components/diagram/Diagram';
import { ErrorState } from '../../../components/ErrorState';
import { Mark } from '../../../components/Mark';
import { PageHeader } from '../../../components/PageHeader';
import { PageBody } from '../../../components/PluginPage';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { Skeleton } from '../../../components/Skeleton';
import { WarnText } from '../../../components/WarnText';
import { PAGES_ROOT } from '../../../text/pluginId';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';
import { Incidents } from '../Incidents';
import { Line } from '../OperationsGrid';
import { FixVariableDialog } from './FixVariableDialog';
import { MoveTokenDialog } from './MoveTokenDialog';
import { Variables } from './Variables';

const REFRESH_MS = 5_000;

export const InstancePage = () => {
  const { t, pick } = useText();
  const { caseId } = useParams();
  const path = `/operations/instances/${caseId}`;
  const { data, problem, reload } = useResource<InstanceDetail>(path, { refreshMs: REFRESH_MS });
  const [token, setToken] = React.useState<InstanceToken | null>(null);
  const [variable, setVariable] = React.useState<InstanceVariable | null>(null);
  const [cancelling, setCancelling] = React.useState(false);
  const back = (
    <Link tag={NavLink} to={`${PAGES_ROOT}/operations/instances`} startIcon={<ArrowLeft />}>
      {t('operations.part.instances')}
    </Link>
  );
  if (!data)
    return <PageBody>{problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />}</PageBody>;
  const canChange = data.life === 'ACTIVE' && !data.isMoving;
  const close = () => {
    setToken(null);
    setVariable(null);
    setCancelling(false);
    reload();
  };
  return (
    <PageBody>
      <PageHeader
        back={back}
        title={`${pick(data.title)} · ${data.bookNo ?? t('moving.noNumber')}`}
        subtitle={`${data.unitName} · ${data.packageVersion} · ${t(`instances.life.${data.life}`)} · ${t('instances.days', { count: data.ageDays })}`}
        actions={
          canChange &&
          !data.cancelRequest && (
            <Button variant="danger-light" onClick={() => setCancelling(true)}>
              {t('instances.cancel')}
            </Button>
          )
        }
      />
      <Flex direction="column" alignItems="stretch" gap={4}>
        {data.isMoving && <WarnText role="status">{t('instances.isMoving')}</WarnText>}
        {data.cancelRequest && (
          <WarnText role="status">
            {t('instances.cancelAsked', {
              name: data.cancelRequest.proposedBy,
              when: formatInstant(data.cancelRequest.proposedAt),
              reason: data.cancelRequest.reason,
            })}
          </WarnText>
        )}
        <Card flush>
          <Diagram
            modelUrl={data.modelUrl}
            position={{ ...data.position, stuck: data.incidentList.map((one) => one.elementId) }}
            height={360}
            hereLabel={t('instances.here')}
          />
        </Card>
        {data.incidentList.length > 0 && <Incidents incidents={data.incidentList} isOwnPage onChanged={reload} />}
        <Card title={t('instances.tokens', { count: data.tokens.length })}>
          {data.tokens.length === 0 && <Typography textColor="neutral600">{t('instances.noTokens')}</Typography>}
          <ul>
            {data.tokens.map((one) => (
              <Line key={one.id}>
                <Box style={{ flex: '1 1 24rem', minWidth: 0 }}>
                  <Typography fontWeight="bold" tag="p">
                    {one.title}
                  </Typography>
                  <Flex gap={2} wrap="wrap">
                    <Typography variant="pi" textColor="neutral600">
                      {t('instances.since', { when: formatInstant(one.since) })}
                    </Typography>
                    {one.isHeld && <Mark>{t('instances.held')}</Mark>}
                    {one.hasIncident && <Mark tone="warn">{t('operations.incidents')}</Mark>}
                  </Flex>
                </Box>
                {canChange && (
                  <Button variant="secondary" onClick={() => setToken(one)}>
                    {t('instances.moveToken')}
                  </Button>
                )}
              </Line>
            ))}
          </ul>
        </Card>
        <Variables
          variables={data.variables}
          canChange={canChange}
          isOpen={data.incidentList.length > 0}
          onFix={setVariable}
        />
      </Flex>
      {token && <MoveTokenDialog path={path} token={token} targets={data.targets} onClose={close} />}
      {variable && <FixVariableDialog path={path} variable={variable} onClose={close} />}
      {cancelling && (
        <ReasonDialog
          title={t('instances.cancel')}
          about={t('instances.cancelAbout')}
          label={t('packages.reason')}
          confirm={t('instances.cancelAsk')}
          danger
          onClose={close}
          onConfirm={async (reason) => {
            await post(`${path}/cancellations`, { reason });
            close();
          }}
        />
      )}
    </PageBody>
  );
};
