/** pages/boards/ owns "Bàn điều hành": figures of units and heads, what is stuck, reminders that need an answer, plots. */
import { Tabs } from '@strapi/design-system';

import { Empty } from '../../components/Empty';
import { PageHeader } from '../../components/PageHeader';
import { PageBody, PluginPage } from '../../components/PluginPage';
import { useMe } from '../../components/useMe';
import { useTab } from '../../components/useTab';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { BoardTab } from './BoardTab';
import { PlotsTab } from './PlotsTab';
import { RemindersTab } from './RemindersTab';

const TABS = ['units', 'reminders', 'plots'] as const;

const Boards = () => {
  const { t } = useText();
  const url = useUrlState();
  const me = useMe();
  const tab = useTab(TABS);
  if (me && !me.pages.includes('boards'))
    return (
      <PageBody>
        <PageHeader title={t('menu.boards')} />
        <Empty title={t('boards.notYours')}>{t('boards.notYoursHint')}</Empty>
      </PageBody>
    );
  return (
    <PageBody>
      <PageHeader title={t('menu.boards')} subtitle={t('boards.subtitle')} />
      <Tabs.Root
        variant="simple"
        value={tab}
        onValueChange={(next) => url.set({ tab: next === 'units' ? null : next, unit: null })}
      >
        <Tabs.List aria-label={t('menu.boards')}>
          <Tabs.Trigger value="units">{t('boards.tab.units')}</Tabs.Trigger>
          <Tabs.Trigger value="reminders">{t('boards.tab.reminders')}</Tabs.Trigger>
          <Tabs.Trigger value="plots">{t('boards.tab.plots')}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="units" style={{ paddingTop: 16 }}>
          {me && tab === 'units' && <BoardTab />}
        </Tabs.Content>
        <Tabs.Content value="reminders" style={{ paddingTop: 16 }}>
          {me && tab === 'reminders' && <RemindersTab />}
        </Tabs.Content>
        <Tabs.Content value="plots" style={{ paddingTop: 16 }}>
          {me && tab === 'plots' && <PlotsTab url={url} />}
        </Tabs.Content>
      </Tabs.Root>
    </PageBody>
  );
};

const BoardsPage = () => (
  <PluginPage page="boards">
    <Boards />
  </PluginPage>
);

export default BoardsPage;
