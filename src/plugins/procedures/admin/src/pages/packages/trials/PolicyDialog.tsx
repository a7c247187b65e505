import { Field, Radio } from '@strapi/design-system';
import * as React from 'react';

import type { FailingTrials } from '../../../../../shared/trials-contract';
import { put } from '../../../api/send';
import { ReasonDialog } from '../../../components/ReasonDialog';
import { useText } from '../../../text/useText';

interface Props {
  failing: FailingTrials;
  onClose(): void;
  onSaved(): void;
}

/** What a proposal with failing scenarios needs: the choice of the tenant, with a reason. */
export const PolicyDialog = ({ failing, onClose, onSaved }: Props) => {
  const { t } = useText();
  const [chosen, setChosen] = React.useState<string>(failing);
  return (
    <ReasonDialog
      title={t('trials.policyTitle')}
      about={t('trials.policyAbout')}
      label={t('trials.policyReason')}
      confirm={t('trials.policySave')}
      onClose={onClose}
      onConfirm={async (reason) => {
        await put('/trial-policy', { failing: chosen, reason });
        onSaved();
      }}
    >
      <Field.Root name="failing">
        <Field.Label>{t('trials.policyChoice')}</Field.Label>
        <Radio.Group value={chosen} onValueChange={setChosen}>
          <Radio.Item value="REASON">{t('trials.policy.REASON')}</Radio.Item>
          <Radio.Item value="REFUSE">{t('trials.policy.REFUSE')}</Radio.Item>
        </Radio.Group>
      </Field.Root>
    </ReasonDialog>
  );
};
