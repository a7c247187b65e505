import { Typography } from '@strapi/design-system';
import * as React from 'react';

import type { RecordSendingBody, SendingView } from '../../../../shared/schedules-contract';
import { post } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
import { goToLateEntry } from '../../components/goToLateEntry';
import { LateEntry } from '../../components/LateEntry';
import { TextField } from '../../components/TextField';
import { useText } from '../../text/useText';
import { NOW, occurrenceBody, occurrenceFault } from '../../time/lateEntry';

interface Props {
  path: string;
  recipient: SendingView;
  period: string;
  onClose(): void;
  onSaved(): void;
}

/** That the report has gone to one recipient: by which document, and when it really went. */
export const SendingDialog = ({ path, recipient, period, onClose, onSaved }: Props) => {
  const { t } = useText();
  const [documentNo, setDocumentNo] = React.useState('');
  const [occurrence, setOccurrence] = React.useState(NOW);
  const [checked, setChecked] = React.useState(false);
  const save = async () => {
    setChecked(true);
    const now = new Date();
    if (documentNo.trim() === '') return false;
    const untimely = occurrenceFault(occurrence, now);
    if (untimely) {
      goToLateEntry(untimely);
      return false;
    }
    await post(path, {
      recipient: recipient.seq,
      documentNo: documentNo.trim(),
      ...occurrenceBody(occurrence, now),
    } satisfies RecordSendingBody);
    onSaved();
  };
  return (
    <ActDialog
      title={t('schedules.recordTo', { name: recipient.name, period })}
      confirm={t('schedules.record')}
      onClose={onClose}
      onConfirm={save}
    >
      <Typography textColor="neutral600">{t('schedules.recordHint')}</Typography>
      <TextField
        name="documentNo"
        type="text"
        required
        label={t('schedules.field.document')}
        hint={t('schedules.documentHint')}
        error={checked && documentNo.trim() === '' ? t('field.required') : undefined}
        value={documentNo}
        maxLength={100}
        onChange={setDocumentNo}
      />
      <LateEntry value={occurrence} onChange={setOccurrence} checked={checked} />
    </ActDialog>
  );
};
