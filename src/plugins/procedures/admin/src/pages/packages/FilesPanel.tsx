import { Button, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { PackageProblem } from '../../../../shared/packages-contract';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { FileEditor } from './FileEditor';
import { FileTree } from './FileTree';
import { ImportDialog } from './ImportDialog';
import type { PanelProps } from './panelProps';
import { WorkspaceFrame } from './WorkspaceFrame';

/** The files of the draft, and the editor of the chosen one. */
export const FilesPanel = ({ draft, check, onSaved, onReload }: PanelProps) => {
  const url = useUrlState();
  const [selected, setSelected] = React.useState<PackageProblem | null>(null);
  const { t } = useText();
  const [importing, setImporting] = React.useState(false);
  const [left, setLeft] = React.useState<string[]>([]);
  const [imports, countImport] = React.useReducer((count: number) => count + 1, 0);
  const path = url.get('file') || draft.mainModel;
  const open = (file: string) => url.set({ file: file === draft.mainModel ? null : file });
  return (
    <>
      <WorkspaceFrame>
        <div>
          <FileTree files={draft.files} path={path} problems={check?.problems ?? []} onOpen={open} />
          <Button size="S" variant="tertiary" onClick={() => setImporting(true)}>
            {t('modeler.import')}
          </Button>
          {left.length > 0 && (
            <Typography role="status" variant="pi">
              {t('modeler.import.left', { files: left.join(', ') })}
            </Typography>
          )}
        </div>
        <FileEditor
          key={`${draft.draft.id} ${path} ${imports}`}
          draft={draft}
          path={path}
          check={check}
          selected={selected}
          onSelect={(one) => {
            setSelected(one);
            if (one.file && one.file !== path && draft.files.some((file) => file.path === one.file)) open(one.file);
          }}
          onSaved={onSaved}
          onCopied={async (copy) => {
            await onReload();
            open(copy);
          }}
          onRemoved={() => {
            void onReload();
            onSaved();
            open(draft.mainModel);
          }}
          onReload={onReload}
          onOpenFile={open}
        />
      </WorkspaceFrame>
      {importing && (
        <ImportDialog
          draft={draft}
          onClose={() => setImporting(false)}
          onImported={(imported) => {
            setImporting(false);
            setLeft(imported.left);
            countImport();
            void onReload();
            onSaved();
          }}
        />
      )}
    </>
  );
};
