import { Typography } from '@strapi/design-system';

import type { TaskHistory } from '../../../../shared/taskpage-contract';
import { useResource } from '../../api/useResource';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { type TextKey, useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

/** Every hand the task went through, newest first, with the reasons that were given. */
export const TaskHistoryList = ({ taskId }: { taskId: string }) => {
  const { t } = useText();
  const { data, problem, reload } = useResource<TaskHistory>(`/tasks/${taskId}/history`);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={2} />;
  return (
    <ol style={{ display: 'grid', gap: 8 }}>
      {[...data.items].reverse().map((row) => (
        <li key={`${row.kind} ${row.at}`}>
          <Typography tag="p">
            {t(`history.${row.kind}` satisfies TextKey, {
              name: row.person?.name ?? '',
              to: row.toPerson?.name ?? '',
            })}
          </Typography>
          <Typography variant="pi" textColor="neutral600" tag="p">
            {[formatInstant(row.at), row.reason].filter(Boolean).join(' · ')}
          </Typography>
        </li>
      ))}
    </ol>
  );
};
