import { Typography } from '@strapi/design-system';

import type { InstanceGroup } from '../../../../shared/contracts';
import { Card } from '../../components/Card';
import { useText } from '../../text/useText';
import { Line } from './OperationsGrid';

export const Instances = ({ instances }: { instances: InstanceGroup[] }) => {
  const { t, pick } = useText();
  return (
    <Card title={t('operations.instances')}>
      {instances.length === 0 && <Typography textColor="neutral600">{t('operations.noInstances')}</Typography>}
      <ul>
        {instances.map((group) => (
          <Line key={`${group.packageId} ${group.packageVersion} ${group.processId}`}>
            <Typography style={{ flex: '1 1 24rem' }}>
              {pick(group.title) || group.processId}{' '}
              <Typography variant="pi" textColor="neutral600">
                {group.packageVersion}
              </Typography>
            </Typography>
            <Typography variant="pi">{t('operations.active', { count: group.active })}</Typography>
            <Typography variant="pi" textColor={group.incidents > 0 ? 'danger700' : 'neutral600'}>
              {t('operations.withIncidents', { count: group.incidents })}
            </Typography>
          </Line>
        ))}
      </ul>
    </Card>
  );
};
