import { Field, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';
import { useNavigate } from 'react-router-dom';

import type { DraftTrials } from '../../../../shared/trials-contract';
import { post } from '../../api/send';
import { useResource } from '../../api/useResource';
import { ReasonDialog } from '../../components/ReasonDialog';
import { TextField } from '../../components/TextField';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { nextVersion } from './nextVersion';

interface Props {
  path: string;
  title: string;
  /** the highest version so far */
  inForce: string;
  /** whose scenarios are looked at: what did not hold asks for a reason */
  draftId?: string;
  onClose(): void;
}

/** One person proposes: number, note, and the day from which it is in force. Another decides. */
export const ProposeDialog = ({ path, title, inForce, draftId, onClose }: Props) => {
  const { t, pick } = useText();
  const navigate = useNavigate();
  const [version, setVersion] = React.useState(nextVersion(inForce));
  const [from, setFrom] = React.useState('');
  const { data: trials } = useResource<DraftTrials>(draftId ? `/drafts/${draftId}/trials` : null);
  const open = trials?.scenarios.filter(({ last }) => !last?.ok || last.stale) ?? [];
  const [trialsReason, setTrialsReason] = React.useState('');
  const [checked, setChecked] = React.useState(false);
  const isMissing = open.length > 0 && trialsReason.trim() === '';
  type Change = React.ChangeEvent<HTMLInputElement>;
  return (
    <ReasonDialog
      title={title}
      about={t('packages.proposeAbout')}
      label={t('packages.note')}
      confirm={t('packages.propose')}
      onClose={onClose}
      onConfirm={async (note) => {
        setChecked(true);
        if (isMissing) return false;
        const effectiveAt = from === '' ? null : new Date(`${from}:00+07:00`).toISOString();
        const { id } = await post<{ id: string }>(path, {
          version,
          note,
          effectiveAt,
          ...(trialsReason.trim() === '' ? {} : { trialsReason: trialsReason.trim() }),
        });
        navigate(`${PAGES_ROOT}/packages/publications/${id}`);
        return undefined;
      }}
    >
      <Field.Root name="version" required>
        <Field.Label>{t('packages.version')}</Field.Label>
        <TextInput value={version} onChange={(event: Change) => setVersion(event.target.value)} />
      </Field.Root>
      <Field.Root name="effectiveAt" hint={t('packages.effectiveHint')}>
        <Field.Label>{t('packages.effectiveAt')}</Field.Label>
        <TextInput type="datetime-local" value={from} onChange={(event: Change) => setFrom(event.target.value)} />
        <Field.Hint />
      </Field.Root>
      {open.length > 0 && (
        <>
          <Typography tag="p" variant="pi">
            {t('trials.openWhenProposed', { titles: open.map(({ title: words }) => `"${pick(words)}"`).join(', ') })}
          </Typography>
          <TextField
            name="trialsReason"
            type="text"
            required
            label={t('trials.proposeOpen')}
            value={trialsReason}
            error={checked && isMissing ? t('field.required') : undefined}
            onChange={setTrialsReason}
          />
        </>
      )}
    </ReasonDialog>
  );
};
