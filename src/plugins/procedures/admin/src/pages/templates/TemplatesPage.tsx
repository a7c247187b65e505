/** pages/templates/ owns "Biểu mẫu": forms to print and fill in by hand, versions of templates, letterheads, numbers. */
import { Tabs, Typography } from '@strapi/design-system';

import type { TemplateLibrary } from '../../../../shared/documents-contract';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody, PluginPage } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { useTab } from '../../components/useTab';
import { useUrlState } from '../../components/useUrlState';
import { WarnText } from '../../components/WarnText';
import { useText } from '../../text/useText';
import { Letterheads } from './Letterheads';
import { TemplateList } from './TemplateList';

const TABS = ['forms', 'heads'] as const;

const Templates = () => {
  const { t, pick } = useText();
  const url = useUrlState();
  const tab = useTab(TABS);
  const { data, problem, reload } = useResource<TemplateLibrary>('/templates');
  const body = () => {
    if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />;
    if (data.items.length === 0) return <Empty title={t('templates.none')}>{t('templates.noneHint')}</Empty>;
    const list = <TemplateList library={data} onChanged={reload} />;
    if (!data.permissions.edit) return list;
    return (
      <Tabs.Root
        variant="simple"
        value={tab}
        onValueChange={(next) => url.set({ tab: next === 'forms' ? null : next })}
      >
        <Tabs.List aria-label={t('menu.templates')}>
          <Tabs.Trigger value="forms">{t('templates.tab.forms')}</Tabs.Trigger>
          <Tabs.Trigger value="heads">{t('templates.tab.heads')}</Tabs.Trigger>
        </Tabs.List>
        <Tabs.Content value="forms" style={{ paddingTop: 16 }}>
          {list}
        </Tabs.Content>
        <Tabs.Content value="heads" style={{ paddingTop: 16 }}>
          <Letterheads letterheads={data.letterheads} onChanged={reload} />
        </Tabs.Content>
      </Tabs.Root>
    );
  };
  return (
    <PageBody>
      <PageHeader
        title={t('menu.templates')}
        subtitle={<Typography textColor="neutral600">{t('templates.subtitle')}</Typography>}
      />
      {data?.pdf.reason && (
        <WarnText tag="p" role="status" style={{ paddingBottom: 16 }}>
          {pick(data.pdf.reason)}
        </WarnText>
      )}
      {body()}
    </PageBody>
  );
};

const TemplatesPage = () => (
  <PluginPage page="templates">
    <Templates />
  </PluginPage>
);

export default TemplatesPage;
