import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';

import { ErrorState } from '../components/ErrorState';
import { Skeleton } from '../components/Skeleton';
import { useText } from '../text/useText';
import { AttachmentRow } from './AttachmentRow';
import { formatSize } from './fileWords';
import { UploadRow } from './UploadRow';
import { type AttachmentPlace, type Attachments, useAttachments } from './useAttachments';

const DropZone = styled.div<{ $over: boolean }>`
  border: 1px dashed ${({ theme, $over }) => ($over ? theme.colors.primary600 : theme.colors.neutral300)};
  background: ${({ theme, $over }) => ($over ? theme.colors.primary100 : 'transparent')};
  border-radius: 4px;
  padding: 12px;
  /* Only where a camera is at hand: a telephone, a tablet. */
  .camera {
    display: none;
  }
  @media (pointer: coarse) {
    .camera {
      display: inline-flex;
    }
  }
`;

interface OwnProps {
  /** files are being added, before any of them is sent */
  onAdding?(): void;
}

/** Files of a case or of an entry: dropped, pasted, chosen, photographed; the list of what is kept. */
export const AttachmentBox = ({ onAdding, ...place }: OwnProps & Omit<AttachmentPlace, 'visibility'>) => {
  const { t } = useText();
  const [secret, setSecret] = React.useState(false);
  const files = useAttachments({ ...place, visibility: secret ? 'PROTECTED' : 'INTERNAL' });
  return (
    <AttachmentArea files={files} onAdding={onAdding}>
      {place.caseId && (
        <Box paddingTop={2}>
          <Checkbox
            checked={secret}
            onCheckedChange={(checked: boolean | 'indeterminate') => setSecret(checked === true)}
          >
            {t('files.secret')}
          </Checkbox>
        </Box>
      )}
    </AttachmentArea>
  );
};

interface AreaProps extends OwnProps {
  files: Attachments;
  /** beneath the buttons */
  children?: React.ReactNode;
}

/** The same where the page itself holds the files, because they outlive the box. */
export const AttachmentArea = ({ files, onAdding, children }: AreaProps) => {
  const { t } = useText();
  const { data, problem, reload, uploads, add, drop, retry } = files;
  const [over, setOver] = React.useState(false);
  const chooser = React.useRef<HTMLInputElement>(null);
  const camera = React.useRef<HTMLInputElement>(null);

  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={2} />;
  const take = (list: FileList | null) => {
    if (!list || list.length === 0) return;
    onAdding?.();
    add([...list]);
  };
  const chosen = (event: React.ChangeEvent<HTMLInputElement>) => {
    take(event.target.files);
    event.target.value = '';
  };
  return (
    <Box>
      {data.permissions.add && (
        <DropZone
          $over={over}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            take(event.dataTransfer.files);
          }}
          onPaste={(event) => take(event.clipboardData.files)}
        >
          <Flex gap={2} wrap="wrap" alignItems="center">
            <Button variant="secondary" size="S" onClick={() => chooser.current?.click()}>
              {t('files.choose')}
            </Button>
            <Button variant="secondary" size="S" className="camera" onClick={() => camera.current?.click()}>
              {t('files.camera')}
            </Button>
            <Typography variant="pi" textColor="neutral600">
              {t('files.hint', { size: formatSize(data.limits.maxBytes) })}
            </Typography>
          </Flex>
          {children}
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            data-testid="file-chooser"
            accept={data.limits.extensions.map((one) => `.${one}`).join(',')}
            onChange={chosen}
          />
          <input ref={camera} type="file" hidden accept="image/*" capture="environment" onChange={chosen} />
        </DropZone>
      )}
      <ul aria-label={t('files.title')}>
        {uploads.map((upload) => (
          <UploadRow key={upload.id} upload={upload} onRetry={() => retry(upload.id)} onDrop={() => drop(upload.id)} />
        ))}
        {[...data.items].reverse().map((file) => (
          <AttachmentRow key={file.id} file={file} onChanged={reload} />
        ))}
      </ul>
      {data.items.length === 0 && uploads.length === 0 && (
        <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={2}>
          {t('files.empty')}
        </Typography>
      )}
    </Box>
  );
};
