import { Box, Button, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { TaskDetail } from '../../../../shared/contracts';
import { isPassing, readProblem } from '../../api/problem';
import { post } from '../../api/send';
import type { Recording } from '../../api/useRecording';
import { ActionBar } from '../../components/ActionBar';
import { InvalidNotice } from '../../components/InvalidNotice';
import { ReasonDialog } from '../../components/ReasonDialog';
import { RecordingNotice } from '../../components/RecordingNotice';
import { useText } from '../../text/useText';
import { formatTime } from '../../time/instants';
import { DelegateDialog } from './DelegateDialog';
import type { TaskDraftState } from './useTaskDraft';

interface Props {
  task: TaskDetail['task'];
  permissions: TaskDetail['permissions'];
  recording: Recording;
  draft: TaskDraftState;
  /** fields are missing or wrong, and marked */
  invalid: boolean;
  /** somebody else has it by now: nothing can be done with it here */
  lost: boolean;
  onReload(): void;
  onComplete(): void;
}

/** One primary action, named by what the task does; claiming comes first when nobody has the task. */
export const TaskActions = ({ task, permissions, recording, draft, invalid, lost, onReload, onComplete }: Props) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [moving, setMoving] = React.useState(false);

  const [dialog, setDialog] = React.useState<'release' | 'delegate' | null>(null);

  const claim = async () => {
    setMoving(true);
    try {
      await post(`/tasks/${task.id}/claim`, { version: task.version });
    } catch (thrown) {
      toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) });
    } finally {
      setMoving(false);
      onReload();
    }
  };

  const failing = draft.problem;
  const draftWords = failing
    ? isPassing(failing)
      ? t('draft.failing')
      : failing.newerAt
        ? t('draft.notSaved')
        : pick(failing)
    : draft.saving
      ? t('draft.saving')
      : draft.savedAt
        ? t('draft.saved', { time: formatTime(draft.savedAt) })
        : '';
  if (!permissions.claim && !permissions.complete && !permissions.release) {
    return (
      <ActionBar>
        <Typography textColor="neutral600">
          {task.assignee ? t('task.heldBy', { name: task.assignee.name }) : pick(permissions.why) || t('task.notYours')}
        </Typography>
      </ActionBar>
    );
  }
  return (
    <ActionBar>
      {permissions.complete && (
        <Button startIcon={<Check />} onClick={onComplete} loading={recording.busy} disabled={recording.busy || lost}>
          {task.title}
        </Button>
      )}
      {permissions.claim && (
        <Button
          variant={permissions.complete ? 'tertiary' : 'default'}
          loading={moving}
          disabled={recording.busy}
          onClick={() => void claim()}
        >
          {t('task.claim')}
        </Button>
      )}
      {permissions.release && (
        <Button variant="tertiary" disabled={recording.busy || lost} onClick={() => setDialog('release')}>
          {t('task.release')}
        </Button>
      )}
      {permissions.delegate && (
        <Button variant="tertiary" disabled={recording.busy || lost} onClick={() => setDialog('delegate')}>
          {t('task.delegate')}
        </Button>
      )}
      {dialog === 'release' && (
        <ReasonDialog
          title={t('task.release')}
          about={t('task.releaseAbout')}
          label={t('reason.label')}
          confirm={t('task.release')}
          onClose={() => setDialog(null)}
          onConfirm={async (reason) => {
            await post(`/tasks/${task.id}/release`, { version: task.version, reason });
            setDialog(null);
            onReload();
          }}
        />
      )}
      {dialog === 'delegate' && (
        <DelegateDialog
          taskId={task.id}
          version={task.version}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null);
            onReload();
          }}
        />
      )}
      <RecordingNotice phase={recording.phase} />
      <InvalidNotice shown={invalid && !recording.busy} />
      <Box style={{ marginLeft: 'auto' }} aria-live="polite">
        <Typography variant="pi" textColor={failing ? 'danger700' : 'neutral600'}>
          {recording.busy ? '' : draftWords}
        </Typography>
      </Box>
    </ActionBar>
  );
};
