import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { CaseDocumentRow } from '../../../../shared/documents-contract';
import { type Problem, readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';

interface Props {
  row: CaseDocumentRow;
  onClose(): void;
  onDrawn(): void;
}

/** What was issued is not edited: another takes its place, and says why. */
export const SupersedeDialog = ({ row, onClose, onDrawn }: Props) => {
  const { t, pick } = useText();
  const [reason, setReason] = React.useState('');
  const [checked, setChecked] = React.useState(false);
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const missing = reason.trim().length < 5;

  const draw = async () => {
    setChecked(true);
    if (missing) return;
    setBusy(true);
    try {
      await post(`/documents/${row.id}/supersede`, { reason: reason.trim() });
      onDrawn();
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('documents.supersedeOf', { title: row.number ?? pick(row.title) })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{t('documents.supersedeHint')}</Typography>
            <Field.Root name="reason" required error={checked && missing ? t('documents.reasonShort') : undefined}>
              <Field.Label>{t('documents.reason')}</Field.Label>
              <Textarea
                value={reason}
                onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
              />
              <Field.Error />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void draw()}>
            {t('documents.drawSuccessor')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
