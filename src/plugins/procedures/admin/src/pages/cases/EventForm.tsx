import { Box, Button, Flex } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import * as React from 'react';

import type { CaseOffer, RecordEventAnswer } from '../../../../shared/contracts';
import { post } from '../../api/send';
import { useRecording } from '../../api/useRecording';
import { useSendId } from '../../api/useSendId';
import { Card } from '../../components/Card';
import { type FormHandle, FormView } from '../../components/form/FormView';
import { goToLateEntry } from '../../components/goToLateEntry';
import { InvalidNotice } from '../../components/InvalidNotice';
import { LateEntry } from '../../components/LateEntry';
import { ProblemSummary } from '../../components/ProblemSummary';
import { RecordingNotice } from '../../components/RecordingNotice';
import { useText } from '../../text/useText';
import { NOW, occurrenceBody, occurrenceFault } from '../../time/lateEntry';

interface Props {
  caseId: string;
  offer: CaseOffer;
  /** something is typed that is not recorded yet */
  onTyped(typed: boolean): void;
  onClose(): void;
  onRecorded(): void;
}

const NOTHING = {};

/** An event of the case, entered by the person who learnt of it. */
export const EventForm = ({ caseId, offer, onTyped, onClose, onRecorded }: Props) => {
  const { t, pick } = useText();
  const handle = React.useRef<FormHandle>(null);
  const place = React.useRef<HTMLDivElement>(null);
  const [occurrence, setOccurrence] = React.useState(NOW);
  const [checked, setChecked] = React.useState(false);
  const [invalid, setInvalid] = React.useState(false);
  // A refresh of the case brings a new object for the same form; the open one stays.
  const [schema] = React.useState(offer.form);
  const recording = useRecording();
  const { problem } = recording;
  const [clientId, renewId] = useSendId(problem);
  React.useEffect(() => {
    if (problem && problem.problems.length > 0) handle.current?.showProblems(problem.problems);
  }, [problem]);
  React.useEffect(() => place.current?.scrollIntoView({ block: 'nearest' }), []);

  const begun = () => onTyped(true);
  const send = async () => {
    setChecked(true);
    if (recording.busy) return;
    const untimely = occurrenceFault(occurrence, new Date());
    if (untimely) return goToLateEntry(untimely);
    const values = schema ? await handle.current?.submit() : NOTHING;
    setInvalid(!values);
    if (!values) return;
    let isStaged = false;
    const action = await recording.record(async () => {
      const answer = await post<RecordEventAnswer>(`/cases/${caseId}/events?wait=2000`, {
        code: offer.code,
        values,
        clientId,
        ...occurrenceBody(occurrence, new Date()),
      });
      isStaged = true;
      return answer;
    });
    if (action) onRecorded();
    // What the engine did not take stays as it ended: another attempt is another act.
    else if (isStaged) renewId();
  };

  return (
    // The form tells of what is typed a moment late: a key is heard at once.
    <Box ref={place} paddingBottom={4} onInput={begun}>
      <Card title={pick(offer.title)}>
        {problem && <ProblemSummary problem={problem} onGoTo={(path) => handle.current?.goTo(path)} />}
        {schema && (
          <FormView
            ref={handle}
            schema={schema}
            initial={NOTHING}
            readOnly={recording.busy}
            focusFirst
            onChange={begun}
            onSubmitKey={() => void send()}
          />
        )}
        <LateEntry value={occurrence} onChange={setOccurrence} checked={checked} />
        <Flex gap={3} paddingTop={4} wrap="wrap">
          <Button startIcon={<Check />} loading={recording.busy} onClick={() => void send()}>
            {pick(offer.title)}
          </Button>
          <Button variant="tertiary" disabled={recording.busy} onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <RecordingNotice phase={recording.phase} />
          <InvalidNotice shown={invalid && !recording.busy} />
        </Flex>
      </Card>
    </Box>
  );
};
