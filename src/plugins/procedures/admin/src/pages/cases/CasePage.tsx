import { Box, Link, Tabs, Typography } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import { Link as RouterLink, useParams } from 'react-router-dom';

import type { CaseLinks as Links } from '../../../../shared/case-links-contract';
import type { CaseDetail } from '../../../../shared/contracts';
import { useResource } from '../../api/useResource';
import { AttachmentBox } from '../../attachments/AttachmentBox';
import { ClockList } from '../../clocks/ClockList';
import { ClockTimeline } from '../../clocks/ClockTimeline';
import { Card } from '../../components/Card';
import { Diagram } from '../../components/diagram/Diagram';
import { ErrorState } from '../../components/ErrorState';
import { KeptTab } from '../../components/KeptTab';
import { TYPED, useAskBeforeLeaving } from '../../components/leaving';
import { PageHeader } from '../../components/PageHeader';
import { PageBody } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { StayDialog } from '../../components/StayDialog';
import { useLeaveWarning } from '../../components/useLeaveWarning';
import { useUrlState } from '../../components/useUrlState';
import { useCaseChanges } from '../../live/useCaseChanges';
import { QuestionsPanel } from '../../questions/QuestionsPanel';
import { useQuestions } from '../../questions/useQuestions';
import { PAGES_ROOT } from '../../text/pluginId';
import { type TextKey, useText } from '../../text/useText';
import { CaseDocuments } from '../documents/CaseDocuments';
import { CaseAudit } from './CaseAudit';
import { CaseDiscussion } from './CaseDiscussion';
import { CaseHeaderFacts } from './CaseHeaderFacts';
import { CaseRecord } from './CaseRecord';
import { CaseRelated } from './CaseRelated';
import { CaseTasks } from './CaseTasks';
import { CustodyTab } from './custody/CustodyTab';
import { EventForm } from './EventForm';
import { CaseLinks } from './links/CaseLinks';
import { MissingNotice } from './MissingNotice';
import { OffersMenu } from './OffersMenu';
import { SealedPeople } from './SealedPeople';
import { Timeline } from './Timeline';
import { useOffer } from './useOffer';

const TABS = [
  'record',
  'tasks',
  'clocks',
  'files',
  'documents',
  'custody',
  'links',
  'notes',
  'questions',
  'events',
  'audit',
  'diagram',
] as const;
type TabName = (typeof TABS)[number];

/** What others than those who work on the case are told of it; the routes refuse the rest. */
const TABS_OF: Record<CaseDetail['access'], readonly TabName[]> = {
  content: TABS,
  summary: ['tasks', 'clocks', 'record', 'links', 'events', 'audit', 'diagram'],
  status: ['events', 'audit'],
};

/** Another case is another page: nothing that is open on one goes over to the next. */
export const CasePage = () => {
  const { id = '' } = useParams();
  return <OneCase key={id} id={id} />;
};

