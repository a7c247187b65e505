import { Button, Flex, Link, LinkButton, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import * as React from 'react';
import { NavLink, useParams } from 'react-router-dom';

import type { PublicationView } from '../../../../../shared/packages-contract';
import { post } from '../../../api/send';
import { useResource } from '../../../api/useResource';
import { Card } from '../../../components/Card';
import { ErrorState } from '../../../components/ErrorState';
import { PageHeader } from '../../../components/PageHeader';
import { PageBody } from '../../../components/PluginPage';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { Skeleton } from '../../../components/Skeleton';
import { PAGES_ROOT } from '../../../text/pluginId';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';
import { ProposedTrialsCard } from '../trials/ProposedTrialsCard';
import { ChangeDiagrams } from './ChangeDiagrams';
import { ChangeList } from './ChangeList';

type Act = 'approve' | 'refuse' | 'withdraw';

export const PublicationPage = () => {
  const { t, pick } = useText();
  const { publicationId } = useParams();
  const path = `/publications/${publicationId}`;
  const { data, problem, reload } = useResource<PublicationView>(path);
  const [act, setAct] = React.useState<Act | null>(null);
  const back = (
    <Link tag={NavLink} to={`${PAGES_ROOT}/packages`} startIcon={<ArrowLeft />}>
      {t('menu.packages')}
    </Link>
  );
  if (!data)
    return <PageBody>{problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />}</PageBody>;
  const { publication, problems, models, permissions } = data;
  const changes = data.changes.filter((one) => one.kind !== 'MOVED');
  const moved = data.changes.length - changes.length;
  return (
    <PageBody>
      <PageHeader
        back={back}
        title={`${pick(data.title)} ${publication.version}`}
        subtitle={
          <Typography textColor="neutral600">
            {t(`packages.state.${publication.state}`)} ·{' '}
            {t('packages.proposedBy', {
              name: publication.proposedBy.name,
              when: formatInstant(publication.proposedAt),
            })}
            {publication.effectiveAt && ` · ${t('packages.effectiveAt')}: ${formatInstant(publication.effectiveAt)}`}
          </Typography>
        }
        actions={
          <>
            {permissions.withdraw && (
              <Button variant="tertiary" onClick={() => setAct('withdraw')}>
                {t('packages.withdraw')}
              </Button>
            )}
            {permissions.move && (
              <LinkButton tag={NavLink} to={`${PAGES_ROOT}/packages/moving/${publication.packageId}`}>
                {t('packages.moveCases')}
              </LinkButton>
            )}
            {permissions.decide && (
              <>
                <Button variant="tertiary" onClick={() => setAct('refuse')}>
                  {t('packages.refuse')}
                </Button>
                {!data.overtakenBy && <Button onClick={() => setAct('approve')}>{t('packages.approve')}</Button>}
              </>
            )}
          </>
        }
      />
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Card title={t('packages.note')}>
          <Typography tag="p">{publication.note}</Typography>
          {publication.decidedBy && publication.decidedAt && (
            <Typography tag="p" textColor="neutral600">
              {t('packages.decidedBy', {
                name: publication.decidedBy.name,
                when: formatInstant(publication.decidedAt),
              })}
              : {publication.decisionReason}
            </Typography>
          )}
          {data.overtakenBy && (
            <Typography tag="p" textColor="danger600" role="status">
              {t('packages.overtaken', { base: publication.baseVersion, version: data.overtakenBy })}
            </Typography>
          )}
          {publication.failure && (
            <Typography tag="p" textColor="danger600">
              {pick(publication.failure)}
            </Typography>
          )}
        </Card>
        {data.trials && <ProposedTrialsCard trials={data.trials} />}
        <Card title={t('packages.changes', { count: changes.length, version: publication.baseVersion })}>
          <ChangeList changes={changes} />
          {moved > 0 && <Typography textColor="neutral600">{t('packages.moved', { count: moved })}</Typography>}
          {changes.length === 0 && <Typography textColor="neutral600">{t('packages.noChanges')}</Typography>}
        </Card>
        <Card title={t('packages.diagrams')}>
          <ChangeDiagrams models={models} changes={changes} />
        </Card>
        {problems.length > 0 && (
          <Card title={t('packages.problems', { count: problems.length })}>
            <ul>
              {problems.map((one) => (
                <li key={`${one.code} ${one.file} ${one.element}`}>
                  <Typography>{pick(one)}</Typography>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </Flex>
      {act && (
        <ReasonDialog
          title={t(`packages.${act}`)}
          about={t(`packages.${act}About`)}
          label={t('packages.reason')}
          confirm={t(`packages.${act}`)}
          danger={act !== 'approve'}
          onClose={() => setAct(null)}
          onConfirm={async (reason) => {
            await post(`${path}/${act}`, { reason });
            setAct(null);
            reload();
          }}
        />
      )}
    </PageBody>
  );
};
