import { Button, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import * as React from 'react';

import type { StartCaseAnswer, StartForm } from '../../../../shared/contracts';
import { newId } from '../../api/newId';
import { post } from '../../api/send';
import { useRecording } from '../../api/useRecording';
import { ActionBar } from '../../components/ActionBar';
import { Card } from '../../components/Card';
import { type FormHandle, FormView } from '../../components/form/FormView';
import { InvalidNotice } from '../../components/InvalidNotice';
import { LateEntry } from '../../components/LateEntry';
import { ProblemSummary } from '../../components/ProblemSummary';
import { RecordingNotice } from '../../components/RecordingNotice';
import { useText } from '../../text/useText';
import { NOW, occurrenceBody, occurrenceFault } from '../../time/lateEntry';
import type { Received } from './intakeResult';
import { useLeaveWarning } from './useLeaveWarning';

interface Props {
  start: StartForm;
  onReceived(received: Received): void;
}

const EMPTY = {};

export const IntakeForm = ({ start, onReceived }: Props) => {
  const { t, pick } = useText();
  const handle = React.useRef<FormHandle>(null);
  const [occurrence, setOccurrence] = React.useState(NOW);
  const [checked, setChecked] = React.useState(false);
  const [invalid, setInvalid] = React.useState(false);
  const [typed, setTyped] = React.useState(false);
  // One id for one entry, however often it is sent: a repeated request finds the same case.
  const [clientId] = React.useState(() => newId());
  const recording = useRecording();
  const { problem } = recording;
  useLeaveWarning(typed);

  React.useEffect(() => {
    if (problem && problem.problems.length > 0) handle.current?.showProblems(problem.problems);
  }, [problem]);

  const send = async () => {
    setChecked(true);
    if (recording.busy || occurrenceFault(occurrence, new Date())) return;
    const values = handle.current?.submit();
    setInvalid(!values);
    if (!values) return;
    let answer: StartCaseAnswer | undefined;
    const action = await recording.record(async () => {
      answer = await post<StartCaseAnswer>('/cases?wait=2000', {
        packageId: start.packageId,
        event: start.event,
        values,
        clientId,
        ...occurrenceBody(occurrence, new Date()),
      });
      return answer;
    });
    if (action && answer) onReceived({ start, answer, action });
  };

  return (
    <Card>
      {problem && <ProblemSummary problem={problem} onGoTo={(path) => handle.current?.goTo(path)} />}
      <FormView
        ref={handle}
        schema={start.form}
        initial={EMPTY}
        readOnly={recording.busy}
        focusFirst
        onChange={() => setTyped(true)}
        onSubmitKey={() => void send()}
      />
      <LateEntry value={occurrence} onChange={setOccurrence} checked={checked} />
      <ActionBar>
        <Button startIcon={<Check />} loading={recording.busy} onClick={() => void send()}>
          {pick(start.title)}
        </Button>
        <RecordingNotice phase={recording.phase} />
        <InvalidNotice shown={invalid && !recording.busy} />
        <Typography variant="pi" textColor="neutral600" style={{ marginLeft: 'auto' }}>
          {t('intake.keys')}
        </Typography>
      </ActionBar>
    </Card>
  );
};
