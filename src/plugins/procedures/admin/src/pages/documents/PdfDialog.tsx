/** pages/documents/ owns the documents of a case: draw up, look at, issue, replace. This file shows a PDF and prints it. */
import { Button, Flex, Modal } from '@strapi/design-system';
import { Download, File } from '@strapi/icons';
import * as React from 'react';
import { type Problem, readProblem } from '../../api/problem';
import { readFile, saveFile } from '../../api/readFile';
import { ErrorState } from '../../components/ErrorState';
import { OpenModal } from '../../components/OpenModal';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';

interface Props {
  title: string;
  /** path of the PDF */
  path: string;
  /** of the saved file, without its ending */
  fileName: string;
  onClose(): void;
}

export const PdfDialog = ({ title, path, fileName, onClose }: Props) => {
  const { t } = useText();
  const [file, setFile] = React.useState<{ blob: Blob; url: string } | null>(null);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const [round, setRound] = React.useState(0);
  const frame = React.useRef<HTMLIFrameElement>(null);

  React.useEffect(() => {
    let gone = false;
    let url: string | null = null;
    setProblem(null);
    readFile(path)
      .then((blob) => {
        if (gone) return;
        url = URL.createObjectURL(blob);
        setFile({ blob, url });
      })
      .catch((thrown: unknown) => !gone && setProblem(readProblem(thrown)));
    return () => {
      gone = true;
      if (url) URL.revokeObjectURL(url);
    };
  }, [path, round]);

  return (
    <OpenModal onClose={onClose}>
      <Modal.Content style={{ width: 'min(96vw, 96rem)', maxWidth: 'none' }}>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {file ? (
            <iframe
              ref={frame}
              title={title}
              src={file.url}
              style={{ width: '100%', height: 'min(68vh, calc(88vh - 20rem))', border: 0, background: '#fff' }}
            />
          ) : problem ? (
            <ErrorState problem={problem} onRetry={() => setRound((value) => value + 1)} />
          ) : (
            <Skeleton rows={8} />
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.close')}
          </Button>
          <Flex gap={2} wrap="wrap">
            <Button
              variant="tertiary"
              startIcon={<Download />}
              disabled={!file}
              onClick={() => file && saveFile(file.blob, `${fileName}.pdf`)}
            >
              {t('documents.downloadPdf')}
            </Button>
            <Button startIcon={<File />} disabled={!file} onClick={() => frame.current?.contentWindow?.print()}>
              {t('documents.print')}
            </Button>
          </Flex>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
