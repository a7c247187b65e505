import type { OperationsView } from '../../../../shared/contracts';
import { useResource } from '../../api/useResource';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { Health } from './Health';
import { Incidents } from './Incidents';
import { Instances } from './Instances';
import { OperationsGrid } from './OperationsGrid';
import { OperationsNav } from './OperationsNav';
import { WaitingActions } from './WaitingActions';

const REFRESH_MS = 5_000;

export const OperationsPage = () => {
  const { t } = useText();
  const { data, problem, reload } = useResource<OperationsView>('/operations', { refreshMs: REFRESH_MS });
  return (
    <PageBody>
      <PageHeader title={t('menu.operations')} subtitle={t('operations.subtitle')} />
      <OperationsNav />
      {!data && (problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />)}
      {data && (
        <OperationsGrid>
          <Health view={data} stale={problem !== null} />
          <Incidents incidents={data.incidents} onChanged={reload} />
          {(data.actions.items?.length ?? 0) > 0 && <WaitingActions items={data.actions.items ?? []} />}
          <Instances instances={data.instances} />
        </OperationsGrid>
      )}
    </PageBody>
  );
};
