import { Box, Button, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';

import {
  CLOCK_FILTERS,
  type FilterOption,
  STUCK_FILTERS,
  type TaskCounts,
  type TaskFilterOptions,
  type TaskView,
} from '../../../../shared/task-list-contract';
import { useResource } from '../../api/useResource';
import { type TextKey, useText } from '../../text/useText';
import { PeriodChips } from './PeriodChips';
import { FILTER_NAMES } from './taskListPath';

/** The button that clears a choice is a target of its own: the design system's small one falls short of 24 px. */
const FilterField = styled(Box)`
  flex: 0 1 21rem;
  min-width: 16rem;
  button {
    min-width: 24px;
    min-height: 24px;
  }
`;

interface Props {
  view: TaskView;
  counts: TaskCounts | undefined;
  filters: number;
}

/** What the view can be narrowed by, each choice with how many tasks it leaves. */
export const TaskFilters = ({ view, counts, filters }: Props) => {
  const { t, pick } = useText();
  const [params, setParams] = useSearchParams();
  const { data } = useResource<TaskFilterOptions>(`/task-filters?view=${view}`, { keepPrevious: true });
  const change = (act: (next: URLSearchParams) => void) =>
    setParams(
      (last) => {
        const next = new URLSearchParams(last);
        next.delete('page');
        act(next);
        return next;
      },
      { replace: true },
    );
  const choose = (name: string) => (value: string) =>
    change((next) => (value === '' ? next.delete(name) : next.set(name, value)));
  const chooseFacet = (path: string) => (value: string) =>
    change((next) => {
      const others = next.getAll('facet').filter((one) => !one.startsWith(`${path}=`));
      next.delete('facet');
      for (const one of value === '' ? others : [...others, value]) next.append('facet', one);
    });
  const bands: FilterOption[] = CLOCK_FILTERS.map((band) => {
    const word = t(`tasks.clock.${band}` satisfies TextKey);
    return { value: band, title: { vi: word, en: word }, count: band === 'ok' ? -1 : (counts?.[band] ?? 0) };
  });
  const reasons: FilterOption[] = STUCK_FILTERS.map((reason) => {
    const word = t(`boards.reason.${reason}` satisfies TextKey);
    return { value: reason, title: { vi: word, en: word }, count: -1 };
  });
  const noBody = t('tasks.unclaimed');
  const assignees = [{ value: 'none', title: { vi: noBody, en: noBody }, count: -1 }, ...(data?.assignees ?? [])];
  const choices: { label: string; value: string; options: FilterOption[]; onChange(value: string): void }[] = [
    { label: t('tasks.column.clock'), value: params.get('clock') ?? '', options: bands, onChange: choose('clock') },
    {
      label: t('tasks.column.task'),
      value: params.get('kind') ?? '',
      options: data?.kinds ?? [],
      onChange: choose('kind'),
    },
    {
      label: t('tasks.column.unit'),
      value: params.get('unit') ?? '',
      options: data?.units ?? [],
      onChange: choose('unit'),
    },
    {
      label: t('case.state'),
      value: params.get('state') ?? '',
      options: data?.states ?? [],
      onChange: choose('state'),
    },
    ...(view === 'board'
      ? [
          {
            label: t('tasks.column.given'),
            value: params.get('given') ?? '',
            options: data?.given ?? [],
            onChange: choose('given'),
          },
          { label: t('tasks.stuck'), value: params.get('stuck') ?? '', options: reasons, onChange: choose('stuck') },
        ]
      : []),
    ...(view === 'mine' || view === 'unit'
      ? []
      : [
          {
            label: t('tasks.column.person'),
            value: params.get('assignee') ?? '',
            options: assignees,
            onChange: choose('assignee'),
          },
        ]),
    ...(data?.facets ?? []).map(({ path, title, values }) => ({
      label: pick(title),
      value: params.getAll('facet').find((one) => one.startsWith(`${path}=`)) ?? '',
      options: values,
      onChange: chooseFacet(path),
    })),
  ];
  return (
    <Box
      padding={3}
      marginBottom={3}
      background="neutral0"
      borderColor="neutral150"
      hasRadius
      role="group"
      aria-label={t('tasks.filter')}
    >
      <Flex gap={2} wrap="wrap">
        {choices.map(({ label, value, options, onChange }) => (
          <FilterField key={label}>
            <SingleSelect
              size="S"
              aria-label={label}
              placeholder={label}
              value={value}
              onChange={(next: string | number | undefined) => onChange(String(next ?? ''))}
              onClear={() => onChange('')}
              clearLabel={t('tasks.clearOne', { name: label })}
              // What is chosen stays readable, also when nothing is left of it.
              customizeContent={() => `${label}: ${wordOf(options, value, pick)}`}
            >
              {options.map((option) => (
                <SingleSelectOption key={option.value} value={option.value}>
                  {option.count < 0 ? pick(option.title) : `${pick(option.title)} (${option.count})`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </FilterField>
        ))}
        <PeriodChips params={params} onRemove={(name) => choose(name)('')} />
        {filters > 0 && (
          <Button
            size="S"
            variant="ghost"
            onClick={() =>
              change((next) => {
                for (const name of [...FILTER_NAMES, 'q']) next.delete(name);
              })
            }
          >
            {t('tasks.clearFilters')}
          </Button>
        )}
      </Flex>
    </Box>
  );
};

function wordOf(options: FilterOption[], value: string, pick: (title: FilterOption['title']) => string): string {
  const option = options.find((one) => one.value === value);
  return option ? pick(option.title) : value.slice(value.indexOf('=') + 1);
}
