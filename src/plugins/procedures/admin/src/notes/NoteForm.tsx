import { Box, Button, Checkbox, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { Eye, Lock } from '@strapi/icons';
import { useAuth } from '@strapi/strapi/admin';
import * as React from 'react';

import type { Bilingual } from '../../../shared/contracts';
import type { NoteBody, NoteList, NoteVisibility, PersonName } from '../../../shared/taskpage-contract';
import { post } from '../api/send';
import { useSendId } from '../api/useSendId';
import { useSending } from '../api/useSending';
import { ProblemSummary } from '../components/ProblemSummary';
import { useLeaveWarning } from '../components/useLeaveWarning';
import { useText } from '../text/useText';
import { MentionPicker } from './MentionPicker';
import { NoteFrame } from './NoteFrame';
import { type UnsentNote, unsentNotes } from './unsentNotes';

interface Props {
  caseId: string;
  taskId?: string;
  maxLength: number;
  reporterRefusal: Bilingual | null;
  /** the note that is being corrected */
  earlier?: { id: string; text: string; visibility: NoteVisibility; mentions: PersonName[] };
  onWritten(list: NoteList): void;
  onCancel?(): void;
}

const EMPTY: UnsentNote = { text: '', visibility: 'INTERNAL', mentions: [] };

/** A note is internal unless one says otherwise, and says so a second time. */
export const NoteForm = ({ caseId, taskId, maxLength, reporterRefusal, earlier, onWritten, onCancel }: Props) => {
  const { t, pick } = useText();
  // Another person may sign in without the panel being loaded again.
  const user = useAuth('NoteForm', (auth) => auth.user?.id);
  const place = [user, caseId, taskId, earlier?.id].join(' ');
  const [begun] = React.useState(() => unsentNotes.get(place) ?? earlier ?? EMPTY);
  const [text, setText] = React.useState(begun.text);
  const [visibility, setVisibility] = React.useState<NoteVisibility>(begun.visibility);
  const [confirmed, setConfirmed] = React.useState(false);
  const [mentions, setMentions] = React.useState<PersonName[]>(begun.mentions);
  const { busy, problem, run } = useSending();
  const [clientId, renewId] = useSendId(problem);
  const isTyped = text.trim() !== '' && text !== earlier?.text;
  useLeaveWarning(isTyped);
  React.useEffect(() => {
    if (isTyped) unsentNotes.set(place, { text, visibility, mentions });
    else unsentNotes.delete(place);
  }, [isTyped, place, text, visibility, mentions]);
  const visible = visibility === 'VISIBLE_TO_REPORTER';
  const length = [...text].length;
  const tooLong = length > maxLength;

  const send = async () => {
    if (busy) return;
    await run(async () => {
      const body: NoteBody = {
        clientId,
        text,
        visibility,
        confirmed,
        taskId,
        supersedes: earlier?.id,
        // Whoever is no longer named in the text is no longer meant.
        mentions: mentions.filter((one) => text.includes(`@${one.name}`)).map((one) => one.id),
      };
      const list = await post<NoteList>(`/cases/${caseId}/notes`, body);
      unsentNotes.delete(place);
      onWritten(list);
      renewId();
      setText('');
      setMentions([]);
      setVisibility('INTERNAL');
      setConfirmed(false);
    });
  };
  return (
    <NoteFrame $visible={visible}>
      {problem && <ProblemSummary problem={problem} />}
      <Flex gap={2} wrap="wrap" paddingBottom={2} role="group" aria-label={t('notes.who')}>
        <Button
          size="S"
          variant={visible ? 'tertiary' : 'secondary'}
          aria-pressed={!visible}
          startIcon={<Lock />}
          disabled={busy}
          onClick={() => setVisibility('INTERNAL')}
        >
          {t('notes.internal')}
        </Button>
        <Button
          size="S"
          variant={visible ? 'success-light' : 'tertiary'}
          aria-pressed={visible}
          startIcon={<Eye />}
          disabled={busy || reporterRefusal !== null}
          onClick={() => setVisibility('VISIBLE_TO_REPORTER')}
        >
          {t('notes.visible')}
        </Button>
        <Typography variant="pi" textColor="neutral600">
          {reporterRefusal ? pick(reporterRefusal) : t(visible ? 'notes.visibleHint' : 'notes.internalHint')}
        </Typography>
      </Flex>
      <Field.Root name="note" error={tooLong ? t('notes.tooLong', { length, max: maxLength }) : undefined}>
        <Field.Label>{t(earlier ? 'notes.correct' : 'notes.text')}</Field.Label>
        <Textarea
          value={text}
          readOnly={busy}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setText(event.target.value)}
          onKeyDown={(event: React.KeyboardEvent) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() && !tooLong) void send();
          }}
        />
        <Field.Error />
      </Field.Root>
      {!busy && (
        <MentionPicker
          caseId={caseId}
          text={text}
          onPick={(person, next) => {
            setText(next);
            setMentions((known) => [...known.filter((one) => one.id !== person.id), person]);
          }}
        />
      )}
      {visible && (
        <Box paddingTop={2}>
          <Checkbox
            checked={confirmed}
            disabled={busy}
            onCheckedChange={(checked: boolean | 'indeterminate') => setConfirmed(checked === true)}
          >
            {t('notes.confirm')}
          </Checkbox>
        </Box>
      )}
      <Flex gap={2} paddingTop={3}>
        <Button
          size="S"
          loading={busy}
          disabled={text.trim() === '' || tooLong || (visible && !confirmed)}
          variant={visible ? 'success' : 'default'}
          onClick={() => void send()}
        >
          {t(visible ? 'notes.sendVisible' : 'notes.send')}
        </Button>
        {onCancel && (
          <Button
            size="S"
            variant="tertiary"
            disabled={busy}
            onClick={() => {
              unsentNotes.delete(place);
              onCancel();
            }}
          >
            {t('action.cancel')}
          </Button>
        )}
      </Flex>
    </NoteFrame>
  );
};