const OneCase = ({ id }: { id: string }) => {
  const { t, pick } = useText();
  const url = useUrlState();
  const { toggleNotification } = useNotification();
  const { data, problem, reload } = useResource<CaseDetail>(`/cases/${id}`);
  const questions = useQuestions(data?.access === 'content' ? id : null);
  const open = useOffer();
  const { offer } = open;
  useLeaveWarning(open.typed);
  useAskBeforeLeaving(open.typed, TYPED);
  const linked = data !== null && TABS_OF[data.access].includes('links');
  const { data: links, reload: reloadLinks } = useResource<Links>(linked ? `/cases/${id}/links` : null);
  useCaseChanges(id, () => {
    reload();
    reloadLinks();
  });
  // An address that somebody typed or kept may name a tab that is not there.
  const shown = TABS_OF[data?.access ?? 'content'].filter((name) => name !== 'audit' || data?.mayAudit);
  const tab = shown.find((name) => name === url.get('tab')) ?? shown[0];

  const isRead = data !== null;
  React.useEffect(() => {
    // On a phone the tab that an address names may lie beyond the edge.
    if (isRead) document.querySelector(`[data-tab="${tab}"]`)?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [isRead, tab]);

  const back = (
    <Link tag={RouterLink} to={`${PAGES_ROOT}/cases`} startIcon={<ArrowLeft />}>
      {t('cases.back')}
    </Link>
  );
  if (!data) {
    return (
      <PageBody>
        <PageHeader title={t('case.one')} back={back} />
        {problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />}
      </PageBody>
    );
  }
  const counts: Partial<Record<TabName, number>> = {
    questions: questions.data?.items.filter(({ state }) => state === 'OPEN').length,
    tasks: data.tasks.filter(({ state }) => state === 'OPEN').length,
    links: links?.links.filter(({ state }) => state === 'IN_FORCE' || state === 'ASKED').length,
    clocks: data.clocks.filter(({ state }) => state === 'RUNNING' || state === 'PAUSED').length,
  };
  return (
    <PageBody>
      <PageHeader
        title={data.case.title}
        back={back}
        actions={<OffersMenu offers={data.offers} onPick={open.pick} />}
        subtitle={<CaseHeaderFacts detail={data} links={links?.links ?? []} />}
      />
      <MissingNotice missing={data.missing} />
      {offer && (
        <EventForm
          key={offer.code}
          caseId={id}
          offer={offer}
          onTyped={open.setTyped}
          onClose={() => open.pick(null)}
          onRecorded={() => {
            toggleNotification({ type: 'success', message: t('event.recorded', { title: pick(offer.title) }) });
            open.done();
            reload();
          }}
        />
      )}
      {open.asking && (
        <StayDialog
          title={t('abandon.title')}
          about={t('abandon.about')}
          stay={t('abandon.stay')}
          go={t('abandon.leave')}
          onStay={open.stay}
          onGo={open.leave}
        />
      )}
      <Tabs.Root variant="simple" value={tab} onValueChange={(value) => url.set({ tab: value })}>
        <Tabs.List aria-label={t('case.one')}>
          {shown.map((name) => (
            <Tabs.Trigger key={name} data-tab={name} value={name}>
              {t(`case.tab.${name}` satisfies TextKey)}
              {counts[name] ? ` (${counts[name]})` : ''}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value="record" style={{ paddingTop: 16 }}>
          {data.access === 'content' && (
            <SealedPeople caseId={id} masked={data.persons.filter(({ sealed }) => sealed)} />
          )}
          {/* Whoever is sealed has one place on the page: above, with how to ask. */}
          <CaseRecord
            record={data.record}
            persons={data.persons.filter(({ sealed }) => !sealed)}
            notices={data.notices}
          />
          <CaseRelated tables={data.related} />
        </Tabs.Content>
        <Tabs.Content value="tasks" style={{ paddingTop: 16 }}>
          <CaseTasks tasks={data.tasks} />
        </Tabs.Content>
        {/* Kept only as long as they are the reader's to see. */}
        {shown.includes('files') && (
          <KeptTab value="files" shown={tab === 'files'} paddingTop={16}>
            <Card>
              <AttachmentBox caseId={id} />
            </Card>
          </KeptTab>
        )}
        {shown.includes('notes') && (
          <KeptTab value="notes" shown={tab === 'notes'} paddingTop={16}>
            <CaseDiscussion caseId={id} />
          </KeptTab>
        )}
        {shown.includes('questions') && (
          <KeptTab value="questions" shown={tab === 'questions'} paddingTop={16}>
            <Card>
              <QuestionsPanel caseId={id} questions={questions} />
            </Card>
          </KeptTab>
        )}
        <Tabs.Content value="clocks" style={{ paddingTop: 16 }}>
          <Card title={t('clockline.title')} aside={<Typography variant="pi">{t('clockline.legend')}</Typography>}>
            <ClockTimeline clocks={data.clocks} />
          </Card>
          {data.clocks.length > 0 && (
            <Box paddingTop={4}>
              <Card title={t('clockline.list')}>
                <ClockList clocks={data.clocks} />
              </Card>
            </Box>
          )}
        </Tabs.Content>
        <Tabs.Content value="custody" style={{ paddingTop: 16 }}>
          {tab === 'custody' && <CustodyTab caseId={id} />}
        </Tabs.Content>
        <Tabs.Content value="links" style={{ paddingTop: 16 }}>
          {links ? (
            <CaseLinks
              caseId={id}
              data={links}
              onChanged={() => {
                reloadLinks();
                reload();
              }}
            />
          ) : (
            <Skeleton rows={4} />
          )}
        </Tabs.Content>
        <Tabs.Content value="audit" style={{ paddingTop: 16 }}>
          {tab === 'audit' && <CaseAudit caseId={id} />}
        </Tabs.Content>
        <Tabs.Content value="events" style={{ paddingTop: 16 }}>
          <Timeline caseId={id} events={data.events} onChanged={reload} />
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
