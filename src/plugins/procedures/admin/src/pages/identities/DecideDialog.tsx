import { Radio, Typography } from '@strapi/design-system';
import * as React from 'react';

import { type IdentityRequest, REASON_MIN_LENGTH } from '../../../../shared/sealing-contract';
import { post } from '../../api/send';
import { FactList } from '../../components/FactList';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { approve, type MyKey } from './custodianActs';
import { isReason, ReasonField } from './ReasonField';
import { SealDialog } from './SealDialog';
import { SecretField } from './SecretField';

interface Props {
  request: IdentityRequest;
  myKey: MyKey;
  onClose(): void;
  onDone(): void;
}

/** The second person decides: with the passphrase, or with a reason. */
export const DecideDialog = ({ request, myKey, onClose, onDone }: Props) => {
  const { t, pick } = useText();
  const [choice, setChoice] = React.useState<'approve' | 'refuse'>('approve');
  const [passphrase, setPassphrase] = React.useState('');
  const [reason, setReason] = React.useState('');
  const isApproval = choice === 'approve';
  const invalid = () => {
    if (isApproval) return passphrase === '' ? t('identities.needPassphrase') : null;
    return isReason(reason) ? null : t('identities.shortReason', { count: REASON_MIN_LENGTH });
  };
  const submit = async () => {
    if (isApproval) await approve(myKey, passphrase, request.id);
    else await post(`/identity-requests/${request.id}/refuse`, { reason });
    onDone();
  };
  return (
    <SealDialog
      title={t('identities.decide')}
      submit={t(isApproval ? 'identities.do.approve' : 'identities.do.refuse')}
      danger={!isApproval}
      invalid={invalid()}
      onSubmit={submit}
      onClose={onClose}
    >
      <FactList
        facts={[
          [t('identities.col.who'), `${request.pseudonym} · ${pick(request.role)}`],
          [t('identities.col.case'), request.bookNo],
          [t('identities.col.askedBy'), `${request.askedBy}, ${formatInstant(request.askedAt)}`],
          [t('identities.col.reason'), request.reason],
        ]}
      />
      <Typography variant="pi" textColor="neutral600">
        {t('identities.decideAbout', { minutes: request.readMinutes })}
      </Typography>
      <Radio.Group
        aria-label={t('identities.decide')}
        value={choice}
        onValueChange={(value: string) => setChoice(value === 'refuse' ? 'refuse' : 'approve')}
      >
        <Radio.Item value="approve">{t('identities.do.approve')}</Radio.Item>
        <Radio.Item value="refuse">{t('identities.do.refuse')}</Radio.Item>
      </Radio.Group>
      {isApproval ? (
        <SecretField
          name="passphrase"
          label={t('identities.field.current')}
          value={passphrase}
          onChange={setPassphrase}
        />
      ) : (
        <ReasonField label={t('identities.field.refusal')} value={reason} onChange={setReason} />
      )}
    </SealDialog>
  );
};
