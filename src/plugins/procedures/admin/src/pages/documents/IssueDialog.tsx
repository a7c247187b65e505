import { Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { CaseDocumentRow, IssueDocumentBody, Signer } from '../../../../shared/documents-contract';
import { post } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
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
  const signer = signers.find((one) => keyOf(one) === chosen) ?? null;
  const acting = signer?.acting ?? [];

  const issue = async () => {
    if (!signer) return false;
    const body: IssueDocumentBody = { signerId: signer.personId, title: signer.title, actingFor: right || null };
    const issued = await post<{ number: string | null }>(`/documents/${row.id}/issue`, body);
    toggleNotification({
      type: 'success',
      message: issued.number
        ? t('documents.issuedAs', { title: pick(row.title), number: issued.number })
        : t('documents.issued', { title: pick(row.title) }),
    });
    onIssued();
  };

  return (
    <ActDialog
      title={t('documents.issueOf', { title: pick(row.title) })}
      confirm={t('documents.issue')}
      disabled={!signer}
      onClose={onClose}
      onConfirm={issue}
    >
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
    </ActDialog>
  );
};
