import { Button, Field, Flex, Modal, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { CaseDocumentRow, IssueDocumentBody, Signer } from '../../../../shared/documents-contract';
import { type Problem, readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';

interface Props {
  row: CaseDocumentRow;
  signers: Signer[];
  onClose(): void;
  onIssued(): void;
}

const keyOf = (signer: Signer) => `${signer.personId} ${signer.title}`;

/** Issuing takes a number and cannot be undone, so it is asked for once more, with who signs. */
export const IssueDialog = ({ row, signers, onClose, onIssued }: Props) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [chosen, setChosen] = React.useState(signers[0] ? keyOf(signers[0]) : '');
  const [right, setRight] = React.useState('');
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const signer = signers.find((one) => keyOf(one) === chosen) ?? null;
  const acting = signer?.acting ?? [];

  const issue = async () => {
    if (!signer) return;
    setBusy(true);
    setProblem(null);
    try {
      const body: IssueDocumentBody = { signerId: signer.personId, title: signer.title, actingFor: right || null };
      const issued = await post<{ number: string | null }>(`/documents/${row.id}/issue`, body);
      toggleNotification({
        type: 'success',
        message: issued.number
          ? t('documents.issuedAs', { title: pick(row.title), number: issued.number })
          : t('documents.issued', { title: pick(row.title) }),
      });
      onIssued();
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('documents.issueOf', { title: pick(row.title) })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{t(row.numbered ? 'documents.issueHintNumbered' : 'documents.issueHint')}</Typography>
            <Field.Root name="signer" required>
              <Field.Label>{t('documents.signer')}</Field.Label>
              <SingleSelect
                value={chosen}
                onChange={(value) => {
                  setChosen(String(value));
                  setRight('');
                }}
              >
                {signers.map((one) => (
                  <SingleSelectOption key={keyOf(one)} value={keyOf(one)}>
                    {`${one.name}, ${one.title}`}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            {acting.length > 0 && (
              <Field.Root name="right">
                <Field.Label>{t('documents.signRight')}</Field.Label>
                <SingleSelect value={right} onChange={(value) => setRight(String(value))}>
                  <SingleSelectOption value="">{t('documents.ownRight')}</SingleSelectOption>
                  {acting.map((one) => (
                    <SingleSelectOption key={one.id} value={one.id}>
                      {one.lines[0]}
                    </SingleSelectOption>
                  ))}
                </SingleSelect>
              </Field.Root>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={busy} disabled={!signer} onClick={() => void issue()}>
            {t('documents.issue')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
