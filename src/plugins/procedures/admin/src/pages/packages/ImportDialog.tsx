import { Field, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { DraftView } from '../../../../shared/packages-contract';
import { ActDialog } from '../../components/ActDialog';
import { useText } from '../../text/useText';
import { type Imported, importArchive } from './importArchive';

interface Props {
  draft: DraftView;
  onClose(): void;
  onImported(imported: Imported): void;
}

/** A zip into this draft, with how far it is. */
export const ImportDialog = ({ draft, onClose, onImported }: Props) => {
  const { t } = useText();
  const [file, setFile] = React.useState<File | null>(null);
  const [progress, setProgress] = React.useState('');
  return (
    <ActDialog
      title={t('modeler.import')}
      confirm={t('modeler.import.act')}
      disabled={!file}
      onClose={onClose}
      onConfirm={async () => {
        if (!file) return;
        const tell = (count: number, all: number) => setProgress(t('modeler.import.progress', { count, all }));
        onImported(await importArchive(draft, file, tell));
      }}
    >
      <Typography tag="p">{t('modeler.import.about')}</Typography>
      <Field.Root name="archive" required>
        <Field.Label>{t('modeler.import.file')}</Field.Label>
        <input
          type="file"
          accept=".zip,application/zip"
          aria-label={t('modeler.import.file')}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </Field.Root>
      <Typography role="status">{progress}</Typography>
    </ActDialog>
  );
};
