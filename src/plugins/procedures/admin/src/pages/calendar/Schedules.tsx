import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import * as React from 'react';

import type { ScheduleList, ScheduleRow } from '../../../../shared/schedules-contract';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { RuleFrame } from './RuleFrame';
import { ScheduleDetail } from './ScheduleDetail';
import { ScheduleDialog } from './ScheduleDialog';
import { ScheduleLine } from './ScheduleLine';

/** What recurs: which report, to whom, by when, and how far the period that is open has come. */
export const Schedules = () => {
  const { t } = useText();
  const url = useUrlState();
  const { data, problem, reload } = useResource<ScheduleList>('/schedules', { refreshMs: 30_000 });
  const [editing, setEditing] = React.useState<ScheduleRow | 'new' | null>(null);

  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={5} />;
  const opened = url.get('schedule');
  const saved = () => {
    setEditing(null);
    reload();
  };
  return (
    <>
      <Flex justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap" paddingBottom={4}>
        <Box style={{ flex: '1 1 30rem' }}>
          <Typography textColor="neutral600">{t('schedules.hint')}</Typography>
        </Box>
        {data.permissions.edit && (
          <Button variant="secondary" startIcon={<Plus />} onClick={() => setEditing('new')}>
            {t('schedules.add')}
          </Button>
        )}
      </Flex>
      {data.items.length === 0 ? (
        <Empty title={t('schedules.empty')}>{t('schedules.emptyHint')}</Empty>
      ) : (
        <RuleFrame>
          {data.items.map((row) => (
            <React.Fragment key={row.id}>
              <ScheduleLine
                row={row}
                units={data.units}
                isOpen={row.id === opened}
                onToggle={() => url.set({ schedule: row.id === opened ? null : row.id })}
                onEdit={data.permissions.edit ? () => setEditing(row) : undefined}
              />
              {row.id === opened && <ScheduleDetail row={row} units={data.units} onRecorded={reload} />}
            </React.Fragment>
          ))}
        </RuleFrame>
      )}
      {editing && (
        <ScheduleDialog
          key={editing === 'new' ? 'new' : editing.id}
          row={editing === 'new' ? null : editing}
          units={data.units}
          onClose={() => setEditing(null)}
          onSaved={saved}
        />
      )}
    </>
  );
};
