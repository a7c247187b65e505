/** pages/integration/ owns "Tích hợp": which other systems may come in, and how their list and ours are laid side by side. */
import { Tabs } from '@strapi/design-system';

import { PageHeader } from '../../components/PageHeader';
import { PageBody, PluginPage } from '../../components/PluginPage';
import { useMe } from '../../components/useMe';
import { tabOf } from '../../components/useTab';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { Connections } from './Connections';
import { Lists } from './Lists';
import { Tokens } from './Tokens';

const Integration = () => {
  const { t } = useText();
  const url = useUrlState();
  const me = useMe();
  // Comparing is work on cases: administrators see none. Letting in is for them and for heads.
  const isStaff = me !== null && me.units.length > 0;
  const tabs = (['tokens', 'connections', 'lists'] as const).filter((tab) => {
    if (tab === 'lists') return isStaff;
    return me !== null && (!isStaff || (tab === 'tokens' && me.isHead));
  });
  const [first, ...rest] = tabs;
  return (
    <PageBody>
      <PageHeader title={t('menu.integration')} subtitle={t('integration.subtitle')} />
      {first && (
        <Tabs.Root
          variant="simple"
          value={tabOf([first, ...rest], url.get('tab'))}
          onValueChange={(tab) => url.set({ tab: tab === first ? null : tab })}
        >
          <Tabs.List aria-label={t('menu.integration')}>
            {tabs.map((tab) => (
              <Tabs.Trigger key={tab} value={tab}>
                {t(`integration.tab.${tab}`)}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          <Tabs.Content value="tokens" style={{ paddingTop: 16 }}>
            <Tokens />
          </Tabs.Content>
          {tabs.includes('connections') && (
            <Tabs.Content value="connections" style={{ paddingTop: 16 }}>
              <Connections />
            </Tabs.Content>
          )}
          <Tabs.Content value="lists" style={{ paddingTop: 16 }}>
            <Lists />
          </Tabs.Content>
        </Tabs.Root>
      )}
    </PageBody>
  );
};

const IntegrationPage = () => (
  <PluginPage page="integration">
    <Integration />
  </PluginPage>
);

export default IntegrationPage;
