import { Box, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ParameterRow, SetParameterBody } from '../../../../shared/parameters-contract';
import { post } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
import { TextField } from '../../components/TextField';
import { useText } from '../../text/useText';
import { formatInstant, fromLocalInput } from '../../time/instants';
import { ParameterField, sentValue } from './ParameterField';
import { useParameterText } from './parameterWords';

interface Props {
  row: ParameterRow;
  onClose(): void;
  onSaved(): void;
}

/** Another value from some day on; what was before stays to be read, with who set it and why. */
export const ParameterDialog = ({ row, onClose, onSaved }: Props) => {
  const { t, pick } = useText();
  const { valueText } = useParameterText();
  const [value, setValue] = React.useState(row.value);
  const [day, setDay] = React.useState('');
  const [reason, setReason] = React.useState('');
  const [checked, setChecked] = React.useState(false);
  const missing = checked && reason.trim() === '' ? t('field.required') : undefined;
  const save = async () => {
    setChecked(true);
    if (reason.trim() === '') return false;
    const body: SetParameterBody = {
      value: sentValue(row, value),
      from: day ? (fromLocalInput(`${day}T00:00`)?.toISOString() ?? null) : null,
      reason: reason.trim(),
      seen: row.values.length,
    };
    await post(`/parameters/${encodeURIComponent(row.packageId)}/${encodeURIComponent(row.name)}`, body);
    onSaved();
  };
  return (
    <ActDialog title={pick(row.title)} confirm={t('parameters.save')} onClose={onClose} onConfirm={save}>
      {(errorOf) => (
        <>
          <Typography textColor="neutral600">{t('parameters.dialogHint')}</Typography>
          <ParameterField row={row} value={value} error={errorOf('value')} onChange={setValue} />
          <TextField
            name="from"
            type="date"
            label={t('parameters.from')}
            hint={t('parameters.fromHint')}
            value={day}
            error={errorOf('from')}
            onChange={setDay}
          />
          <TextField
            name="reason"
            required
            label={t('parameters.reason')}
            value={reason}
            error={missing ?? errorOf('reason')}
            onChange={setReason}
          />
          <Box>
            <Typography variant="sigma" tag="h3">
              {t('parameters.history')}
            </Typography>
            {row.values.toReversed().map((one) => (
              <Typography key={one.from ?? ''} tag="p" variant="pi" style={{ overflowWrap: 'anywhere' }}>
                {[
                  valueText(row, one.value),
                  one.from ? t('parameters.since', { at: formatInstant(one.from) }) : t('parameters.ever'),
                  one.by,
                  one.reason,
                  one.fits ? null : t('parameters.beyond'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </Typography>
            ))}
            <Typography tag="p" variant="pi" textColor="neutral600">
              {t('parameters.default', { value: valueText(row, row.default) })}
            </Typography>
          </Box>
        </>
      )}
    </ActDialog>
  );
};
