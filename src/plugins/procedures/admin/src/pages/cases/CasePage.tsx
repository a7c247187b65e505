import { Link, Tabs, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';

import type { CaseDetail, CaseOffer } from '../../../../shared/contracts';
import { useResource } from '../../api/useResource';
import { AttachmentBox } from '../../attachments/AttachmentBox';
import { ClockList } from '../../clocks/ClockList';
import { Card } from '../../components/Card';
import { Diagram } from '../../components/diagram/Diagram';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { useUrlState } from '../../components/useUrlState';
import { NotesPanel } from '../../notes/NotesPanel';
import { PAGES_ROOT } from '../../text/pluginId';
import { type TextKey, useText } from '../../text/useText';
import { CaseDocuments } from '../documents/CaseDocuments';
import { CaseHeaderFacts } from './CaseHeaderFacts';
import { CaseRecord } from './CaseRecord';
import { CaseRelated } from './CaseRelated';
import { CaseTasks } from './CaseTasks';
import { EventForm } from './EventForm';
import { OffersMenu } from './OffersMenu';
import { SealedPeople } from './SealedPeople';
import { Timeline } from './Timeline';

const TABS = ['record', 'tasks', 'files', 'notes', 'clocks', 'events', 'documents', 'diagram'] as const;

export const CasePage = () => {
  const { t, pick } = useText();
  const { id = '' } = useParams();
  const url = useUrlState();
  const { toggleNotification } = useNotification();
  const { data, problem, reload } = useResource<CaseDetail>(`/cases/${id}`, { refreshMs: 10_000 });
  const [offer, setOffer] = React.useState<CaseOffer | null>(null);
  const tab = url.get('tab') || 'record';

  if (!data) {
    return <PageBody>{problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />}</PageBody>;
  }
  const counts: Partial<Record<(typeof TABS)[number], number>> = {
    tasks: data.tasks.filter(({ state }) => state === 'OPEN').length,
    clocks: data.clocks.filter(({ state }) => state === 'RUNNING' || state === 'PAUSED').length,
  };
  return (
    <PageBody>
      <PageHeader
        title={data.case.title}
        back={
          <Link tag={RouterLink} to={`${PAGES_ROOT}/cases`} startIcon={<ArrowLeft />}>
            {t('cases.back')}
          </Link>
        }
        actions={<OffersMenu offers={data.offers} onPick={setOffer} />}
        subtitle={<CaseHeaderFacts summary={data.case} />}
      />
      {offer && (
        <EventForm
          key={offer.code}
          caseId={id}
          offer={offer}
          onClose={() => setOffer(null)}
          onRecorded={() => {
            toggleNotification({ type: 'success', message: t('event.recorded', { title: pick(offer.title) }) });
            setOffer(null);
            reload();
          }}
        />
      )}
      <Tabs.Root variant="simple" value={tab} onValueChange={(value) => url.set({ tab: value })}>
        <Tabs.List aria-label={t('case.one')} style={{ overflowX: 'auto' }}>
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name} style={{ whiteSpace: 'nowrap', flex: 'none' }}>
              {t(`case.tab.${name}` satisfies TextKey)}
              {counts[name] ? ` (${counts[name]})` : ''}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="record" style={{ paddingTop: 16 }}>
          <SealedPeople caseId={id} />
          <CaseRecord record={data.record} persons={data.persons} notices={data.notices} />
          <CaseRelated tables={data.related} />
        </Tabs.Content>
        <Tabs.Content value="tasks" style={{ paddingTop: 16 }}>
          <CaseTasks tasks={data.tasks} />
        </Tabs.Content>
        <Tabs.Content value="files" style={{ paddingTop: 16 }}>
          <Card>
            <AttachmentBox caseId={id} />
          </Card>
        </Tabs.Content>
        <Tabs.Content value="notes" style={{ paddingTop: 16 }}>
          <Card>
            <NotesPanel caseId={id} />
          </Card>
        </Tabs.Content>
        <Tabs.Content value="clocks" style={{ paddingTop: 16 }}>
          <Card>
            <ClockList clocks={data.clocks} />
          </Card>
        </Tabs.Content>
        <Tabs.Content value="events" style={{ paddingTop: 16 }}>
          <Timeline events={data.events} />
        </Tabs.Content>
        <Tabs.Content value="documents" style={{ paddingTop: 16 }}>
          <CaseDocuments caseId={id} />
        </Tabs.Content>
        <Tabs.Content value="diagram" style={{ paddingTop: 16 }}>
          {data.modelUrl ? (
            <Card title={t('diagram.title')} aside={<Typography variant="pi">{t('diagram.legend')}</Typography>} flush>
              <Diagram modelUrl={data.modelUrl} position={data.position} height={520} />
            </Card>
          ) : (
            <Typography>{t('diagram.none')}</Typography>
          )}
        </Tabs.Content>
      </Tabs.Root>
    </PageBody>
  );
};
