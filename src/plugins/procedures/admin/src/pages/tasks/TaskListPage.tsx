import { Typography } from '@strapi/design-system';
import { useMediaQuery, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import type { TaskList, TaskRow, TaskView } from '../../../../shared/contracts';
import { readProblem } from '../../api/problem';
import { withQuery } from '../../api/query';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { Split } from '../../components/ListGrid';
import { PageHeader } from '../../components/PageHeader';
import { Pager } from '../../components/Pager';
import { PageBody } from '../../components/PluginPage';
import { SIDE_PANEL_MEDIA, SidePanel } from '../../components/SidePanel';
import { useMe } from '../../components/useMe';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { TaskFilters } from './TaskFilters';
import { TaskRows } from './TaskRows';
import { TaskWork } from './TaskWork';
import { taskUrl } from './taskUrl';
import { useListKeys } from './useListKeys';

const PAGE_SIZE = 50;
const REFRESH_MS = 10_000;

export const TaskListPage = () => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const me = useMe();
  const url = useUrlState();
  const navigate = useNavigate();
  const { search } = useLocation();
  const beside = useMediaQuery(SIDE_PANEL_MEDIA);
  const view = (url.get('view') || 'mine') as TaskView;
  const page = Number(url.get('page')) || 1;
  const list = useResource<TaskList>(
    withQuery('/tasks', { view, q: url.get('q'), kind: url.get('kind'), page, pageSize: PAGE_SIZE }),
    { refreshMs: REFRESH_MS, keepPrevious: true },
  );
  const items = list.data?.items ?? [];
  const open = beside ? url.get('open') : '';
  const [focused, setFocused] = React.useState<string | null>(null);
  const rows = React.useRef(new Map<string, HTMLAnchorElement>());
  const [heading, setHeading] = React.useState({ title: '', about: '' });
  const onTitle = React.useCallback((title: string, about: string) => setHeading({ title, about }), []);

  const openTask = (id: string) => {
    if (beside) url.set({ open: id });
    else navigate(taskUrl(id, search));
  };
  const close = () => {
    url.set({ open: null });
    rows.current.get(open)?.focus();
  };
  const current = focused ?? open;
  useListKeys({
    move: (step) => {
      const at = items.findIndex(({ id }) => id === current);
      const next = items[at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + step))];
      if (!next) return;
      rows.current.get(next.id)?.focus();
      if (open) openTask(next.id);
    },
    open: () => current && openTask(current),
    claim: () => {
      const task = items.find(({ id }) => id === current);
      if (!task || task.assignee) return;
      post(`/tasks/${task.id}/claim`, { version: task.version })
        .then(() => openTask(task.id))
        .catch((thrown: unknown) => toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) }))
        .finally(list.reload);
    },
    close,
  });

  const onDone = (next: TaskRow | null) => {
    list.reload();
    toggleNotification({ type: 'success', message: t('task.recorded') });
    url.set({ open: next?.id ?? null });
  };

  return (
    <Split $open={open !== ''}>
      <PageBody>
        <PageHeader title={t('menu.tasks')} />
        <TaskFilters url={url} view={view} isHead={me?.isHead ?? false} counts={list.data?.counts} />
        <TaskRows
          list={list}
          openId={open}
          meId={me?.person.id}
          filtered={url.get('q') !== '' || url.get('kind') !== ''}
          view={view}
          rows={rows.current}
          href={(id) => `/admin${taskUrl(id, search)}`}
          onOpen={openTask}
          onFocus={setFocused}
          onClearFilters={() => url.set({ q: null, kind: null })}
          waiting={list.data?.counts.unit ?? 0}
          onShowWaiting={() => url.set({ view: 'unit' })}
        />
        <Pager
          page={page}
          pageSize={PAGE_SIZE}
          total={list.data?.total ?? 0}
          onChange={(to) => url.set({ page: String(to) })}
        />
        {beside && items.length > 0 && (
          <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={3}>
            {t('tasks.keys')}
          </Typography>
        )}
      </PageBody>
      {open && (
        <SidePanel
          title={heading.title || t('task.loading')}
          about={heading.about}
          to={taskUrl(open, search)}
          onClose={close}
        >
          <TaskWork key={open} taskId={open} layout="panel" onTitle={onTitle} onChanged={list.reload} onDone={onDone} />
        </SidePanel>
      )}
    </Split>
  );
};
