import { Badge, Box, Button, Flex } from '@strapi/design-system';

import type { TaskKind, TaskList, TaskView } from '../../../../shared/contracts';
import { SearchField } from '../../components/SearchField';
import type { UrlState } from '../../components/useUrlState';
import { type TextKey, useText } from '../../text/useText';

interface Props {
  url: UrlState;
  view: TaskView;
  isHead: boolean;
  counts: TaskList['counts'] | undefined;
}

/** Whose tasks, which of them, and a search; all of it in the address. */
export const TaskFilters = ({ url, view, isHead, counts }: Props) => {
  const { t } = useText();
  const views: { id: TaskView; count: number | undefined }[] = [
    { id: 'mine', count: counts?.mine },
    { id: 'unit', count: counts?.unit },
    ...(isHead ? [{ id: 'all' as const, count: counts?.all }] : []),
  ];
  const kinds: { id: TaskKind; count: number | undefined }[] = [
    { id: 'overdue', count: counts?.overdue },
    { id: 'amber', count: counts?.amber },
  ];
  const kind = url.get('kind');
  return (
    <Flex gap={3} wrap="wrap" paddingBottom={3} justifyContent="space-between">
      <Flex gap={2} wrap="wrap" role="group" aria-label={t('tasks.views')}>
        {views.map(({ id, count }) => (
          <Button
            key={id}
            size="S"
            variant={view === id ? 'secondary' : 'tertiary'}
            aria-pressed={view === id}
            endIcon={count === undefined ? undefined : <Badge size="S">{count}</Badge>}
            onClick={() => url.set({ view: id === 'mine' ? null : id })}
          >
            {t(`tasks.view.${id}` satisfies TextKey)}
          </Button>
        ))}
        {kinds.map(({ id, count }) => (
          <Button
            key={id}
            size="S"
            variant={kind === id ? (id === 'overdue' ? 'danger-light' : 'secondary') : 'tertiary'}
            aria-pressed={kind === id}
            endIcon={count === undefined ? undefined : <Badge size="S">{count}</Badge>}
            onClick={() => url.set({ kind: kind === id ? null : id })}
          >
            {t(`tasks.kind.${id}` satisfies TextKey)}
          </Button>
        ))}
      </Flex>
      <Box style={{ flex: '1 1 24rem', maxWidth: '36rem', minWidth: 0 }}>
        <SearchField label={t('tasks.search')} value={url.get('q')} onChange={(q) => url.set({ q })} />
      </Box>
    </Flex>
  );
};
