/** pages/calendar/ owns "Lịch và thời hạn": which days work, the rules that deadlines are computed by, and what recurs. */
import { Tabs } from '@strapi/design-system';

import { PageHeader } from '../../components/PageHeader';
import { PageBody, PluginPage } from '../../components/PluginPage';
import { useMe } from '../../components/useMe';
import { useTab } from '../../components/useTab';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { ClockRules } from './ClockRules';
import { Parameters } from './Parameters';
import { QuestionTermForm } from './QuestionTermForm';
import { Schedules } from './Schedules';
import { StuckLimits } from './StuckLimits';
import { YearCalendar } from './YearCalendar';

const TABS = ['days', 'rules', 'parameters', 'schedules'] as const;

const Calendar = () => {
  const { t } = useText();
  const url = useUrlState();
  const tab = useTab(TABS);
  const me = useMe();
  return (
    <PageBody>
      <PageHeader title={t('menu.calendar')} subtitle={t('calendar.subtitle')} />
      <Tabs.Root variant="simple" value={tab} onValueChange={(next) => url.set({ tab: next === 'days' ? null : next })}>
        <Tabs.List aria-label={t('menu.calendar')}>
          <Tabs.Trigger value="days">{t('calendar.tab.days')}</Tabs.Trigger>
          <Tabs.Trigger value="rules">{t('calendar.tab.rules')}</Tabs.Trigger>
          <Tabs.Trigger value="parameters">{t('calendar.tab.parameters')}</Tabs.Trigger>
          <Tabs.Trigger value="schedules">{t('calendar.tab.schedules')}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="days" style={{ paddingTop: 16 }}>
          <YearCalendar />
        </Tabs.Content>
        <Tabs.Content value="rules" style={{ paddingTop: 16 }}>
          <ClockRules />
          {me?.pages.includes('operations') && (
            <div style={{ display: 'grid', gap: 16, paddingTop: 16 }}>
              <QuestionTermForm />
              <StuckLimits />
            </div>
          )}
        </Tabs.Content>
        <Tabs.Content value="parameters" style={{ paddingTop: 16 }}>
          <Parameters />
        </Tabs.Content>
        <Tabs.Content value="schedules" style={{ paddingTop: 16 }}>
          <Schedules />
        </Tabs.Content>
      </Tabs.Root>
    </PageBody>
  );
};

const CalendarPage = () => (
  <PluginPage page="calendar">
    <Calendar />
  </PluginPage>
);

export default CalendarPage;
