import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { CheckResult, DraftView, PackageProblem } from '../../../../shared/packages-contract';
import { useSending } from '../../api/useSending';
import { ActDialog } from '../../components/ActDialog';
import { ErrorState } from '../../components/ErrorState';
import { ProblemSummary } from '../../components/ProblemSummary';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';
import { editorOf } from './editors';
import { ProblemList } from './ProblemList';
import { TextEditor } from './TextEditor';
import { useDraftFile } from './useDraftFile';

interface Props {
  draft: DraftView;
  path: string;
  check: CheckResult | null;
  selected: PackageProblem | null;
  onSelect(problem: PackageProblem): void;
  onSaved(): void;
  onCopied(path: string): Promise<void>;
  onRemoved(): void;
  onReload(): Promise<DraftView>;
  onOpenFile(path: string): void;
}

/** The chosen file in its editor, with the state of saving; a model that cannot be opened is edited as text. */
export const FileEditor = ({
  draft,
  path,
  check,
  selected,
  onSelect,
  onSaved,
  onCopied,
  onRemoved,
  onReload,
  onOpenFile,
}: Props) => {
  const { t, pick } = useText();
  const file = useDraftFile(draft.draft.id, path, onSaved);
  const copying = useSending();
  const [unreadable, setUnreadable] = React.useState<string | null>(null);
  const [asText, setAsText] = React.useState(false);
  /** The other view begins with what was done in this one. */
  const switchView = () => {
    file.restart();
    setUnreadable(null);
    setAsText((value) => !value);
  };
  const [removing, setRemoving] = React.useState(false);
  const isNeeded = ['manifest.json', 'events.json', draft.mainModel].includes(path);
  const [isShown, setShown] = React.useState(false);
  const Editor = editorOf(path);
  // Shown, or why it cannot be: either way the server is free for the check now. A drawing takes longest to appear.
  const isDrawing = path.endsWith('.bpmn') && !asText && !unreadable;
  const isSettled = file.problem !== null || (file.text !== null && (isShown || !isDrawing));
  const isUnchecked = check === null;
  React.useEffect(() => {
    if (isSettled && isUnchecked) onSaved();
  }, [isSettled, isUnchecked, onSaved]);
  const problems = <ProblemList check={check} onSelect={onSelect} />;
  if (file.text === null)
    return file.problem ? <ErrorState problem={file.problem} onRetry={file.takeTheirs} /> : <Skeleton rows={8} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} style={{ flex: 1, minWidth: 0 }}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap">
        <Typography fontWeight="semiBold">{path}</Typography>
        <Flex gap={3} wrap="wrap">
          <Typography
            role="status"
            textColor={file.state === 'failed' || file.state === 'refused' ? 'danger600' : 'neutral600'}
          >
            {t(`packages.save.${file.state}`)}
          </Typography>
          {!isNeeded && (
            <Button size="S" variant="tertiary" onClick={() => setRemoving(true)}>
              {t('packages.removeFile')}
            </Button>
          )}
          {Editor && (
            <Button size="S" variant="tertiary" onClick={() => switchView()}>
              {t(asText ? (path.endsWith('.bpmn') ? 'packages.asDiagram' : 'forms.asForm') : 'packages.asText')}
            </Button>
          )}
        </Flex>
      </Flex>
      {file.state === 'refused' && file.problem && <ProblemSummary problem={file.problem} />}
      {copying.problem && <ProblemSummary problem={copying.problem} />}
      {file.state === 'conflict' && file.problem && (
        <Box role="alert" padding={3} background="warning100" hasRadius>
          <Typography tag="p" textColor="neutral800">
            {pick(file.problem)}
          </Typography>
          <Flex gap={2} paddingTop={2}>
            <Button
              size="S"
              variant="secondary"
              loading={copying.busy}
              onClick={() => void copying.run(async () => onCopied(await file.keepCopy()))}
            >
              {t('packages.keepCopy')}
            </Button>
            <Button size="S" variant="tertiary" disabled={copying.busy} onClick={file.takeTheirs}>
              {t('packages.takeTheirs')}
            </Button>
          </Flex>
        </Box>
      )}
      {removing && (
        <ActDialog
          title={t('packages.removeFileTitle', { path })}
          confirm={t('packages.removeFile')}
          onClose={() => setRemoving(false)}
          onConfirm={async () => {
            await file.remove();
            onRemoved();
          }}
        >
          <Typography tag="p">{t('packages.removeFileAbout')}</Typography>
        </ActDialog>
      )}
      {unreadable && (
        <Box role="alert" padding={3} background="danger100" hasRadius>
          <Typography textColor="neutral800">{t('packages.unreadable', { reason: unreadable })}</Typography>
        </Box>
      )}
      {Editor && !asText && !unreadable ? (
        <React.Suspense fallback={<Skeleton rows={8} />}>
          <Editor
            key={file.round}
            text={file.text}
            draft={draft}
            path={path}
            problems={check?.problems ?? []}
            selected={selected}
            aside={problems}
            onChange={file.change}
            onUnreadable={setUnreadable}
            onShown={() => setShown(true)}
            onFlush={file.flush}
            onReload={onReload}
            onOpenFile={onOpenFile}
          />
        </React.Suspense>
      ) : (
        <Flex alignItems="stretch" gap={3} style={{ flex: 1, minHeight: 0 }}>
          <TextEditor key={file.round} label={path} text={file.text} onChange={file.change} />
          <Box style={{ width: '30rem', flex: 'none', overflowY: 'auto' }}>{problems}</Box>
        </Flex>
      )}
    </Flex>
  );
};
