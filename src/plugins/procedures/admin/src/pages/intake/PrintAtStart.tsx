import { Button } from '@strapi/design-system';
import { File } from '@strapi/icons';
import * as React from 'react';

import type { CaseDocuments, OfferedDocument } from '../../../../shared/documents-contract';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { useSending } from '../../api/useSending';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { PdfDialog } from '../documents/PdfDialog';

/** The paper that goes with the way in which the report came: one click draws it up and shows it, the next prints it. */
export const PrintAtStart = ({ caseId }: { caseId: string }) => {
  const { t, pick } = useText();
  const { data } = useResource<CaseDocuments>(`/cases/${caseId}/documents`);
  const [shown, setShown] = React.useState<{ title: string; id: string } | null>(null);
  const { busy, problem, run } = useSending();
  const draw = async (document: OfferedDocument) => {
    await run(async () => {
      const { documentId } = document;
      const { id } = await post<{ id: string }>(`/cases/${caseId}/documents`, { documentId });
      setShown({ title: pick(document.title), id });
    });
  };
  return (
    <>
      {problem && <ProblemSummary problem={problem} />}
      {(data?.offered ?? [])
        .filter(({ atStart }) => atStart)
        .map((document) => (
          <Button
            key={document.documentId}
            variant="secondary"
            startIcon={<File />}
            loading={busy}
            disabled={!data?.pdf.available}
            onClick={() => void draw(document)}
          >
            {t('intake.printDocument', { title: pick(document.title), number: document.formNumber ?? '' })}
          </Button>
        ))}
      {shown && (
        <PdfDialog
          title={shown.title}
          path={`/documents/${shown.id}/pdf`}
          fileName={`tiep-nhan-${caseId.slice(0, 8)}`}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
};
