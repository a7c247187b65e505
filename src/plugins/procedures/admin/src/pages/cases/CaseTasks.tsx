import { Box, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { CaseTask } from '../../../../shared/contracts';
import { ClockBadge } from '../../clocks/ClockBadge';
import { Empty } from '../../components/Empty';
import { ListFrame, Row } from '../../components/ListGrid';
import { PAGES_ROOT } from '../../text/pluginId';
import { type TextKey, useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';

/** Open tasks first, then what was done, by whom and when. */
export const CaseTasks = ({ tasks }: { tasks: CaseTask[] }) => {
  const { t } = useText();
  if (tasks.length === 0) return <Empty title={t('case.noTasks')}>{t('case.noTasksHint')}</Empty>;
  const rank = (task: CaseTask) => (task.state === 'OPEN' || task.state === 'COMPLETING' ? 0 : 1);
  const sorted = [...tasks].sort((a, b) => rank(a) - rank(b) || b.openedAt.localeCompare(a.openedAt));
  return (
    <ListFrame>
      <ul>
        {sorted.map((task) => {
          const open = rank(task) === 0;
          const person = (task.completedBy ?? task.assignee)?.name ?? t('tasks.unclaimed');
          const when = task.completedAt
            ? t('case.taskDone', { instant: formatInstant(task.completedAt) })
            : t('case.taskOpened', { instant: formatInstant(task.openedAt) });
          return (
            <li key={task.id}>
              <Row as="div" $selected={false}>
                <Box style={{ minWidth: 0 }}>
                  {open ? (
                    <Link tag={RouterLink} to={`${PAGES_ROOT}/tasks/${task.id}`}>
                      {task.title}
                    </Link>
                  ) : (
                    <Typography fontWeight="bold">{task.title}</Typography>
                  )}
                  <Typography variant="pi" textColor="neutral600" tag="div">
                    {when}
                  </Typography>
                </Box>
                <Typography className="wide" variant="pi">
                  {t(`task.state.${task.state}` satisfies TextKey)}
                </Typography>
                <Typography className="wide" variant="pi" textColor="neutral600">
                  {person}
                </Typography>
                {open ? <ClockBadge clock={task.clock} /> : <span />}
              </Row>
            </li>
          );
        })}
      </ul>
    </ListFrame>
  );
};
