import { Button } from '@strapi/design-system';

import type { TaskList, TaskView } from '../../../../shared/contracts';
import type { Resource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { HeaderRow, ListFrame } from '../../components/ListGrid';
import { Skeleton } from '../../components/Skeleton';
import { type TextKey, useText } from '../../text/useText';
import { TaskRowItem } from './TaskRowItem';

interface Props {
  list: Resource<TaskList>;
  openId: string;
  meId: string | undefined;
  view: TaskView;
  filtered: boolean;
  rows: Map<string, HTMLAnchorElement>;
  href(id: string): string;
  onOpen(id: string): void;
  onFocus(id: string): void;
  onClearFilters(): void;
  /** tasks that wait for somebody of the person's roles */
  waiting: number;
  onShowWaiting(): void;
}

export const TaskRows = ({
  list,
  openId,
  meId,
  view,
  filtered,
  rows,
  href,
  onOpen,
  onFocus,
  onClearFilters,
  waiting,
  onShowWaiting,
}: Props) => {
  const { t } = useText();
  const items = list.data?.items;
  if (list.problem && !items) return <ErrorState problem={list.problem} onRetry={list.reload} />;
  if (items?.length === 0) {
    return filtered ? (
      <Empty
        title={t('tasks.nothingFound')}
        action={
          <Button variant="tertiary" onClick={onClearFilters}>
            {t('tasks.clearFilters')}
          </Button>
        }
      >
        {t('tasks.nothingFoundHint')}
      </Empty>
    ) : (
      <Empty
        title={t('tasks.empty')}
        action={
          view === 'mine' && waiting > 0 ? (
            <Button onClick={onShowWaiting}>{t('tasks.showWaiting', { count: waiting })}</Button>
          ) : undefined
        }
      >
        {t(`tasks.empty.${view}` satisfies TextKey)}
      </Empty>
    );
  }
  return (
    <ListFrame aria-busy={list.loading}>
      <HeaderRow aria-hidden>
        <span>{t('tasks.column.task')}</span>
        <span className="wide">{t('tasks.column.unit')}</span>
        <span className="wide">{t('tasks.column.person')}</span>
        <span>{t('tasks.column.clock')}</span>
      </HeaderRow>
      {items ? (
        <ul aria-label={t('menu.tasks')}>
          {items.map((task) => (
            <li key={task.id}>
              <TaskRowItem
                ref={(element) => {
                  if (element) rows.set(task.id, element);
                  else rows.delete(task.id);
                }}
                task={task}
                href={href(task.id)}
                meId={meId}
                selected={task.id === openId}
                onOpen={() => onOpen(task.id)}
                onFocus={() => onFocus(task.id)}
              />
            </li>
          ))}
        </ul>
      ) : (
        <Skeleton rows={8} height={72} />
      )}
    </ListFrame>
  );
};
