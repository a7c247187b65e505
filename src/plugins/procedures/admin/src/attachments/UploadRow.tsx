import { Box, Button, Flex, ProgressBar, Typography } from '@strapi/design-system';

import { useText } from '../text/useText';
import type { Upload } from './useUploads';

interface Props {
  upload: Upload;
  onRetry(): void;
  onDrop(): void;
}

/** A file on its way, or one that was refused: why, and what to do. */
export const UploadRow = ({ upload, onRetry, onDrop }: Props) => {
  const { t, pick } = useText();
  const percent = Math.round(upload.ratio * 100);
  return (
    <Box tag="li" paddingTop={2} paddingBottom={2}>
      <Typography fontWeight="bold" style={{ overflowWrap: 'anywhere' }}>
        {upload.file.name}
      </Typography>
      {upload.state === 'failed' ? (
        <Box role="alert">
          <Typography variant="pi" textColor="danger700" tag="p">
            {pick(upload.problem)}
          </Typography>
          <Flex gap={1}>
            {upload.problem?.code !== 'FILE_KIND_NOT_TAKEN' && upload.problem?.code !== 'FILE_TOO_LARGE' && (
              <Button size="S" variant="ghost" onClick={onRetry}>
                {t('action.retry')}
              </Button>
            )}
            <Button size="S" variant="ghost" onClick={onDrop}>
              {t('files.forget')}
            </Button>
          </Flex>
        </Box>
      ) : (
        <Flex gap={2} alignItems="center">
          <Box style={{ flex: 1 }}>
            <ProgressBar value={percent} aria-label={t('files.sending', { name: upload.file.name })} />
          </Box>
          <Typography variant="pi" aria-live="polite">
            {upload.state === 'waiting' ? t('files.waiting') : `${percent} %`}
          </Typography>
          <Button size="S" variant="ghost" onClick={onDrop}>
            {t('action.cancel')}
          </Button>
        </Flex>
      )}
    </Box>
  );
};
