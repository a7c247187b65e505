import { Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { Download, Plus } from '@strapi/icons';
import * as React from 'react';

import type { CaseDocumentRow, CaseDocuments as Documents } from '../../../../shared/documents-contract';
import { type Problem, readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { Mark } from '../../components/Mark';
import { ProblemSummary } from '../../components/ProblemSummary';
import { Skeleton } from '../../components/Skeleton';
import { WarnText } from '../../components/WarnText';
import { useCaseChanges } from '../../live/useCaseChanges';
import { useText } from '../../text/useText';
import { DocumentFrame, DocumentLine } from './DocumentFrame';
import { DocumentItem } from './DocumentItem';
import { fileName } from './fileName';
import { IssueDialog } from './IssueDialog';
import { PdfDialog } from './PdfDialog';
import { SupersedeDialog } from './SupersedeDialog';

type Shown = { kind: 'view' | 'issue' | 'supersede'; row: CaseDocumentRow } | { kind: 'dossier' } | null;

export const CaseDocuments = ({ caseId }: { caseId: string }) => {
  const { t, pick } = useText();
  const { data, problem, reload } = useResource<Documents>(`/cases/${caseId}/documents`);
  useCaseChanges(caseId, reload);
  const [shown, setShown] = React.useState<Shown>(null);
  const [failed, setFailed] = React.useState<Problem | null>(null);
  const [busy, setBusy] = React.useState<string | null>(null);
  const [withNotes, setWithNotes] = React.useState(false);

  const run = async (name: string, act: () => Promise<unknown>) => {
    setBusy(name);
    setFailed(null);
    try {
      await act();
      reload();
    } catch (thrown) {
      setFailed(readProblem(thrown));
    } finally {
      setBusy(null);
    }
  };
  const done = () => {
    setShown(null);
    reload();
  };
  const drawUp = (documentId: string) => run(documentId, () => post(`/cases/${caseId}/documents`, { documentId }));

  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {failed && <ProblemSummary problem={failed} />}
      {data.pdf.reason && (
        <WarnText tag="p" role="status">
          {pick(data.pdf.reason)}
        </WarnText>
      )}
      <Card
        title={t('documents.ofCase')}
        flush
        aside={
          <Flex gap={3} wrap="wrap" justifyContent="flex-end">
            <Checkbox
              checked={withNotes}
              onCheckedChange={(on: boolean | 'indeterminate') => setWithNotes(on === true)}
            >
              {t('documents.dossierNotes')}
            </Checkbox>
            <Button
              size="S"
              variant="tertiary"
              startIcon={<Download />}
              disabled={!data.pdf.available}
              onClick={() => setShown({ kind: 'dossier' })}
            >
              {t('documents.dossier')}
            </Button>
          </Flex>
        }
      >
        {data.documents.length === 0 ? (
          <Empty title={t('documents.none')}>{t('documents.noneHint')}</Empty>
        ) : (
          <DocumentFrame>
            {data.documents.map((row) => (
              <DocumentItem
                key={row.id}
                row={row}
                pdf={data.pdf.available}
                busy={busy === row.id}
                successor={data.documents.find((one) => one.id === row.supersededBy) ?? null}
                onView={() => setShown({ kind: 'view', row })}
                onIssue={() => setShown({ kind: 'issue', row })}
                onSupersede={() => setShown({ kind: 'supersede', row })}
                onRun={(act) => void run(row.id, act)}
              />
            ))}
          </DocumentFrame>
        )}
      </Card>
      <Card title={t('documents.offered')} flush>
        {data.offered.length === 0 ? (
          <Empty title={t('documents.noOffer')}>{t('documents.noOfferHint')}</Empty>
        ) : (
          <DocumentFrame>
            {data.offered.map((one) => (
              <DocumentLine key={one.documentId}>
                <Flex direction="column" alignItems="flex-start" gap={1} style={{ minWidth: 0 }}>
                  <Flex gap={2} wrap="wrap" alignItems="center">
                    <Typography fontWeight="bold" tag="h3">
                      {pick(one.title)}
                    </Typography>
                    {one.formNumber && <Mark>{t('documents.form', { number: one.formNumber })}</Mark>}
                    {one.confirmation.state === 'UNCONFIRMED' && (
                      <Mark tone="warn">{t('confirmation.UNCONFIRMED')}</Mark>
                    )}
                  </Flex>
                  <Typography variant="pi" textColor="neutral600">
                    {one.legalBasis ?? t('documents.noBasis')}
                  </Typography>
                </Flex>
                <Button
                  size="S"
                  variant="secondary"
                  startIcon={<Plus />}
                  loading={busy === one.documentId}
                  aria-label={t('documents.drawUpOf', { title: pick(one.title) })}
                  onClick={() => void drawUp(one.documentId)}
                >
                  {t('documents.drawUp')}
                </Button>
              </DocumentLine>
            ))}
          </DocumentFrame>
        )}
      </Card>
      {shown?.kind === 'view' && (
        <PdfDialog
          title={pick(shown.row.title)}
          path={`/documents/${shown.row.id}/pdf`}
          fileName={fileName(shown.row)}
          onClose={() => setShown(null)}
        />
      )}
      {shown?.kind === 'dossier' && (
        <PdfDialog
          title={t('documents.dossierTitle')}
          path={`/cases/${caseId}/dossier${withNotes ? '?notes=true' : ''}`}
          fileName={`ho-so-${caseId.slice(0, 8)}`}
          onClose={() => setShown(null)}
        />
      )}
      {shown?.kind === 'issue' && (
        <IssueDialog row={shown.row} signers={data.signers} onClose={() => setShown(null)} onIssued={done} />
      )}
      {shown?.kind === 'supersede' && <SupersedeDialog row={shown.row} onClose={() => setShown(null)} onDrawn={done} />}
    </Flex>
  );
};
