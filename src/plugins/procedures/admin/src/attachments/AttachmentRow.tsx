import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { AttachmentView } from '../../../shared/attachments-contract';
import { readProblem } from '../api/problem';
import { post } from '../api/send';
import { useSending } from '../api/useSending';
import { Mark } from '../components/Mark';
import { ProblemSummary } from '../components/ProblemSummary';
import { ReasonDialog } from '../components/ReasonDialog';
import { useText } from '../text/useText';
import { formatInstant } from '../time/instants';
import { formatSize } from './fileWords';
import { PreviewDialog } from './PreviewDialog';
import { downloadFile } from './useFileBlob';

interface Props {
  file: AttachmentView;
  onChanged(): void;
}

/** One kept file: its name, size, who and when, its hash; shown, fetched, withdrawn. */
export const AttachmentRow = ({ file, onChanged }: Props) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [open, setOpen] = React.useState<'preview' | 'withdraw' | null>(null);
  const { busy, problem, run } = useSending();
  const name = file.fileName ?? t('files.protectedName');

  const fetchIt = () =>
    downloadFile(file.id, name).catch((thrown: unknown) =>
      toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) }),
    );
  const withdraw = async (reason: string) => {
    await post(`/attachments/${file.id}/withdraw`, { reason });
    setOpen(null);
    onChanged();
  };
  const about = [formatSize(file.size), file.uploadedBy?.name, formatInstant(file.uploadedAt)]
    .filter(Boolean)
    .join(' · ');
  return (
    <Box tag="li" paddingTop={2} paddingBottom={2} style={{ opacity: file.withdrawn ? 0.75 : 1 }}>
      <Flex gap={2} wrap="wrap" alignItems="center">
        {file.visibility === 'PROTECTED' && <Lock aria-hidden width={14} />}
        <Typography
          fontWeight="bold"
          style={{ overflowWrap: 'anywhere', textDecoration: file.withdrawn ? 'line-through' : undefined }}
        >
          {name}
        </Typography>
        {file.visibility === 'PROTECTED' && <Mark tone="warn">{t('files.protected')}</Mark>}
        {file.withdrawn && <Mark>{t('files.withdrawn')}</Mark>}
      </Flex>
      <Typography variant="pi" textColor="neutral600" tag="p">
        {about}
        {' · '}
        <span title={`SHA-256 ${file.sha256}`}>SHA-256 {file.sha256.slice(0, 12)}…</span>
      </Typography>
      {file.withdrawn && (
        <Typography variant="pi" tag="p">
          {t('files.withdrawnBy', {
            name: file.withdrawn.by?.name ?? '',
            instant: formatInstant(file.withdrawn.at),
            reason: file.withdrawn.reason,
          })}
        </Typography>
      )}
      {file.permissions.read && (
        // The words of bare buttons stand where the file's name begins.
        <Flex gap={1} wrap="wrap" style={{ marginLeft: -16 }}>
          {file.preview && (
            <Button
              size="S"
              variant="ghost"
              onClick={() => setOpen('preview')}
              aria-label={`${t('files.preview')}: ${name}`}
            >
              {t('files.preview')}
            </Button>
          )}
          <Button
            size="S"
            variant="ghost"
            onClick={() => void fetchIt()}
            aria-label={`${t('files.download')}: ${name}`}
          >
            {t('files.download')}
          </Button>
          {file.permissions.withdraw && (
            <Button
              size="S"
              variant="ghost"
              loading={busy}
              onClick={() => (file.caseId ? setOpen('withdraw') : void run(() => withdraw('–')))}
              aria-label={`${t('files.withdraw')}: ${name}`}
            >
              {t('files.withdraw')}
            </Button>
          )}
        </Flex>
      )}
      {problem && <ProblemSummary problem={problem} />}
      {open === 'preview' && <PreviewDialog file={file} onClose={() => setOpen(null)} />}
      {open === 'withdraw' && (
        <ReasonDialog
          title={t('files.withdrawTitle')}
          about={t('files.withdrawAbout')}
          label={t('reason.label')}
          confirm={t('files.withdraw')}
          danger
          onClose={() => setOpen(null)}
          onConfirm={withdraw}
        />
      )}
    </Box>
  );
};
