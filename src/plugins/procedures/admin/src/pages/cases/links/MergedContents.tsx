import { Box, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import type { MergedContent } from '../../../../../shared/case-links-contract';
import { AttachmentRow } from '../../../attachments/AttachmentRow';
import { Card } from '../../../components/Card';
import { Mark } from '../../../components/Mark';
import { PAGES_ROOT } from '../../../text/pluginId';
import { useText } from '../../../text/useText';
import { CaseRecord } from '../CaseRecord';
import { CaseRelated } from '../CaseRelated';

/** What stands in other cases and is read here, each under the number of the case that it comes from. */
export const MergedContents = ({ contents }: { contents: MergedContent[] }) => {
  const { t, pick } = useText();
  return (
    <>
      {contents.map((content) => (
        <Card
          key={`${content.how} ${content.caseId}`}
          title={t(`links.content.${content.how}`, { number: content.bookNo ?? '–' })}
          aside={
            <Link tag={RouterLink} to={`${PAGES_ROOT}/cases/${content.caseId}`}>
              {content.title}
            </Link>
          }
        >
          <CaseRecord record={[]} persons={content.persons} notices={[]} onlyPeople />
          <CaseRelated tables={content.related} />
          {content.attachments.length > 0 && (
            <Box paddingTop={3}>
              {content.attachments.map((file) => (
                <AttachmentRow key={file.id} file={file} onChanged={() => undefined} />
              ))}
            </Box>
          )}
          {content.documents.map((document) => (
            <Typography key={document.id} tag="p" paddingTop={2}>
              {pick(document.title)} {document.number ?? ''} <Mark>{t('links.content.document')}</Mark>
            </Typography>
          ))}
          {content.persons.length + content.related.length + content.attachments.length + content.documents.length ===
            0 && <Typography textColor="neutral600">{t('links.content.nothing')}</Typography>}
        </Card>
      ))}
    </>
  );
};
