import { Typography } from '@strapi/design-system';
import * as React from 'react';

import { useText } from '../text/useText';
import { ActDialog } from './ActDialog';
import { TextField } from './TextField';

interface Props {
  title: string;
  /** what happens, and who will read the reason */
  about: string;
  label: string;
  confirm: string;
  /** further fields, above the reason */
  children?: React.ReactNode;
  danger?: boolean;
  /** a shorter one says nothing; and what is told then */
  least?: { length: number; hint: string };
  onClose(): void;
  /** resolves when it is done, or false when a further field is missing; what it throws is shown, and what was typed stays */
  // biome-ignore lint/suspicious/noConfusingVoidType: most acts have nothing to say when they are done
  onConfirm(reason: string): Promise<void | false>;
}

/** An act that is not done without saying why. */
export const ReasonDialog = ({ about, label, children, least, onConfirm, ...dialog }: Props) => {
  const { t } = useText();
  const [reason, setReason] = React.useState('');
  const [checked, setChecked] = React.useState(false);
  const isMissing = reason.trim().length < (least?.length ?? 1);
  return (
    <ActDialog
      {...dialog}
      onConfirm={async () => {
        setChecked(true);
        if (isMissing) return false;
        return onConfirm(reason.trim());
      }}
    >
      <Typography tag="p">{about}</Typography>
      {children}
      <TextField
        name="reason"
        required
        label={label}
        value={reason}
        error={checked && isMissing ? (least?.hint ?? t('field.required')) : undefined}
        onChange={setReason}
      />
    </ActDialog>
  );
};
