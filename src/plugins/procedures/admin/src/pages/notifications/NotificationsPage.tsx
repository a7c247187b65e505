/** pages/notifications/ owns "Thông báo": what a person was told, how that person wants to be told, and the office's rules. */
import { Tabs } from '@strapi/design-system';

import { KeptTab } from '../../components/KeptTab';
import { PageHeader } from '../../components/PageHeader';
import { PageBody, PluginPage } from '../../components/PluginPage';
import { useMe } from '../../components/useMe';
import { useTab } from '../../components/useTab';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { AlarmSettingsTab } from '../duty/AlarmSettingsTab';
import { Administration } from './Administration';
import { Mentions } from './Mentions';
import { MySettings } from './MySettings';
import { NoticeFeed } from './NoticeFeed';
import { Webhooks } from './Webhooks';

const EVERYBODY = ['list', 'settings'] as const;
const STAFF = ['list', 'mentions', 'settings'] as const;
const ADMINISTRATORS = [...EVERYBODY, 'administration', 'alarms', 'webhooks'] as const;

const Notifications = () => {
  const { t } = useText();
  const url = useUrlState();
  const me = useMe();
  const administers = me?.pages.includes('operations') ?? false;
  const isStaff = me?.pages.includes('tasks') ?? false;
  const tab = useTab(administers ? ADMINISTRATORS : isStaff ? STAFF : EVERYBODY);
  return (
    <PageBody>
      <PageHeader title={t('menu.notifications')} subtitle={t('notices.subtitle')} />
      <Tabs.Root
        variant="simple"
        value={tab}
        onValueChange={(next) => url.set({ tab: next === 'list' ? null : next, kind: null })}
      >
        <Tabs.List aria-label={t('menu.notifications')}>
          <Tabs.Trigger value="list">{t('notices.tab.list')}</Tabs.Trigger>
          {isStaff && <Tabs.Trigger value="mentions">{t('notices.tab.mentions')}</Tabs.Trigger>}
          <Tabs.Trigger value="settings">{t('notices.tab.settings')}</Tabs.Trigger>
          {administers && <Tabs.Trigger value="administration">{t('notices.tab.administration')}</Tabs.Trigger>}
          {administers && <Tabs.Trigger value="alarms">{t('alarmSettings.tab')}</Tabs.Trigger>}
          {administers && <Tabs.Trigger value="webhooks">{t('notices.tab.webhooks')}</Tabs.Trigger>}
        </Tabs.List>
        <Tabs.Content value="list" style={{ paddingTop: 16 }}>
          {tab === 'list' && <NoticeFeed url={url} />}
        </Tabs.Content>
        <Tabs.Content value="mentions" style={{ paddingTop: 16 }}>
          {tab === 'mentions' && <Mentions />}
        </Tabs.Content>
        <Tabs.Content value="settings" style={{ paddingTop: 16 }}>
          {tab === 'settings' && <MySettings />}
        </Tabs.Content>
        <Tabs.Content value="administration" style={{ paddingTop: 16 }}>
          {tab === 'administration' && administers && <Administration />}
        </Tabs.Content>
        <Tabs.Content value="alarms" style={{ paddingTop: 16 }}>
          {tab === 'alarms' && administers && <AlarmSettingsTab />}
        </Tabs.Content>
        {/* The answer to a new one holds a secret that is seen this once, wherever one looks meanwhile. */}
        {administers && (
          <KeptTab value="webhooks" shown={tab === 'webhooks'} paddingTop={16}>
            <Webhooks />
          </KeptTab>
        )}
      </Tabs.Root>
    </PageBody>
  );
};

const NotificationsPage = () => (
  <PluginPage page="notifications">
    <Notifications />
  </PluginPage>
);

export default NotificationsPage;
