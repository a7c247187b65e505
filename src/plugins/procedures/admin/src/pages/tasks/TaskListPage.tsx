import { useMediaQuery, useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import type { TaskRow } from '../../../../shared/contracts';
import { type ListedTask, TASK_GROUPS } from '../../../../shared/task-list-contract';
import { readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { ErrorState } from '../../components/ErrorState';
import { Split } from '../../components/ListGrid';
import { PageHeader } from '../../components/PageHeader';
import { Pager } from '../../components/Pager';
import { PageBody } from '../../components/PluginPage';
import { SIDE_PANEL_MEDIA, SidePanel } from '../../components/SidePanel';
import { useMe } from '../../components/useMe';
import { useUrlState } from '../../components/useUrlState';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { useWaitingMerges } from '../cases/links/useWaitingMerges';
import { WaitingMerges } from '../cases/links/WaitingMerges';
import { BandBar } from './BandBar';
import { BulkBar } from './BulkBar';
import { focusForm } from './focusForm';
import { KeysDialog } from './KeysDialog';
import { NoTasks } from './NoTasks';
import { TaskFilters } from './TaskFilters';
import { TaskRows } from './TaskRows';
import { TaskToolbar } from './TaskToolbar';
import { TaskWork } from './TaskWork';
import { countFilters, FILTER_NAMES, PAGE_SIZE, taskListPath, viewOf } from './taskListPath';
import { taskUrl } from './taskUrl';
import { useCalmList } from './useCalmList';
import { useListKeys } from './useListKeys';
import { useSelection } from './useSelection';

/** A head sees the tasks of the whole unit, and claims those of groups that the head is in. */
const mayClaim = (task: ListedTask) => task.access === 'full' && task.isCandidate && !task.assignee;

export const TaskListPage = () => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const me = useMe();
  const url = useUrlState();
  const navigate = useNavigate();
  const { search } = useLocation();
  const beside = useMediaQuery(SIDE_PANEL_MEDIA);
  const view = viewOf(search);
  const page = Number(url.get('page')) || 1;
  const group = TASK_GROUPS.find((one) => one === url.get('group')) ?? null;
  const filters = countFilters(search);

  const frame = React.useRef<HTMLDivElement>(null);
  const chosenCount = React.useRef(0);
  const isBusy = () => chosenCount.current > 0 || (frame.current?.matches(':hover, :focus-within') ?? false);
  const { resource, rows, gone, waiting, showWaiting } = useCalmList(taskListPath(search), isBusy);
  const selection = useSelection(React.useMemo(() => rows?.map(({ id }) => id) ?? [], [rows]));
  chosenCount.current = selection.count;

  const open = beside ? url.get('open') : '';
  const [focused, setFocused] = React.useState<string | null>(null);
  // Whoever comes from a figure of a board sees at once what it counts.
  const [isFiltering, setFiltering] = React.useState(view === 'board' && filters > 0);
  const [isHelping, setHelping] = React.useState(false);
  const links = React.useRef(new Map<string, HTMLAnchorElement>());
  const [heading, setHeading] = React.useState({ title: '', about: '' });
  const onTitle = React.useCallback((title: string, about: string) => setHeading({ title, about }), []);
  const counts = resource.data?.counts;
  const merges = useWaitingMerges(me?.pages.includes('cases') ?? false);

  // Whoever may only follow a task opens its case.
  const pageOf = (task: ListedTask) =>
    task.access === 'full' && task.state === 'OPEN' ? taskUrl(task.id, search) : `${PAGES_ROOT}/cases/${task.caseId}`;
  const openTask = (task: ListedTask) => {
    if (beside && task.access === 'full' && task.state === 'OPEN') url.set({ open: task.id });
    else navigate(pageOf(task));
  };
  const close = () => {
    if (open === '' && selection.count > 0) return selection.clear();
    url.set({ open: null });
    links.current.get(open)?.focus();
  };
  const currentId = focused ?? open;
  const current = rows?.find(({ id }) => id === currentId);
  const claim = (task: ListedTask, then: () => void) =>
    post(`/tasks/${task.id}/claim`, { version: task.version })
      .then(then)
      .catch((thrown: unknown) => toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) }))
      .finally(resource.reload);
  useListKeys({
    move: (step) => {
      const at = rows?.findIndex(({ id }) => id === currentId) ?? -1;
      const next = rows?.[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + step))];
      if (!next) return;
      links.current.get(next.id)?.focus();
      if (open) openTask(next);
    },
    open: () => current && openTask(current),
    choose: () => current && selection.toggle(current.id),
    claim: () => {
      if (current && mayClaim(current)) void claim(current, () => openTask(current));
    },
    complete: () => {
      if (current?.access !== 'full') return;
      const work = () => {
        openTask(current);
        focusForm();
      };
      if (mayClaim(current)) void claim(current, work);
      else work();
    },
    search: () => document.querySelector<HTMLInputElement>('main input[name="q"]')?.focus(),
    help: () => setHelping(true),
    close,
  });

  const onDone = (next: TaskRow | null) => {
    resource.reload();
    toggleNotification({ type: 'success', message: t('task.recorded') });
    url.set({ open: next?.id ?? null });
  };
  const clearFilters = () => url.set(Object.fromEntries([...FILTER_NAMES, 'q'].map((name) => [name, null])));

  return (
    <Split $open={open !== ''}>
      <PageBody>
        <PageHeader title={t('menu.tasks')} />
        <TaskToolbar
          url={url}
          search={search}
          view={view}
          isHead={me?.isHead ?? false}
          counts={counts}
          filters={filters}
          isFiltering={isFiltering}
          onFilter={() => setFiltering((last) => !last)}
          onHelp={() => setHelping(true)}
        />
        <WaitingMerges merges={merges.data} />
        {isFiltering && <TaskFilters view={view} counts={counts} filters={filters} />}
        {!url.get('status') && <BandBar url={url} counts={counts} waiting={waiting} onShowWaiting={showWaiting} />}
        <div ref={frame}>
          {resource.problem && !rows ? (
            <ErrorState problem={resource.problem} onRetry={resource.reload} />
          ) : rows?.length === 0 ? (
            <NoTasks
              view={view}
              isFiltered={filters > 0}
              waiting={counts?.unit ?? 0}
              onClearFilters={clearFilters}
              onShowWaiting={() => url.set({ view: 'unit' })}
            />
          ) : (
            <TaskRows
              rows={rows}
              gone={gone}
              group={group}
              isLoading={resource.loading}
              openId={open}
              focusedId={focused}
              meId={me?.person.id}
              selection={selection}
              links={links.current}
              href={(task) => `/admin${pageOf(task)}`}
              onOpen={openTask}
              onFocus={setFocused}
            />
          )}
        </div>
        <Pager
          page={page}
          pageSize={PAGE_SIZE}
          total={resource.data?.total ?? 0}
          capped={resource.data?.isCapped}
          onChange={(to) => url.set({ page: String(to) })}
        />
        {selection.count > 0 && (
          <BulkBar
            chosen={(rows ?? []).filter(({ id }) => selection.has(id))}
            isHead={me?.isHead ?? false}
            onDone={resource.reload}
            onClear={selection.clear}
          />
        )}
      </PageBody>
      {open && (
        <SidePanel
          title={heading.title || t('task.loading')}
          about={heading.about}
          to={taskUrl(open, search)}
          onClose={close}
        >
          <TaskWork
            key={open}
            taskId={open}
            layout="panel"
            onTitle={onTitle}
            onChanged={resource.reload}
            onDone={onDone}
          />
        </SidePanel>
      )}
      {isHelping && <KeysDialog onClose={() => setHelping(false)} />}
    </Split>
  );
};
