import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Download } from '@strapi/icons';

import type { AttachmentView } from '../../../shared/attachments-contract';
import { useSending } from '../api/useSending';
import { OpenModal } from '../components/OpenModal';
import { ProblemSummary } from '../components/ProblemSummary';
import { Skeleton } from '../components/Skeleton';
import { useText } from '../text/useText';
import { downloadFile, useFileBlob } from './useFileBlob';

interface Props {
  file: AttachmentView;
  onClose(): void;
}

/** A picture (without the place where it was taken) or a PDF, without leaving the page. */
export const PreviewDialog = ({ file, onClose }: Props) => {
  const { t } = useText();
  const { address, problem } = useFileBlob(file.id);
  const fetching = useSending();
  const name = file.fileName ?? '';
  return (
    <OpenModal onClose={onClose}>
      <Modal.Content style={{ width: 'min(96vw, 110rem)', maxWidth: 'none' }}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title style={{ overflowWrap: 'anywhere' }}>{name}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          {fetching.problem && <ProblemSummary problem={fetching.problem} />}
          {!address && !problem && <Skeleton rows={6} />}
          {address && file.preview === 'image' && (
            <Flex justifyContent="center">
              <img src={address} alt={name} style={{ maxWidth: '100%', maxHeight: '70vh' }} />
            </Flex>
          )}
          {address && file.preview === 'pdf' && (
            <iframe src={address} title={name} style={{ width: '100%', height: '70vh', border: 0 }} />
          )}
        </Modal.Body>
        <Modal.Footer>
          <Typography variant="pi" textColor="neutral600">
            {file.preview === 'image' ? t('files.placeHidden') : t('files.pdfHint')}
          </Typography>
          <Button
            variant="secondary"
            startIcon={<Download />}
            loading={fetching.busy}
            onClick={() => void fetching.run(() => downloadFile(file.id, name))}
          >
            {t('files.download')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
