/** pages/duty/ owns "Trực ban": the board of the desk, the roster of shifts, the hand-over between them, its book. */
import { LinkButton, SingleSelect, SingleSelectOption, Tabs } from '@strapi/design-system';
import { PlusCircle } from '@strapi/icons';
import { Link } from 'react-router-dom';

import type { DutyBoard } from '../../../../shared/duty-contract';
import { withQuery } from '../../api/query';
import { useResource } from '../../api/useResource';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody, PluginPage } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { useTab } from '../../components/useTab';
import { useUrlState } from '../../components/useUrlState';
import { useLiveEvents } from '../../live/useLiveEvents';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { formatTime } from '../../time/instants';
import { Board } from './Board';
import { HandOver } from './HandOver';
import { HandOverBook } from './HandOverBook';
import { RosterTab } from './RosterTab';

const TABS = ['board', 'roster', 'handOver', 'history'] as const;

const Duty = () => {
  const { t } = useText();
  const url = useUrlState();
  const tab = useTab(TABS);
  const { data, problem, reload } = useResource<DutyBoard>(withQuery('/duty/board', { unit: url.get('unit') }), {
    refreshMs: 60_000,
    keepPrevious: true,
  });
  useLiveEvents('alarms', reload);
  useLiveEvents('duty', reload);
  useLiveEvents('tasks', reload);
  const unit = data?.unit;
  return (
    <PageBody>
      <PageHeader
        title={t('menu.duty')}
        subtitle={data ? t('duty.subtitle', { unit: data.unit.name, time: formatTime(data.now) }) : t('state.loading')}
        actions={
          <>
            {data && data.units.length > 1 && (
              <SingleSelect
                size="S"
                aria-label={t('duty.unit')}
                value={data.unit.code}
                onChange={(code) => url.set({ unit: String(code) })}
              >
                {data.units.map((one) => (
                  <SingleSelectOption key={one.code} value={one.code}>
                    {one.name}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            )}
            <LinkButton tag={Link} to={`${PAGES_ROOT}/intake`} startIcon={<PlusCircle />}>
              {t('duty.intake')}
            </LinkButton>
          </>
        }
      />
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton rows={8} height={72} />}
      {data && unit && (
        <Tabs.Root
          variant="simple"
          value={tab}
          onValueChange={(next) => url.set({ tab: next === 'board' ? null : next, open: null, from: null })}
        >
          <Tabs.List aria-label={t('menu.duty')}>
            {TABS.map((one) => (
              <Tabs.Trigger key={one} value={one}>
                {t(`duty.tab.${one}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value="board" style={{ paddingTop: 16 }}>
            {tab === 'board' && <Board board={data} onChanged={reload} />}
          </Tabs.Content>
          <Tabs.Content value="roster" style={{ paddingTop: 16 }}>
            {tab === 'roster' && <RosterTab key={unit.code} unit={unit.code} onChanged={reload} />}
          </Tabs.Content>
          <Tabs.Content value="handOver" style={{ paddingTop: 16 }}>
            {tab === 'handOver' && <HandOver key={unit.code} unit={unit.code} onChanged={reload} />}
          </Tabs.Content>
          <Tabs.Content value="history" style={{ paddingTop: 16 }}>
            {tab === 'history' && <HandOverBook unit={unit.code} url={url} />}
          </Tabs.Content>
        </Tabs.Root>
      )}
    </PageBody>
  );
};

const DutyPage = () => (
  <PluginPage page="duty">
    <Duty />
  </PluginPage>
);

export default DutyPage;
