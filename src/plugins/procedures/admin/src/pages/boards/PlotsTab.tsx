import { Box, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import { AGE_BANDS, type BoardPlots, type Load, PLOT_WEEKS } from '../../../../shared/boards-contract';
import { withQuery } from '../../api/query';
import { useResource } from '../../api/useResource';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import type { UrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { FlowPlot } from './FlowPlot';
import { type Part, StackPlot } from './StackPlot';

/** How work flows, how old it is, who holds how much. */
export const PlotsTab = ({ url }: { url: UrlState }) => {
  const { t, pick } = useText();
  const weeks = url.get('weeks') || '8';
  const unit = url.get('unit');
  // The choice of units stays whole when one is chosen.
  const { data: all } = useResource<BoardPlots>('/board/plots', { keepPrevious: true });
  const { data, problem, loading, reload } = useResource<BoardPlots>(
    withQuery('/board/plots', { weeks, unit: unit || null }),
    { refreshMs: 120_000, keepPrevious: true },
  );
  if (problem && !data) return <ErrorState problem={problem} onRetry={reload} />;
  if (!data) return <Skeleton rows={4} height={120} />;
  const bands: Part[] = [
    { id: 'overdue', name: t('boards.column.overdue'), color: 'danger600', pattern: 'solid' },
    { id: 'amber', name: t('boards.column.amber'), color: 'warning500', pattern: 'stripes' },
    { id: 'ok', name: t('boards.column.ok'), color: 'success500', pattern: 'dots' },
    { id: 'none', name: t('boards.column.none'), color: 'neutral400', pattern: 'plain' },
  ];
  const ages: Part[] = AGE_BANDS.map(([from, to], at) => ({
    id: String(at),
    name: to === null ? t('boards.age.more', { from }) : t('boards.age.between', { from, to }),
    color: (['success500', 'secondary500', 'primary500', 'warning500', 'danger600'] as const)[at],
    pattern: (['plain', 'dots', 'grid', 'stripes', 'solid'] as const)[at],
  }));
  const loadRow = (load: Load) => ({
    id: load.id,
    name: load.name || t('tasks.unclaimed'),
    figures: [load.overdue, load.amber, load.ok, load.none],
  });
  return (
    <Flex direction="column" alignItems="stretch" gap={4} aria-busy={loading}>
      <Flex gap={3} wrap="wrap">
        <Box style={{ minWidth: '18rem' }}>
          <SingleSelect
            size="S"
            aria-label={t('boards.period')}
            value={weeks}
            onChange={(value: string | number) => url.set({ weeks: String(value) === '8' ? null : String(value) })}
          >
            {PLOT_WEEKS.map((count) => (
              <SingleSelectOption key={count} value={String(count)}>
                {t('boards.weeks', { count })}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Box>
        {(all?.units.length ?? 0) > 1 && (
          <Box style={{ minWidth: '24rem' }}>
            <SingleSelect
              size="S"
              aria-label={t('boards.column.unit')}
              placeholder={t('boards.allUnits')}
              value={unit || null}
              onChange={(value: string | number) => url.set({ unit: String(value) })}
              onClear={() => url.set({ unit: null })}
              clearLabel={t('action.clear')}
            >
              {(all?.units ?? []).map((one) => (
                <SingleSelectOption key={one.id} value={one.id}>
                  {one.name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
        )}
      </Flex>
      <FlowPlot flow={data.flow} />
      <StackPlot
        title={t('boards.plot.ageing')}
        about={t('boards.plot.ageingAbout')}
        rowName={t('case.state')}
        parts={ages}
        rows={data.ageing.map(({ stage, title, bands: figures }) => ({ id: stage, name: pick(title), figures }))}
      />
      <StackPlot
        title={t('boards.plot.units')}
        about={t('boards.plot.unitsAbout')}
        rowName={t('boards.column.unit')}
        parts={bands}
        rows={data.units.map(loadRow)}
      />
      {data.people.length > 0 && (
        <StackPlot
          title={t('boards.plot.people')}
          about={t('boards.plot.peopleAbout')}
          rowName={t('tasks.column.person')}
          parts={bands}
          rows={data.people.map((load) => ({ ...loadRow(load), id: `${load.id} ${load.ok.list}` }))}
        />
      )}
    </Flex>
  );
};
