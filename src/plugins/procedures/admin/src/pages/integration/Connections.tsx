import { Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import * as React from 'react';

import type { ConnectionList, ConnectionRow } from '../../../../shared/service-tasks-contract';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { ConnectionDialog } from './ConnectionDialog';
import { ConnectionLine } from './ConnectionLine';

/** "Kết nối": the addresses that an HTTP step may call, what may be sent there, and which procedures do. */
export const Connections = () => {
  const { t } = useText();
  const { data, problem, reload } = useResource<ConnectionList>('/connections');
  const [edited, setEdited] = React.useState<ConnectionRow | 'new' | null>(null);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={4} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={4} justifyContent="space-between" wrap="wrap">
        <Typography tag="p" textColor="neutral600" style={{ flex: '1 1 30rem' }}>
          {t('connections.about')}
        </Typography>
        <Button startIcon={<Plus />} onClick={() => setEdited('new')}>
          {t('connections.add')}
        </Button>
      </Flex>
      {data.items.length === 0 ? (
        <Empty title={t('connections.none')}>{t('connections.noneHint')}</Empty>
      ) : (
        <Card title={t('integration.tab.connections')}>
          <ul>
            {data.items.map((connection) => (
              <ConnectionLine
                key={connection.id}
                connection={connection}
                variables={data.variables}
                onEdit={() => setEdited(connection)}
                onChanged={reload}
              />
            ))}
          </ul>
        </Card>
      )}
      {edited && (
        <ConnectionDialog
          connection={edited === 'new' ? null : edited}
          variables={data.variables}
          onClose={() => setEdited(null)}
          onSaved={() => {
            setEdited(null);
            reload();
          }}
        />
      )}
    </Flex>
  );
};
