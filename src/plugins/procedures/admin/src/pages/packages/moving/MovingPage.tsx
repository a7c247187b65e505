/** pages/packages/moving/ owns "Hồ sơ đang chạy": the dry run, the choice of cases, and batches with their progress. */
import { Button, Flex, Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import * as React from 'react';
import { NavLink, useParams } from 'react-router-dom';

import type { MoveBatchList } from '../../../../../shared/moving-contract';
import { useResource } from '../../../api/useResource';
import { Empty } from '../../../components/Empty';
import { ErrorState } from '../../../components/ErrorState';
import { PageHeader } from '../../../components/PageHeader';
import { PageBody } from '../../../components/PluginPage';
import { Skeleton } from '../../../components/Skeleton';
import { PAGES_ROOT } from '../../../text/pluginId';
import { useText } from '../../../text/useText';
import { BatchCard } from './BatchCard';
import { DryRun } from './DryRun';
import { usePreview } from './usePreview';

const REFRESH_MS = 2_000;

export const MovingPage = () => {
  const { t, pick } = useText();
  const { packageId = '' } = useParams();
  const preview = usePreview(packageId);
  const [isMoving, setMoving] = React.useState(false);
  const batches = useResource<MoveBatchList>(`/packages/${packageId}/moves`, isMoving ? { refreshMs: REFRESH_MS } : {});
  const running = (batches.data?.items ?? []).some((batch) => batch.state === 'RUNNING');
  const { reload } = preview;
  const wasRunning = React.useRef(false);
  React.useEffect(() => {
    setMoving(running);
    // The last case of a batch is done: where they stand now.
    if (wasRunning.current && !running) reload();
    wasRunning.current = running;
  }, [running, reload]);

  const { data, problem } = preview;
  const started = () => {
    batches.reload();
    setMoving(true);
  };
  const body = () => {
    if (!data) return problem ? <ErrorState problem={problem} onRetry={preview.reload} /> : <Skeleton rows={8} />;
    if (data.cases.length + data.restricted.movable + data.restricted.others === 0)
      return <Empty title={t('moving.none')}>{t('moving.noneHint', { version: data.version })}</Empty>;
    return <DryRun preview={preview} data={data} onStarted={started} />;
  };
  return (
    <PageBody>
      <PageHeader
        back={
          <Link tag={NavLink} to={`${PAGES_ROOT}/packages`} startIcon={<ArrowLeft />}>
            {t('moving.back')}
          </Link>
        }
        title={t('moving.title', { title: data ? pick(data.title) : '' })}
        subtitle={data ? t('moving.subtitle', { version: data.version }) : undefined}
        actions={
          <Button variant="tertiary" loading={preview.loading} onClick={preview.reload}>
            {t('moving.again')}
          </Button>
        }
      />
      <Flex direction="column" alignItems="stretch" gap={4}>
        {running && batches.data?.items.filter((one) => one.state === 'RUNNING').map(card(batches.reload))}
        {body()}
        {batches.problem && <ErrorState problem={batches.problem} onRetry={batches.reload} />}
        {batches.data?.items.filter((one) => one.state !== 'RUNNING').map(card(batches.reload))}
      </Flex>
    </PageBody>
  );
};

const card = (onChanged: () => void) => (batch: MoveBatchList['items'][number]) => (
  <BatchCard key={batch.id} batch={batch} onChanged={onChanged} />
);
