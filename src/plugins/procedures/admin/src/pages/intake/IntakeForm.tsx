import { Box, Button, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import * as React from 'react';
import { flushSync } from 'react-dom';

import type { FormValues, StartCaseAnswer, StartCaseBody, StartForm } from '../../../../shared/contracts';
import type { IntakeDraft, ReservedNumber } from '../../../../shared/intake-contract';
import { newId } from '../../api/newId';
import { post } from '../../api/send';
import { useRecording } from '../../api/useRecording';
import { AttachmentArea } from '../../attachments/AttachmentBox';
import { useAttachments } from '../../attachments/useAttachments';
import { ActionBar } from '../../components/ActionBar';
import { Card } from '../../components/Card';
import { type FormHandle, FormView } from '../../components/form/FormView';
import { goToLateEntry } from '../../components/goToLateEntry';
import { InvalidNotice } from '../../components/InvalidNotice';
import { LateEntry } from '../../components/LateEntry';
import { TYPED, useAskBeforeLeaving } from '../../components/leaving';
import { NewerDraft } from '../../components/NewerDraft';
import { ProblemSummary } from '../../components/ProblemSummary';
import { RecordingNotice } from '../../components/RecordingNotice';
import { StayDialog } from '../../components/StayDialog';
import { useLeaveWarning } from '../../components/useLeaveWarning';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { keptOccurrence, NOW, OF_PAPER, occurrenceBody, occurrenceFault, typedBefore } from '../../time/lateEntry';
import type { Received } from './intakeResult';
import { PaperNumber } from './PaperNumber';
import { Receipt } from './Receipt';
import { SimilarHints } from './SimilarHints';
import { useIntakeDraft } from './useIntakeDraft';
import { useSimilar } from './useSimilar';

export interface IntakeFormHandle {
  /** keeps what is typed; what could not be kept, or not yet, is asked about from then on */
  flush(): Promise<void>;
}

interface Props {
  start: StartForm;
  /** an entry that was begun before */
  draft: IntakeDraft | null;
  /** the number of a paper that is entered late */
  paper: ReservedNumber | null;
  /** what came of it: the receipt stands in place of the form, which still holds the files that are on their way */
  received: Received | null;
  onReceived(received: Received): void;
  onNext(): void;
  /** the form was replaced meanwhile: read it again and open what was typed in the new one */
  onReopen(id: string): void;
}

export const IntakeForm = React.forwardRef<IntakeFormHandle, Props>(function IntakeForm(
  { start, draft, paper, received, onReceived, onNext, onReopen },
  ref,
) {
  const { t, pick } = useText();
  const handle = React.useRef<FormHandle>(null);
  // One id for one entry, however often it is sent: a repeated request finds the same case.
  const [clientId] = React.useState(() => draft?.id ?? newId());
  const [values, setValues] = React.useState<FormValues>(draft?.content.values ?? {});
  const [initial] = React.useState(values);
  const [suspected, setSuspected] = React.useState<string[]>(draft?.content.suspected ?? []);
  const [reserved, setReserved] = React.useState(draft?.content.reserved ?? paper);
  const [occurrence, setOccurrence] = React.useState(() =>
    typedBefore(draft?.content ?? null, reserved ? OF_PAPER : NOW),
  );
  const [touched, setTouched] = React.useState(false);
  const [checked, setChecked] = React.useState(false);
  const [invalid, setInvalid] = React.useState(false);
  const recording = useRecording();
  const { problem } = recording;
  const isEmpty = problem?.code === 'ENTRY_EMPTY';
  const kept = useIntakeDraft(clientId, start, draft?.savedAt ?? null);
  const found = useSimilar(start, values);
  const files = useAttachments({ clientId });
  /** the last saving that had arrived when one was waited for in vain */
  const [late, setLate] = React.useState<{ after: string | null } | null>(null);
  const isLate = late !== null && late.after === kept.savedAt;
  const isUnkept = !received && touched && (kept.problem !== null || isLate);
  useLeaveWarning(isUnkept);
  useAskBeforeLeaving(isUnkept, TYPED);

  React.useEffect(() => {
    if (problem && problem.problems.length > 0) handle.current?.showProblems(problem.problems);
  }, [problem]);
  const { keep, flush } = kept;
  const arrived = React.useRef(kept.savedAt);
  arrived.current = kept.savedAt;
  React.useImperativeHandle(
    ref,
    () => ({
      flush: async () => {
        // At once: the page asks next by what is held. A saving that arrives later takes its question away.
        if (!(await flush())) flushSync(() => setLate({ after: arrived.current }));
      },
    }),
    [flush],
  );
  React.useEffect(() => {
    if (!touched) return;
    keep({ values, ...keptOccurrence(occurrence), reserved, suspected });
  }, [touched, values, occurrence, reserved, suspected, keep]);

  const send = async (confirmedEmpty = false) => {
    setChecked(true);
    if (recording.busy) return;
    const untimely = occurrenceFault(occurrence, new Date());
    if (untimely) return goToLateEntry(untimely);
    const typed = await handle.current?.submit();
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
      confirmedEmpty,
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

  if (received) return <Receipt received={received} files={files} onNext={onNext} />;
  return (
    <Card>
      {problem && isEmpty && (
        <StayDialog
          title={t('intake.emptyTitle')}
          about={pick(problem)}
          stay={t('intake.emptyBack')}
          go={t('intake.emptySend')}
          onStay={recording.dismiss}
          // While it was being sent, the field that had the focus was locked.
          onClosed={() => handle.current?.goToStart()}
          onGo={() => void send(true)}
        />
      )}
      {problem && !isEmpty && <ProblemSummary problem={problem} onGoTo={(path) => handle.current?.goTo(path)} />}
      {problem?.code === 'FORM_CHANGED' && (
        <Button variant="secondary" onClick={() => onReopen(clientId)}>
          {t('intake.openNewForm')}
        </Button>
      )}
      {reserved && (
        <PaperNumber
          packageId={start.packageId}
          value={reserved}
          refused={problem?.code === 'NUMBER_NOT_WAITING'}
          onChange={(number) => {
            setTouched(true);
            setReserved(number);
            setOccurrence((last) => ({ ...last, isPaper: number !== null }));
          }}
        />
      )}
      {kept.problem?.newerAt && <NewerDraft problem={kept.problem} onKeepHere={kept.overwrite} />}
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
        <AttachmentArea files={files} />
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
            ? kept.problem.newerAt
              ? t('draft.notSaved')
              : t('intake.notKept', { why: pick(kept.problem) })
            : kept.savedAt && t('intake.kept', { instant: formatInstant(kept.savedAt) })}
        </Typography>
        <Typography variant="pi" textColor="neutral600" style={{ marginLeft: 'auto' }}>
          {t('intake.keys')}
        </Typography>
      </ActionBar>
    </Card>
  );
});
