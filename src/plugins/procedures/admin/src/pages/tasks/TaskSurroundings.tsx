import { Tabs } from '@strapi/design-system';
import * as React from 'react';

import type { CaseDetail, TaskDetail } from '../../../../shared/contracts';
import type { QuestionList } from '../../../../shared/questions-contract';
import { type Resource, useResource } from '../../api/useResource';
import { AttachmentBox } from '../../attachments/AttachmentBox';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { KeptTab } from '../../components/KeptTab';
import { Skeleton } from '../../components/Skeleton';
import { useCaseChanges } from '../../live/useCaseChanges';
import { NotesPanel } from '../../notes/NotesPanel';
import { QuestionsPanel } from '../../questions/QuestionsPanel';
import { type TextKey, useText } from '../../text/useText';
import { CaseRecord } from '../cases/CaseRecord';
import { Timeline } from '../cases/Timeline';
import { TaskHistoryList } from './TaskHistoryList';

const TABS = ['files', 'notes', 'questions', 'record', 'history'] as const;

interface Props {
  detail: TaskDetail;
  questions: Resource<QuestionList>;
}

/** Beside the form: files, notes, questions to other units, the record as it stands, what has happened. Each is read when it is opened. */
export const TaskSurroundings = ({ detail, questions }: Props) => {
  const { t } = useText();
  const [tab, setTab] = React.useState<string>('files');
  const place = { caseId: detail.case.id, taskId: detail.task.id };
  return (
    <Card>
      <Tabs.Root variant="simple" value={tab} onValueChange={setTab}>
        <Tabs.List aria-label={t('task.surroundings')}>
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name}>
              {t(`task.tab.${name}` satisfies TextKey)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <KeptTab value="files" shown={tab === 'files'} paddingTop={12}>
          <AttachmentBox {...place} />
        </KeptTab>
        <KeptTab value="notes" shown={tab === 'notes'} paddingTop={12}>
          <NotesPanel {...place} />
        </KeptTab>
        <KeptTab value="questions" shown={tab === 'questions'} paddingTop={12}>
          <QuestionsPanel {...place} questions={questions} />
        </KeptTab>
        <Tabs.Content value="record" style={{ paddingTop: 12 }}>
          <OfCase caseId={detail.case.id}>
            {(found) => <CaseRecord record={found.record} persons={found.persons} notices={[]} />}
          </OfCase>
        </Tabs.Content>
        <Tabs.Content value="history" style={{ paddingTop: 12 }}>
          <div style={{ display: 'grid', gap: 16 }}>
            <TaskHistoryList taskId={detail.task.id} />
            <OfCase caseId={detail.case.id}>
              {(found) => <Timeline caseId={detail.case.id} events={found.events} />}
            </OfCase>
          </div>
        </Tabs.Content>
      </Tabs.Root>
    </Card>
  );
};

const OfCase = ({ caseId, children }: { caseId: string; children(found: CaseDetail): React.ReactNode }) => {
  const { data, problem, reload } = useResource<CaseDetail>(`/cases/${caseId}`);
  useCaseChanges(caseId, reload);
  if (data) return children(data);
  return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={4} />;
};
