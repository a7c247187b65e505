import { Box, Button, Field, Flex, Textarea, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { CorrectionDraft } from '../../../../../shared/corrections-contract';
import { post } from '../../../api/send';
import { useResource } from '../../../api/useResource';
import { useSending } from '../../../api/useSending';
import { ErrorState } from '../../../components/ErrorState';
import { type FormHandle, FormView } from '../../../components/form/FormView';
import { InvalidNotice } from '../../../components/InvalidNotice';
import { TYPED, useAskBeforeLeaving } from '../../../components/leaving';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { Skeleton } from '../../../components/Skeleton';
import { useLeaveWarning } from '../../../components/useLeaveWarning';
import { useText } from '../../../text/useText';
import { formatInstant, fromLocalInput, toLocalInput } from '../../../time/instants';

interface Props {
  caseId: string;
  eventId: string;
  onClose(): void;
  onDone(): void;
}

const TYPED_IN_TAB = { ...TYPED, within: ['tab'] };

/** What the paper really says, when it was really sent, and why it was recorded otherwise. */
export const CorrectionForm = ({ caseId, eventId, ...rest }: Props) => {
  const path = `/cases/${caseId}/events/${eventId}/correction`;
  const { data, problem, reload } = useResource<CorrectionDraft>(path);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={4} />;
  return <Fields path={path} draft={data} {...rest} />;
};

const Fields = ({
  path,
  draft,
  onClose,
  onDone,
}: Pick<Props, 'onClose' | 'onDone'> & { path: string; draft: CorrectionDraft }) => {
  const { t } = useText();
  const { toggleNotification } = useNotification();
  const handle = React.useRef<FormHandle>(null);
  const [at, setAt] = React.useState(() => toLocalInput(new Date(draft.businessAt)));
  const [reason, setReason] = React.useState('');
  const [checked, setChecked] = React.useState(false);
  const [invalid, setInvalid] = React.useState(false);
  const [typed, setTyped] = React.useState(false);
  const { busy, problem, run } = useSending();
  useLeaveWarning(typed);
  useAskBeforeLeaving(typed, TYPED_IN_TAB);
  React.useEffect(() => {
    if (problem && problem.problems.length > 0) handle.current?.showProblems(problem.problems);
  }, [problem]);
  // What was not touched keeps its seconds.
  const instant =
    at === toLocalInput(new Date(draft.businessAt)) ? draft.businessAt : fromLocalInput(at)?.toISOString();

  const send = async () => {
    setChecked(true);
    const values = draft.form ? await handle.current?.submit() : {};
    const isReady = values && reason.trim() !== '' && instant;
    setInvalid(!isReady);
    if (!isReady) return;
    await run(async () => {
      const { state } = await post<{ state: string }>(path, { values, at: instant, reason: reason.trim() });
      toggleNotification({
        type: 'success',
        message: t(state === 'ASKED' ? 'correction.asked' : 'correction.inForceNow'),
      });
      onDone();
    });
  };
  return (
    <Box background="neutral100" hasRadius padding={4} marginTop={2} onInput={() => setTyped(true)}>
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography tag="p">
          {t(draft.atOnce ? 'correction.aboutAtOnce' : `correction.about.${draft.approval}`)}
        </Typography>
        {problem && <ProblemSummary problem={problem} onGoTo={(field) => handle.current?.goTo(field)} />}
        {draft.form && (
          <FormView
            ref={handle}
            schema={draft.form}
            initial={draft.values}
            readOnly={busy}
            focusFirst
            // Its lists tell of no input.
            onChange={() => setTyped(true)}
          />
        )}
        <Field.Root
          name="correction-at"
          required
          hint={formatInstant(instant ?? null)}
          error={checked && !instant ? t('late.timeMissing') : undefined}
          style={{ maxWidth: '28rem' }}
        >
          <Field.Label>{t('correction.at')}</Field.Label>
          <TextInput
            type="datetime-local"
            value={at}
            max={toLocalInput(new Date())}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => setAt(event.target.value)}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        <Field.Root
          name="correction-reason"
          required
          error={checked && reason.trim() === '' ? t('field.required') : undefined}
        >
          <Field.Label>{t('correction.reason')}</Field.Label>
          <Textarea
            value={reason}
            disabled={busy}
            maxLength={1000}
            onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
          />
          <Field.Error />
        </Field.Root>
        <Flex gap={2} wrap="wrap">
          <Button loading={busy} onClick={() => void send()}>
            {t(draft.atOnce ? 'correction.do' : 'correction.ask')}
          </Button>
          <Button variant="tertiary" disabled={busy} onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <InvalidNotice shown={invalid && !busy} />
        </Flex>
      </Flex>
    </Box>
  );
};
