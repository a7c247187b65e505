import { Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { PackageList } from '../../../../shared/packages-contract';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { ApproversDialog } from './ApproversDialog';
import { loadWorkspace } from './loadWorkspace';
import { PackageCard } from './PackageCard';

export const PackageListPage = () => {
  const { t } = useText();
  const { data, problem, reload } = useResource<PackageList>('/packages');
  const [deciding, setDeciding] = React.useState(false);
  const canEdit = data?.permissions.edit ?? false;
  // The modeler comes while the list is being read.
  React.useEffect(() => {
    if (canEdit) void loadWorkspace().catch(() => undefined);
  }, [canEdit]);
  const body = () => {
    if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />;
    if (data.items.length === 0) return <Empty title={t('packages.none')}>{t('packages.noneHint')}</Empty>;
    return (
      <Flex direction="column" alignItems="stretch" gap={4}>
        {data.items.map((item) => (
          <PackageCard key={item.id} item={item} canEdit={canEdit} onChanged={reload} />
        ))}
      </Flex>
    );
  };
  return (
    <PageBody>
      <PageHeader
        title={t('menu.packages')}
        subtitle={<Typography textColor="neutral600">{t('packages.subtitle')}</Typography>}
        actions={
          canEdit ? (
            <Button variant="tertiary" onClick={() => setDeciding(true)}>
              {t('approvers.title')}
            </Button>
          ) : null
        }
      />
      {deciding && <ApproversDialog onClose={() => setDeciding(false)} />}
      {body()}
    </PageBody>
  );
};
