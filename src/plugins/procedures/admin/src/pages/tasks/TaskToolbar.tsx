import { Badge, Box, Button, Flex, IconButton, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { ChevronDown, ChevronUp, Filter, Question } from '@strapi/icons';
import { useMediaQuery } from '@strapi/strapi/admin';
import * as React from 'react';

import { TASK_GROUPS, TASK_SORTS, type TaskCounts, type TaskView } from '../../../../shared/task-list-contract';
import { CountBadge } from '../../components/CountBadge';
import { SearchField } from '../../components/SearchField';
import type { UrlState } from '../../components/useUrlState';
import { InboxButton } from '../../questions/InboxButton';
import { type TextKey, useText } from '../../text/useText';
import { SavedViews } from './SavedViews';

interface Props {
  url: UrlState;
  search: string;
  view: TaskView;
  isHead: boolean;
  counts: TaskCounts | undefined;
  filters: number;
  isFiltering: boolean;
  onFilter(): void;
  onHelp(): void;
}

/** On a phone the first screen belongs to the tasks: all but the views waits behind one button. */
const PHONE_MEDIA = '(max-width: 767px)';

/** Whose tasks, a search, and the ways to narrow, group and sort; all of it in the address. */
export const TaskToolbar = ({ url, search, view, isHead, counts, filters, isFiltering, onFilter, onHelp }: Props) => {
  const { t } = useText();
  const isPhone = useMediaQuery(PHONE_MEDIA);
  const [isUnfolded, setUnfolded] = React.useState(false);
  const views: TaskView[] = [
    'mine',
    'unit',
    ...(isHead || view === 'all' ? ['all' as const] : []),
    ...((counts?.board ?? 0) > 0 || view === 'board' ? ['board' as const] : []),
    ...((counts?.supervised ?? 0) > 0 || view === 'supervised' ? ['supervised' as const] : []),
  ];
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={2}>
      <Flex
        gap={2}
        wrap={isPhone ? 'nowrap' : 'wrap'}
        role="group"
        aria-label={t('tasks.views')}
        style={isPhone ? { overflowX: 'auto', padding: 2, margin: -2 } : undefined}
      >
        {views.map((id) => (
          <Button
            key={id}
            size="S"
            variant={view === id ? 'secondary' : 'tertiary'}
            style={{ flex: 'none' }}
            aria-pressed={view === id}
            endIcon={<CountBadge count={counts?.[id]} />}
            onClick={() => url.set({ view: id === 'mine' ? null : id })}
          >
            {t(`tasks.view.${id}` satisfies TextKey)}
          </Button>
        ))}
        <InboxButton />
        <SavedViews search={search} />
      </Flex>
      {isPhone && (
        <Button
          size="S"
          variant="tertiary"
          aria-expanded={isUnfolded}
          startIcon={isUnfolded ? <ChevronUp /> : <ChevronDown />}
          endIcon={filters > 0 ? <Badge size="S">{filters}</Badge> : undefined}
          style={{ alignSelf: 'flex-start' }}
          onClick={() => setUnfolded((last) => !last)}
        >
          {t('tasks.controls')}
        </Button>
      )}
      {(!isPhone || isUnfolded) && (
        <Flex gap={2} wrap="wrap">
          <Box style={{ flex: '1 1 24rem', maxWidth: '40rem', minWidth: 0 }}>
            <SearchField label={t('tasks.search')} value={url.get('q')} onChange={(q) => url.set({ q })} />
          </Box>
          <Button
            size="S"
            variant={isFiltering || filters > 0 ? 'secondary' : 'tertiary'}
            startIcon={<Filter />}
            aria-expanded={isFiltering}
            onClick={onFilter}
            endIcon={filters > 0 ? <Badge size="S">{filters}</Badge> : undefined}
          >
            {t('tasks.filter')}
          </Button>
          <SingleSelect
            size="S"
            aria-label={t('tasks.group')}
            value={url.get('group') || 'none'}
            onChange={(value: string | number) => url.set({ group: value === 'none' ? null : String(value) })}
          >
            <SingleSelectOption value="none">{t('tasks.group.none')}</SingleSelectOption>
            {TASK_GROUPS.map((group) => (
              <SingleSelectOption key={group} value={group}>
                {t(`tasks.group.${group}` satisfies TextKey)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <SingleSelect
            size="S"
            aria-label={t('tasks.sort')}
            value={url.get('sort') || 'due'}
            onChange={(value: string | number) => url.set({ sort: value === 'due' ? null : String(value) })}
          >
            {TASK_SORTS.map((sort) => (
              <SingleSelectOption key={sort} value={sort}>
                {t(`tasks.sort.${sort}` satisfies TextKey)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
          <IconButton label={t('tasks.keysTitle')} variant="ghost" onClick={onHelp}>
            <Question />
          </IconButton>
        </Flex>
      )}
    </Flex>
  );
};
