import { Box, Typography } from '@strapi/design-system';

import type { AttachmentView } from '../../../shared/attachments-contract';
import { AttachmentRow } from '../attachments/AttachmentRow';

interface Props {
  text: string;
  files: AttachmentView[];
  filesTitle: string;
  onChanged(): void;
}

/** Words as they were typed, and the files that came with them. */
export const QuestionWords = ({ text, files, filesTitle, onChanged }: Props) => (
  <>
    <Typography tag="p" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
      {text}
    </Typography>
    {files.length > 0 && (
      <Box paddingTop={3}>
        <Typography variant="sigma" textColor="neutral600" tag="p">
          {filesTitle}
        </Typography>
        <ul aria-label={filesTitle}>
          {files.map((file) => (
            <AttachmentRow key={file.id} file={file} onChanged={onChanged} />
          ))}
        </ul>
      </Box>
    )}
  </>
);
