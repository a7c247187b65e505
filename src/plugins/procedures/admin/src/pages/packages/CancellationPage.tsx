import { Button, Link, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import * as React from 'react';
import { NavLink, useParams } from 'react-router-dom';

import type { CancellationView } from '../../../../shared/operations-contract';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody } from '../../components/PluginPage';
import { ReasonDialog } from '../../components/ReasonDialog';
import { Skeleton } from '../../components/Skeleton';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

/** The second person's word on a request to cancel the process of a case. */
export const CancellationPage = () => {
  const { t } = useText();
  const { cancellationId } = useParams();
  const path = `/cancellations/${cancellationId}`;
  const { data, problem, reload } = useResource<CancellationView>(path);
  const [act, setAct] = React.useState<'approve' | 'refuse' | null>(null);
  if (!data)
    return <PageBody>{problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />}</PageBody>;
  return (
    <PageBody>
      <PageHeader
        back={
          <Link tag={NavLink} to={`${PAGES_ROOT}/packages`} startIcon={<ArrowLeft />}>
            {t('menu.packages')}
          </Link>
        }
        title={t('instances.cancelTitle', { name: data.bookNo ?? t('moving.noNumber') })}
        subtitle={`${t(`packages.state.${data.state}`)} · ${t('packages.proposedBy', { name: data.proposedBy, when: formatInstant(data.proposedAt) })}`}
        actions={
          data.mayDecide && (
            <>
              <Button variant="tertiary" onClick={() => setAct('refuse')}>
                {t('packages.refuse')}
              </Button>
              <Button variant="danger" onClick={() => setAct('approve')}>
                {t('instances.cancelApprove')}
              </Button>
            </>
          )
        }
      />
      <Card title={t('packages.reason')}>
        <Typography tag="p">{data.reason}</Typography>
        <Typography tag="p" textColor="neutral600">
          {t('instances.cancelAbout')}
        </Typography>
      </Card>
      {act && (
        <ReasonDialog
          title={t(act === 'approve' ? 'instances.cancelApprove' : 'packages.refuse')}
          about={t(act === 'approve' ? 'instances.cancelApproveAbout' : 'instances.cancelRefuseAbout')}
          label={t('packages.reason')}
          confirm={t(act === 'approve' ? 'instances.cancelApprove' : 'packages.refuse')}
          danger={act === 'approve'}
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
