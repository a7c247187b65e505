import { Button } from '@strapi/design-system';

import type { TaskView } from '../../../../shared/task-list-contract';
import { Empty } from '../../components/Empty';
import { type TextKey, useText } from '../../text/useText';

interface Props {
  view: TaskView;
  isFiltered: boolean;
  /** tasks that wait for somebody of the person's roles */
  waiting: number;
  onClearFilters(): void;
  onShowWaiting(): void;
}

/** What would be here, and how to come by it. */
export const NoTasks = ({ view, isFiltered, waiting, onClearFilters, onShowWaiting }: Props) => {
  const { t } = useText();
  if (isFiltered) {
    return (
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
    );
  }
  return (
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
};
