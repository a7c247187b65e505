import { Box, Button, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import * as React from 'react';

import type { FormValues, StartCaseAnswer, StartCaseBody, StartForm } from '../../../../shared/contracts';
import type { IntakeDraft, ReservedNumber } from '../../../../shared/intake-contract';
import { newId } from '../../api/newId';
import { post } from '../../api/send';
import { useRecording } from '../../api/useRecording';
import { AttachmentBox } from '../../attachments/AttachmentBox';
import { ActionBar } from '../../components/ActionBar';
import { Card } from '../../components/Card';
import { type FormHandle, FormView } from '../../components/form/FormView';
import { InvalidNotice } from '../../components/InvalidNotice';
import { LateEntry } from '../../components/LateEntry';
import { ProblemSummary } from '../../components/ProblemSummary';
import { RecordingNotice } from '../../components/RecordingNotice';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { NOW, type Occurrence, occurrenceBody, occurrenceFault } from '../../time/lateEntry';
import type { Received } from './intakeResult';
import { SimilarHints } from './SimilarHints';
import { useIntakeDraft } from './useIntakeDraft';
import { useLeaveWarning } from './useLeaveWarning';
import { useSimilar } from './useSimilar';

interface Props {
  start: StartForm;
  /** an entry that was begun before */
  draft: IntakeDraft | null;
  /** the number of a paper that is entered late */
  paper: ReservedNumber | null;
  onReceived(received: Received): void;
  /** the form was replaced meanwhile: read it again and open what was typed in the new one */
  onReopen(id: string): void;
}

const HOUR_MS = 3_600_000;

function occurrenceOf({ draft, paper }: Pick<Props, 'draft' | 'paper'>): Occurrence {
  if (draft?.content.at) return { at: new Date(draft.content.at), reason: draft.content.lateReason ?? '' };
  return paper ? { at: new Date(Date.now() - HOUR_MS), reason: '' } : NOW;
}

export const IntakeForm = ({ start, draft, paper, onReceived, onReopen }: Props) => {
  const { t, pick } = useText();
  const handle = React.useRef<FormHandle>(null);
  // One id for one entry, however often it is sent: a repeated request finds the same case.
  const [clientId] = React.useState(() => draft?.id ?? newId());
  const [values, setValues] = React.useState<FormValues>(draft?.content.values ?? {});
  const [initial] = React.useState(values);
  const [suspected, setSuspected] = React.useState<string[]>(draft?.content.suspected ?? []);
  const [occurrence, setOccurrence] = React.useState(() => occurrenceOf({ draft, paper }));
  const [touched, setTouched] = React.useState(false);
  const [checked, setChecked] = React.useState(false);
  const [invalid, setInvalid] = React.useState(false);
  const reserved = paper ?? draft?.content.reserved ?? null;
  const recording = useRecording();
  const { problem } = recording;
  const kept = useIntakeDraft(clientId, start);
  const found = useSimilar(start, values);
  useLeaveWarning(touched && kept.problem !== null);

  React.useEffect(() => {
    if (problem && problem.problems.length > 0) handle.current?.showProblems(problem.problems);
  }, [problem]);
  const { keep } = kept;
  React.useEffect(() => {
    if (!touched) return;
    const at = occurrence.at?.toISOString() ?? null;
    keep({ values, at, lateReason: occurrence.reason, reserved, suspected });
  }, [touched, values, occurrence, reserved, suspected, keep]);

  const send = async () => {
    setChecked(true);
    if (recording.busy || occurrenceFault(occurrence, new Date())) return;
    const typed = handle.current?.submit();
    setInvalid(!typed);
    if (!typed) return;
    let answer: StartCaseAnswer | undefined;
    const body: StartCaseBody = {
      packageId: start.packageId,
      event: start.event,
      version: start.version,
      values: typed,
      clientId,
      reserved,
      suspected,
      ...occurrenceBody(occurrence, new Date()),
    };
    const action = await recording.record(async () => {
      await kept.hold();
      answer = await post<StartCaseAnswer>('/cases?wait=2000', body);
      kept.stop();
      return answer;
    });
    if (action && answer) onReceived({ start, answer, action });
    else kept.go();
  };

  return (
    <Card>
      {problem && <ProblemSummary problem={problem} onGoTo={(path) => handle.current?.goTo(path)} />}
      {problem?.code === 'FORM_CHANGED' && (
        <Button variant="secondary" onClick={() => onReopen(clientId)}>
          {t('intake.openNewForm')}
        </Button>
      )}
      {reserved && (
        <Typography tag="p" fontWeight="bold">
          {t('intake.paperNumber', { number: `${reserved.number}/${reserved.year}` })}
        </Typography>
      )}
      {draft && (
        <Typography tag="p" variant="pi" role="note">
          {t('draft.restored', { instant: formatInstant(draft.savedAt) })}
        </Typography>
      )}
      <FormView
        ref={handle}
        schema={start.form}
        initial={initial}
        readOnly={recording.busy}
        focusFirst
        onChange={(typed) => {
          setTouched(true);
          setValues(typed);
        }}
        onSubmitKey={() => void send()}
      />
      <SimilarHints
        found={found}
        marked={suspected}
        onMark={(id, on) => {
          setTouched(true);
          setSuspected((all) => (on ? [...all, id] : all.filter((one) => one !== id)));
        }}
      />
      <Box paddingTop={3} paddingBottom={3}>
        <Typography variant="sigma" tag="h2">
          {t('intake.files')}
        </Typography>
        <AttachmentBox clientId={clientId} />
      </Box>
      <LateEntry value={occurrence} onChange={setOccurrence} checked={checked} />
      <ActionBar>
        <Button startIcon={<Check />} loading={recording.busy} onClick={() => void send()}>
          {pick(start.title)}
        </Button>
        <RecordingNotice phase={recording.phase} />
        <InvalidNotice shown={invalid && !recording.busy} />
        <Typography variant="pi" textColor={kept.problem ? 'danger700' : 'neutral600'} role="status">
          {kept.problem
            ? t('intake.notKept', { why: pick(kept.problem) })
            : kept.savedAt && t('intake.kept', { instant: formatInstant(kept.savedAt) })}
        </Typography>
        <Typography variant="pi" textColor="neutral600" style={{ marginLeft: 'auto' }}>
          {t('intake.keys')}
        </Typography>
      </ActionBar>
    </Card>
  );
};
