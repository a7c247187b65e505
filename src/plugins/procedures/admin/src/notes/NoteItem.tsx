import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Eye, Lock } from '@strapi/icons';
import * as React from 'react';

import type { NoteList, NoteView } from '../../../shared/taskpage-contract';
import { post } from '../api/send';
import { Mark } from '../components/Mark';
import { ReasonDialog } from '../components/ReasonDialog';
import { useText } from '../text/useText';
import { formatInstant } from '../time/instants';
import { NoteFrame } from './NoteFrame';

interface Props {
  note: NoteView;
  onEdit(): void;
  onChanged(list: NoteList): void;
}

/** Text as it was typed, line breaks and all; never markup. Earlier wordings stay behind it. */
export const NoteItem = ({ note, onEdit, onChanged }: Props) => {
  const { t } = useText();
  const [open, setOpen] = React.useState<'history' | 'withdraw' | null>(null);
  const visible = note.visibility === 'VISIBLE_TO_REPORTER';
  return (
    <li>
      <NoteFrame $visible={visible}>
        <Flex gap={2} wrap="wrap" alignItems="center">
          {visible ? <Eye aria-hidden width={14} /> : <Lock aria-hidden width={14} />}
          <Mark tone={visible ? 'good' : 'plain'}>{t(visible ? 'notes.visible' : 'notes.internal')}</Mark>
          <Typography fontWeight="bold">{note.byReceipt ? t('notes.byReceipt') : note.author?.name}</Typography>
          <Typography variant="pi" textColor="neutral600">
            {[formatInstant(note.writtenAt), note.taskTitle].filter(Boolean).join(' · ')}
          </Typography>
        </Flex>
        <Typography
          tag="p"
          style={{
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
            textDecoration: note.withdrawn ? 'line-through' : undefined,
          }}
        >
          {note.text}
        </Typography>
        {note.withdrawn && (
          <Typography variant="pi" tag="p">
            {t('files.withdrawnBy', {
              name: note.withdrawn.by?.name ?? '',
              instant: formatInstant(note.withdrawn.at),
              reason: note.withdrawn.reason,
            })}
          </Typography>
        )}
        <Flex gap={1}>
          {note.permissions.edit && (
            <Button size="S" variant="ghost" onClick={onEdit}>
              {t('action.edit')}
            </Button>
          )}
          {note.permissions.withdraw && (
            <Button size="S" variant="ghost" onClick={() => setOpen('withdraw')}>
              {t('files.withdraw')}
            </Button>
          )}
          {note.history.length > 0 && (
            <Button
              size="S"
              variant="ghost"
              aria-expanded={open === 'history'}
              onClick={() => setOpen(open === 'history' ? null : 'history')}
            >
              {t('notes.earlier', { count: note.history.length })}
            </Button>
          )}
        </Flex>
        {open === 'history' &&
          note.history.map((earlier) => (
            <Box key={earlier.writtenAt} paddingTop={2}>
              <Typography variant="pi" textColor="neutral600" tag="p">
                {formatInstant(earlier.writtenAt)}
              </Typography>
              <Typography variant="pi" tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {earlier.text}
              </Typography>
            </Box>
          ))}
        {open === 'withdraw' && (
          <ReasonDialog
            title={t('notes.withdrawTitle')}
            about={t('notes.withdrawAbout')}
            label={t('reason.label')}
            confirm={t('files.withdraw')}
            danger
            onClose={() => setOpen(null)}
            onConfirm={async (reason) => {
              const list = await post<NoteList>(`/notes/${note.id}/withdraw`, { reason });
              setOpen(null);
              onChanged(list);
            }}
          />
        )}
      </NoteFrame>
    </li>
  );
};
