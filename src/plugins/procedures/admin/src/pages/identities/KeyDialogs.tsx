import { Field, Typography } from '@strapi/design-system';
import * as React from 'react';

import { PASSPHRASE_MIN_LENGTH } from '../../../../shared/sealing-contract';
import type { LockedKey } from '../../../../shared/sealing-crypto';
import { useText } from '../../text/useText';
import { changePassphrase, type MyKey, makeKey, readRecoveryFile, sealForOthers } from './custodianActs';
import { SealDialog } from './SealDialog';
import { SecretField } from './SecretField';

export type KeyAct = 'make' | 'replace' | 'passphrase' | 'reseal';

interface Props {
  act: KeyAct;
  myKey: MyKey | null;
  onClose(): void;
  onDone(): void;
}

/** Everything that a custodian does with the own key; each needs its passphrase, or sets one. */
export const KeyDialogs = ({ act, myKey, onClose, onDone }: Props) => {
  const { t } = useText();
  const [current, setCurrent] = React.useState('');
  const [fresh, setFresh] = React.useState('');
  const [again, setAgain] = React.useState('');
  const [file, setFile] = React.useState<LockedKey | null>(null);
  const [fileRefused, setFileRefused] = React.useState(false);
  const needsCurrent = act !== 'make';
  const setsNew = act !== 'reseal';

  const invalid = () => {
    if (needsCurrent && current === '') return t('identities.needPassphrase');
    if (setsNew && [...fresh].length < PASSPHRASE_MIN_LENGTH)
      return t('identities.shortPassphrase', { count: PASSPHRASE_MIN_LENGTH });
    if (setsNew && fresh !== again) return t('identities.differentPassphrase');
    return fileRefused ? t('identities.fileRefused') : null;
  };
  const submit = async () => {
    if (act === 'make') await makeKey(fresh, null);
    else if (myKey && act === 'replace') await makeKey(fresh, { key: myKey, passphrase: current });
    else if (myKey && act === 'passphrase') await changePassphrase(myKey, current, fresh, file);
    else if (myKey) await sealForOthers(myKey, current);
    onDone();
  };
  const takeFile = async (chosen: File | undefined) => {
    const locked = chosen && myKey ? await readRecoveryFile(chosen, myKey.publicKey) : null;
    setFile(locked);
    setFileRefused(chosen !== undefined && locked === null);
  };

  return (
    <SealDialog
      title={t(`identities.act.${act}`)}
      submit={t(`identities.do.${act}`)}
      invalid={invalid()}
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography>{t(`identities.about.${act}`)}</Typography>
      {needsCurrent && (
        <SecretField
          name="current"
          label={t('identities.field.current')}
          hint={act === 'passphrase' ? t('identities.field.currentHint') : undefined}
          value={current}
          onChange={setCurrent}
        />
      )}
      {act === 'passphrase' && (
        <Field.Root name="file" hint={t('identities.field.fileHint')}>
          <Field.Label>{t('identities.field.file')}</Field.Label>
          <input
            type="file"
            id="recovery-file"
            aria-label={t('identities.field.file')}
            accept="application/json"
            onChange={(event) => void takeFile(event.target.files?.[0])}
          />
          <Field.Hint />
        </Field.Root>
      )}
      {setsNew && (
        <>
          <SecretField
            name="fresh"
            label={t('identities.field.fresh')}
            hint={t('identities.field.freshHint', { count: PASSPHRASE_MIN_LENGTH })}
            value={fresh}
            isNew
            onChange={setFresh}
          />
          <SecretField name="again" label={t('identities.field.again')} value={again} isNew onChange={setAgain} />
        </>
      )}
    </SealDialog>
  );
};
