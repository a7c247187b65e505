import { Box, Button, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { TemplateLibrary, TemplateRow } from '../../../../shared/documents-contract';
import { type Problem, readProblem } from '../../api/problem';
import { readFile, saveFile } from '../../api/readFile';
import { Card } from '../../components/Card';
import { Mark } from '../../components/Mark';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { DocumentFrame, DocumentLine } from '../documents/DocumentFrame';
import { PdfDialog } from '../documents/PdfDialog';
import { SeriesFormat } from './SeriesFormat';
import { UploadDialog } from './UploadDialog';
import { Versions } from './Versions';

interface Props {
  library: TemplateLibrary;
  onChanged(): void;
}
type Shown = { kind: 'pdf'; row: TemplateRow; path: string } | { kind: 'upload'; row: TemplateRow } | null;

export const TemplateList = ({ library, onChanged }: Props) => {
  const { t, pick } = useText();
  const [shown, setShown] = React.useState<Shown>(null);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const { edit } = library.permissions;
  const blank = (row: TemplateRow) => `/templates/${row.packageId}/${row.documentId}/blank`;
  const download = (path: string, name: string) =>
    readFile(path)
      .then((file) => saveFile(file, `${name}.docx`))
      .catch((thrown: unknown) => setProblem(readProblem(thrown)));
  const done = () => {
    setShown(null);
    onChanged();
  };
  const packages = [...new Map(library.items.map((row) => [row.packageId, row.packageTitle]))];

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {problem && <ProblemSummary problem={problem} />}
      {packages.map(([packageId, packageTitle]) => (
        <Card key={packageId} title={pick(packageTitle)} flush>
          <DocumentFrame>
            {library.items
              .filter((row) => row.packageId === packageId)
              .map((row) => {
                const title = pick(row.title);
                return (
                  <DocumentLine key={row.documentId} aria-label={title}>
                    <Box style={{ minWidth: 0 }}>
                      <Flex gap={2} wrap="wrap" alignItems="center">
                        <Typography fontWeight="bold" tag="h3">
                          {title}
                        </Typography>
                        {row.formNumber && <Mark>{t('documents.form', { number: row.formNumber })}</Mark>}
                        <Mark tone={row.confirmation.state === 'CONFIRMED' ? 'good' : 'warn'}>
                          {t(`confirmation.${row.confirmation.state}`)}
                        </Mark>
                      </Flex>
                      <Typography variant="pi" textColor="neutral600" tag="p">
                        {row.legalBasis ?? t('documents.noBasis')}
                      </Typography>
                      {row.series && <SeriesFormat series={row.series} edit={edit} onChanged={onChanged} />}
                      <Versions
                        row={row}
                        pdf={library.pdf.available}
                        edit={edit}
                        onSample={(version) =>
                          setShown({
                            kind: 'pdf',
                            row,
                            path: `/templates/${packageId}/${row.documentId}/versions/${version}?sample=1&format=pdf`,
                          })
                        }
                        onDownload={(version) =>
                          void download(
                            `/templates/${packageId}/${row.documentId}/versions/${version}`,
                            `${row.documentId}-v${version}`,
                          )
                        }
                      />
                    </Box>
                    <Flex gap={2} wrap="wrap">
                      <Button
                        size="S"
                        variant="secondary"
                        disabled={!library.pdf.available}
                        aria-label={t('templates.blankOf', { title })}
                        onClick={() => setShown({ kind: 'pdf', row, path: `${blank(row)}?format=pdf` })}
                      >
                        {t('templates.blank')}
                      </Button>
                      <Button
                        size="S"
                        variant="tertiary"
                        aria-label={t('templates.blankWordOf', { title })}
                        onClick={() => void download(blank(row), row.documentId)}
                      >
                        {t('templates.blankWord')}
                      </Button>
                      {edit && (
                        <Button
                          size="S"
                          variant="tertiary"
                          aria-label={t('templates.uploadOf', { title })}
                          onClick={() => setShown({ kind: 'upload', row })}
                        >
                          {t('templates.upload')}
                        </Button>
                      )}
                    </Flex>
                  </DocumentLine>
                );
              })}
          </DocumentFrame>
        </Card>
      ))}
      {shown?.kind === 'pdf' && (
        <PdfDialog
          title={pick(shown.row.title)}
          path={shown.path}
          fileName={shown.row.documentId}
          onClose={() => setShown(null)}
        />
      )}
      {shown?.kind === 'upload' && <UploadDialog row={shown.row} onClose={() => setShown(null)} onUploaded={done} />}
    </Flex>
  );
};
