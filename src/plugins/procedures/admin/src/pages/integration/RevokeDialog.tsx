import { Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ApiTokenRow } from '../../../../shared/integration-contract';
import { post } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
import { TextField } from '../../components/TextField';
import { useText } from '../../text/useText';

interface Props {
  token: ApiTokenRow;
  onClose(): void;
  onRevoked(): void;
}

export const RevokeDialog = ({ token, onClose, onRevoked }: Props) => {
  const { t } = useText();
  const [reason, setReason] = React.useState('');
  return (
    <ActDialog
      title={t('integration.token.revokeTitle', { name: token.name })}
      confirm={t('integration.token.revoke')}
      danger
      onClose={onClose}
      onConfirm={async () => {
        await post(`/api-tokens/${token.id}/revoke`, { reason });
        onRevoked();
      }}
    >
      <Typography tag="p">{t('integration.token.revokeText')}</Typography>
      <TextField
        name="reason"
        type="text"
        label={t('integration.token.reason')}
        value={reason}
        maxLength={500}
        onChange={setReason}
      />
    </ActDialog>
  );
};
