import { Typography } from '@strapi/design-system';
import * as React from 'react';

import { REASON_MIN_LENGTH } from '../../../../shared/sealing-contract';
import { post } from '../../api/send';
import { useText } from '../../text/useText';
import { isReason, ReasonField } from './ReasonField';
import { newRequestKey } from './requestKeys';
import { SealDialog } from './SealDialog';

interface Props {
  caseId: string;
  identityId: string;
  pseudonym: string;
  onClose(): void;
  onDone(): void;
}

/** Asks that an identity be opened; the answer can be read only in this browser. */
export const AskDialog = ({ caseId, identityId, pseudonym, onClose, onDone }: Props) => {
  const { t } = useText();
  const [reason, setReason] = React.useState('');
  const submit = async () => {
    const publicKey = await newRequestKey();
    await post(`/cases/${caseId}/identities/${identityId}/requests`, { reason, publicKey });
    onDone();
  };
  return (
    <SealDialog
      title={t('identities.ask')}
      submit={t('identities.do.ask')}
      invalid={isReason(reason) ? null : t('identities.shortReason', { count: REASON_MIN_LENGTH })}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography>{t('identities.askAbout', { who: pseudonym })}</Typography>
      <ReasonField label={t('identities.field.reason')} value={reason} onChange={setReason} />
    </SealDialog>
  );
};
