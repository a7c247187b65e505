import { Field, TextInput } from '@strapi/design-system';
import * as React from 'react';
import { useNavigate } from 'react-router-dom';

import { post } from '../../api/send';
import { ReasonDialog } from '../../components/ReasonDialog';
import { PAGES_ROOT } from '../../text/pluginId';
import { useText } from '../../text/useText';
import { nextVersion } from './nextVersion';

interface Props {
  path: string;
  title: string;
  /** the highest version so far */
  inForce: string;
  /** its scenarios may fail, which asks for a reason */
  asksForTrials?: boolean;
  onClose(): void;
}

/** One person proposes: number, note, and the day from which it is in force. Another decides. */
export const ProposeDialog = ({ path, title, inForce, asksForTrials = false, onClose }: Props) => {
  const { t } = useText();
  const navigate = useNavigate();
  const [version, setVersion] = React.useState(nextVersion(inForce));
  const [from, setFrom] = React.useState('');
  const [trialsReason, setTrialsReason] = React.useState('');
  type Change = React.ChangeEvent<HTMLInputElement>;
  return (
    <ReasonDialog
      title={title}
      about={t('packages.proposeAbout')}
      label={t('packages.note')}
      confirm={t('packages.propose')}
      onClose={onClose}
      onConfirm={async (note) => {
        const effectiveAt = from === '' ? null : new Date(`${from}:00+07:00`).toISOString();
        const { id } = await post<{ id: string }>(path, {
          version,
          note,
          effectiveAt,
          ...(trialsReason.trim() === '' ? {} : { trialsReason: trialsReason.trim() }),
        });
        navigate(`${PAGES_ROOT}/packages/publications/${id}`);
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
      {asksForTrials && (
        <Field.Root name="trialsReason" hint={t('trials.proposeFailingHint')}>
          <Field.Label>{t('trials.proposeFailing')}</Field.Label>
          <TextInput
            value={trialsReason}
            maxLength={1000}
            onChange={(event: Change) => setTrialsReason(event.target.value)}
          />
          <Field.Hint />
        </Field.Root>
      )}
    </ReasonDialog>
  );
};
