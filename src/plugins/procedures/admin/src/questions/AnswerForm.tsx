import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { DraftStamp } from '../../../shared/draft-stamp';
import {
  type AnswerBody,
  type AnswerDraft,
  MAX_QUESTION_LENGTH,
  type QuestionView,
} from '../../../shared/questions-contract';
import { newId } from '../api/newId';
import { post, put } from '../api/send';
import { useKept } from '../api/useKept';
import { useSending } from '../api/useSending';
import { AttachmentArea } from '../attachments/AttachmentBox';
import { useAttachments } from '../attachments/useAttachments';
import { goToLateEntry } from '../components/goToLateEntry';
import { LateEntry } from '../components/LateEntry';
import { NewerDraft } from '../components/NewerDraft';
import { ProblemSummary } from '../components/ProblemSummary';
import { useText } from '../text/useText';
import { formatInstant } from '../time/instants';
import { NOW, occurrenceBody, occurrenceFault } from '../time/lateEntry';
import { useUnsentAnswer } from './useUnsentAnswer';

interface Props {
  question: QuestionView;
  /** something is typed that is not sent yet */
  onTyped(typed: boolean): void;
  onAnswered(question: QuestionView): void;
}

/** The answer with its files; for a body outside also when it came. What is typed stays when the server refuses. */
export const AnswerForm = ({ question, onTyped, onAnswered }: Props) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [clientId] = React.useState(() => question.draft?.clientId ?? newId());
  const unsent = useUnsentAnswer(question.id);
  const seenBefore = question.draft?.savedAt ?? null;
  const [text, setText] = React.useState(() => unsent.read(seenBefore) ?? question.draft?.text ?? '');
  const path = `/questions/${question.id}`;
  const write = React.useCallback(
    (content: Pick<AnswerDraft, 'text' | 'clientId'>, stamp: DraftStamp) =>
      put<{ savedAt: string }>(`${path}/draft`, { ...content, stamp }),
    [path],
  );
  const kept = useKept(write, seenBefore);
  const { savedAt } = kept;
  const files = useAttachments({ clientId });
  React.useEffect(() => {
    if (!savedAt) return;
    unsent.saw(savedAt);
    onTyped(false);
  }, [savedAt, unsent, onTyped]);
  const [occurrence, setOccurrence] = React.useState(NOW);
  const [checked, setChecked] = React.useState(false);
  const { busy, problem, run } = useSending();
  const waits = checked && files.pending > 0;
  const shownAt = savedAt ?? seenBefore;
  const fault = pick(problem?.problems.find(({ path }) => path === 'text'));

  const send = async () => {
    setChecked(true);
    if (text.trim() === '' || files.pending > 0) return;
    const untimely = question.isExternal ? occurrenceFault(occurrence, new Date()) : null;
    if (untimely) return goToLateEntry(untimely);
    const isSent = await run(async () => {
      const body: AnswerBody = { answer: text, clientId, ...occurrenceBody(occurrence, new Date()) };
      await kept.hold();
      const answered = await post<QuestionView>(`${path}/answer`, body);
      kept.stop();
      toggleNotification({ type: 'success', message: t('questions.answerSent') });
      unsent.drop();
      onTyped(false);
      onAnswered(answered);
    });
    if (!isSent) kept.go();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {problem && <ProblemSummary problem={problem} />}
      {kept.problem?.newerAt && <NewerDraft problem={kept.problem} onKeepHere={kept.overwrite} />}
      <Field.Root
        name="answer"
        required
        error={fault || (checked && text.trim() === '' ? t('field.required') : undefined)}
      >
        <Field.Label>
          {question.isExternal
            ? t('questions.answerExternalText', { unit: question.toUnit.name })
            : t('questions.answerText')}
        </Field.Label>
        <Textarea
          value={text}
          maxLength={MAX_QUESTION_LENGTH}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => {
            setText(event.target.value);
            unsent.keep(event.target.value, shownAt);
            kept.keep({ text: event.target.value, clientId });
            onTyped(true);
          }}
        />
        <Field.Error />
      </Field.Root>
      <Box>
        <Typography variant="pi" fontWeight="bold" tag="p" paddingBottom={1}>
          {t('questions.answerFilesAdd')}
        </Typography>
        <AttachmentArea files={files} onAdding={() => kept.keep({ text, clientId })} />
      </Box>
      {question.isExternal && <LateEntry value={occurrence} onChange={setOccurrence} checked={checked} />}
      <Flex gap={3} wrap="wrap">
        <Button loading={busy} onClick={() => void send()}>
          {t(question.isExternal ? 'questions.answerEnter' : 'questions.answerSend')}
        </Button>
        <Typography
          variant="pi"
          role="status"
          textColor={kept.problem ? 'danger700' : 'neutral600'}
          style={{ minHeight: '1lh' }}
        >
          {waits
            ? t('questions.answerWaitsForFiles', { count: files.pending })
            : kept.problem
              ? kept.problem.newerAt
                ? t('draft.notSaved')
                : pick(kept.problem)
              : shownAt && t('intake.kept', { instant: formatInstant(shownAt) })}
        </Typography>
      </Flex>
    </Flex>
  );
};
