/** notes/ owns what people write to each other on a case: the list, the form, the mention of people. */
import { Typography } from '@strapi/design-system';
import * as React from 'react';

import type { NoteList } from '../../../shared/taskpage-contract';
import { useResource } from '../api/useResource';
import { ErrorState } from '../components/ErrorState';
import { Skeleton } from '../components/Skeleton';
import { useCaseChanges } from '../live/useCaseChanges';
import { useText } from '../text/useText';
import { NoteForm } from './NoteForm';
import { NoteItem } from './NoteItem';

interface Props {
  caseId: string;
  taskId?: string;
  /** only what is said so; left out: everything */
  only?: 'INTERNAL' | 'VISIBLE_TO_REPORTER';
}

export const NotesPanel = ({ caseId, taskId, only }: Props) => {
  const { t } = useText();
  const { data: read, problem, reload } = useResource<NoteList>(`/cases/${caseId}/notes`);
  useCaseChanges(caseId, reload);
  const [written, setWritten] = React.useState<{ list: NoteList; after: NoteList } | null>(null);
  const [editing, setEditing] = React.useState<string | null>(null);
  if (!read) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={3} />;
  // The answer of a write is newer than the last reading, until the next one.
  const list = written && written.after === read ? written.list : read;
  const items = list.items.filter((note) => !only || note.visibility === only);
  const changed = (next: NoteList) => {
    setWritten({ list: next, after: read });
    setEditing(null);
  };
  const form = { caseId, taskId, maxLength: list.maxLength, reporterRefusal: list.reporterRefusal, onWritten: changed };
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      {list.permissions.write && <NoteForm {...form} />}
      <ul aria-label={t('notes.title')} style={{ display: 'grid', gap: 12 }}>
        {items.map((note) =>
          editing === note.id ? (
            <li key={note.id}>
              <NoteForm {...form} earlier={note} onCancel={() => setEditing(null)} />
            </li>
          ) : (
            <NoteItem key={note.id} note={note} onEdit={() => setEditing(note.id)} onChanged={changed} />
          ),
        )}
      </ul>
      {items.length === 0 && (
        <Typography variant="pi" textColor="neutral600" tag="p">
          {t('notes.empty')}
        </Typography>
      )}
    </div>
  );
};
