import * as React from 'react';

import type { TaskDetail, TaskRow } from '../../../../shared/contracts';
import { useResource } from '../../api/useResource';
import { ClockList } from '../../clocks/ClockList';
import { ClockStrip } from '../../clocks/ClockStrip';
import { Card } from '../../components/Card';
import { Diagram } from '../../components/diagram/Diagram';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { OpenQuestions } from '../../questions/OpenQuestions';
import { useQuestions } from '../../questions/useQuestions';
import { useText } from '../../text/useText';
import { CaseBrief } from './CaseBrief';
import { NextSteps } from './NextSteps';
import { ProposalNote } from './ProposalNote';
import { TaskForm } from './TaskForm';
import { NarrowOnly, Stack, TaskLayout } from './TaskLayout';
import { TaskSurroundings } from './TaskSurroundings';

interface Props {
  taskId: string;
  layout: 'panel' | 'page';
  /** what is to be done, and of which case */
  onTitle(title: string, about: string): void;
  /** the task changed hands: lists around it are stale */
  onChanged?(): void;
  onDone(next: TaskRow | null): void;
}

/** Everything needed to do one task: the form, its clocks, where in the procedure it stands, the case it belongs to. */
export const TaskWork = ({ taskId, layout, onTitle, onChanged, onDone }: Props) => {
  const { t } = useText();
  const { data, problem, reload } = useResource<TaskDetail>(`/tasks/${taskId}`);
  const questions = useQuestions(data?.case.id ?? null);
  const unanswered = (questions.data?.items ?? []).filter((one) => one.taskId === taskId && one.state === 'OPEN');
  const title = data?.task.title ?? (problem ? t('task.notOpened') : '');
  const about = data ? [data.task.bookNo, data.task.caseTitle].filter(Boolean).join(' · ') : '';
  React.useEffect(() => onTitle(title, about), [title, about, onTitle]);

  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />;
  return (
    <TaskLayout $layout={layout}>
      <Stack>
        {/* On a wide page the clocks stand in the other column, in full. */}
        <NarrowOnly $layout={layout}>
          <ClockStrip clocks={data.clocks} />
        </NarrowOnly>
        {data.proposal && <ProposalNote proposal={data.proposal} />}
        <TaskForm
          detail={data}
          lost={problem}
          warning={<OpenQuestions questions={unanswered} />}
          onReload={() => {
            reload();
            onChanged?.();
          }}
          onDone={onDone}
        />
        {/* A new task, a new set: what is being typed there must not land on another. */}
        <TaskSurroundings key={data.task.id} detail={data} questions={questions} />
      </Stack>
      <Stack>
        <Card title={t('task.clocks')}>
          <ClockList clocks={data.clocks} />
        </Card>
        <NextSteps steps={data.next ?? []} />
        <CaseBrief summary={data.case} />
        {data.modelUrl && (
          <Card title={t('diagram.title')} flush>
            <Diagram modelUrl={data.modelUrl} position={{ active: [data.task.elementId], done: [] }} height={300} />
          </Card>
        )}
      </Stack>
    </TaskLayout>
  );
};
