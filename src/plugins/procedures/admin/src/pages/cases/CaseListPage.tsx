import { Box, Flex, SingleSelect, SingleSelectOption } from '@strapi/design-system';

import type { CaseList } from '../../../../shared/contracts';
import { withQuery } from '../../api/query';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { FilterChip } from '../../components/FilterChip';
import { PageHeader } from '../../components/PageHeader';
import { Pager } from '../../components/Pager';
import { PageBody } from '../../components/PluginPage';
import { SearchField } from '../../components/SearchField';
import { Skeleton } from '../../components/Skeleton';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { CaseRows } from './CaseRows';
import { DESK_FILTERS, DeskFilter } from './DeskFilter';

const PAGE_SIZE = 50;

export const CaseListPage = () => {
  const { t, pick } = useText();
  const url = useUrlState();
  const page = Number(url.get('page')) || 1;
  const state = url.get('state');
  const unit = url.get('unit');
  const life = url.get('life');
  const { data, problem, loading, reload } = useResource<CaseList>(
    withQuery('/cases', {
      q: url.get('q'),
      state,
      unit,
      life,
      page,
      pageSize: PAGE_SIZE,
      ...Object.fromEntries(DESK_FILTERS.map((name) => [name, url.get(name)])),
    }),
    { refreshMs: 60_000, keepPrevious: true },
  );
  const narrowing = [url.get('q'), state, unit, life, ...DESK_FILTERS.map((name) => url.get(name))];
  const filtered = narrowing.some((value) => value !== '');

  return (
    <PageBody>
      <PageHeader
        title={t('menu.cases')}
        subtitle={data ? t('cases.total', { count: data.total }) : problem ? undefined : t('state.loading')}
      />
      <Flex gap={3} wrap="wrap" paddingBottom={3}>
        <Box style={{ flex: '0 1 34rem', minWidth: '20rem' }}>
          <SearchField label={t('cases.search')} value={url.get('q')} onChange={(q) => url.set({ q })} />
        </Box>
        {/* There from the beginning, so that nothing jumps when the figures come. */}
        {data?.states?.length !== 0 && (
          <Box style={{ flex: '0 1 24rem', minWidth: '20rem' }}>
            <SingleSelect
              size="S"
              disabled={!data}
              aria-label={t('cases.stateFilter')}
              placeholder={t('cases.anyState')}
              value={state || null}
              onChange={(value) => url.set({ state: String(value) })}
              onClear={() => url.set({ state: null })}
              clearLabel={t('action.clear')}
            >
              {(data?.states ?? []).map((each) => (
                <SingleSelectOption key={each.code} value={each.code}>
                  {`${pick(each.title) || each.code} (${each.count})`}
                </SingleSelectOption>
              ))}
            </SingleSelect>
          </Box>
        )}
      </Flex>
      {(unit !== '' || life !== '') && (
        <Flex gap={2} wrap="wrap" paddingBottom={3}>
          {unit !== '' && (
            <FilterChip onRemove={() => url.set({ unit: null })}>
              {t('cases.ofUnit', { unit: data?.items[0]?.handlingUnitName ?? unit })}
            </FilterChip>
          )}
          {life !== '' && (
            <FilterChip onRemove={() => url.set({ life: null })}>
              {t(life === 'waiting' ? 'cases.waiting' : 'cases.open')}
            </FilterChip>
          )}
        </Flex>
      )}
      <DeskFilter url={url} />
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton rows={8} height={72} />}
      {data?.items.length === 0 && (
        <Empty title={t(filtered ? 'cases.nothingFound' : 'cases.empty')}>
          {t(filtered ? 'cases.nothingFoundHint' : 'cases.emptyHint')}
        </Empty>
      )}
      {data && data.items.length > 0 && <CaseRows items={data.items} busy={loading} />}
      <Pager
        page={page}
        pageSize={PAGE_SIZE}
        total={data?.total ?? 0}
        onChange={(to) => url.set({ page: String(to) })}
      />
    </PageBody>
  );
};
