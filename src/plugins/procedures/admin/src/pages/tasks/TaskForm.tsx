import { Typography } from '@strapi/design-system';
import * as React from 'react';

import type { CompleteTaskAnswer, FormValues, TaskDetail, TaskRow } from '../../../../shared/contracts';
import { isLost, type Problem } from '../../api/problem';
import { post } from '../../api/send';
import { useRecording } from '../../api/useRecording';
import { Card } from '../../components/Card';
import { type FormHandle, FormView } from '../../components/form/FormView';
import { mergeValues } from '../../components/form/mergeValues';
import { goToLateEntry } from '../../components/goToLateEntry';
import { LateEntry } from '../../components/LateEntry';
import { NewerDraft } from '../../components/NewerDraft';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useMe } from '../../components/useMe';
import { useText } from '../../text/useText';
import {
  keptOccurrence,
  NOW,
  type Occurrence,
  occurrenceBody,
  occurrenceFault,
  typedBefore,
} from '../../time/lateEntry';
import { DraftRestored } from './DraftRestored';
import { LostTask } from './LostTask';
import { TaskActions } from './TaskActions';
import { useTaskDraft } from './useTaskDraft';
import { problemOfNews, useTaskWatch } from './useTaskWatch';

interface Props {
  detail: TaskDetail;
  /** the task could not be read again: it may be another's by now */
  lost: Problem | null;
  /** what to know before it is completed */
  warning: React.ReactNode;
  onReload(): void;
  onDone(next: TaskRow | null): void;
}

export const TaskForm = ({ detail, lost, warning, onReload, onDone }: Props) => {
  const { t } = useText();
  const { task, form, permissions, draft: kept } = detail;
  const handle = React.useRef<FormHandle>(null);
  const [occurrence, setOccurrence] = React.useState(() => typedBefore(kept, NOW));
  const [checked, setChecked] = React.useState(false);
  const [invalid, setInvalid] = React.useState(false);
  const recording = useRecording();
  const draft = useTaskDraft(task.id, kept?.savedAt ?? null);
  // Taken when the task opens: a later reading of the task must not overwrite what is being typed.
  const [opened] = React.useState(() => ({
    schema: form,
    packageVersion: detail.case.packageVersion,
    values: mergeValues(detail.values, kept?.values),
  }));

  // The task was somebody else's for a while and is the reader's again: what was typed is kept again. Not while it is being
  // sent: a draft must not come after the act.
  const { go } = draft;
  React.useEffect(() => {
    if (permissions.complete && !recording.busy) go();
  }, [permissions.complete, task.version, recording.busy, go]);

  const { problem } = recording;
  React.useEffect(() => {
    if (problem && problem.problems.length > 0) handle.current?.showProblems(problem.problems);
  }, [problem]);

  const keep = (values: FormValues, when = occurrence) => draft.keep({ values, ...keptOccurrence(when) });
  const setWhen = (when: Occurrence) => {
    setOccurrence(when);
    // Before the form is there, the draft is what is in it.
    keep(handle.current?.values() ?? kept?.values ?? {}, when);
  };

  const complete = async () => {
    setChecked(true);
    if (recording.busy) return;
    const untimely = occurrenceFault(occurrence, new Date());
    if (untimely) return goToLateEntry(untimely);
    const values = opened.schema ? await handle.current?.submit() : {};
    setInvalid(!values);
    if (!values) return;
    const action = await recording.record(async () => {
      await draft.hold();
      return post<CompleteTaskAnswer>(`/tasks/${task.id}/complete?wait=2000`, {
        version: task.version,
        values,
        packageVersion: opened.packageVersion,
        ...occurrenceBody(occurrence, new Date()),
      });
    });
    if (action) {
      draft.stop();
      onDone(action.next);
    } else draft.go();
  };

  const me = useMe();
  const news = useTaskWatch(task.id, {
    version: task.version,
    mine: permissions.complete,
    personId: me?.person.id ?? null,
  });
  // While one's own act is being recorded the task ends, and that is no news.
  const vanished = recording.busy ? null : problemOfNews(news);
  const gone =
    vanished ?? draft.lost ?? (lost && isLost(lost) ? lost : null) ?? (problem && isLost(problem) ? problem : null);
  return (
    <Card>
      {gone ? (
        <LostTask
          problem={gone}
          schema={opened.schema}
          values={() => handle.current?.values() ?? {}}
          onReload={() => {
            recording.dismiss();
            draft.go();
            onReload();
          }}
        />
      ) : (
        problem && <ProblemSummary problem={problem} onGoTo={(path) => handle.current?.goTo(path)} />
      )}
      {draft.problem?.newerAt && <NewerDraft problem={draft.problem} onKeepHere={draft.overwrite} />}
      {kept && <DraftRestored draft={kept} />}
      {opened.schema ? (
        <FormView
          ref={handle}
          schema={opened.schema}
          initial={opened.values}
          readOnly={!permissions.complete || recording.busy}
          onChange={permissions.complete ? keep : undefined}
          onSubmitKey={permissions.complete ? () => void complete() : undefined}
        />
      ) : (
        <Typography textColor="neutral600" tag="p">
          {t('task.noForm')}
        </Typography>
      )}
      {permissions.complete && <LateEntry value={occurrence} onChange={setWhen} checked={checked} />}
      {permissions.complete && warning}
      <TaskActions
        task={task}
        permissions={permissions}
        recording={recording}
        draft={draft}
        invalid={invalid}
        lost={gone !== null}
        onReload={onReload}
        onComplete={() => void complete()}
      />
    </Card>
  );
};
