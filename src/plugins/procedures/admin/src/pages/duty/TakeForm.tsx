import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import * as React from 'react';

import type { HandOverView } from '../../../../shared/duty-contract';
import { post } from '../../api/send';
import { useSending } from '../../api/useSending';
import { TYPED, useAskBeforeLeaving } from '../../components/leaving';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useLeaveWarning } from '../../components/useLeaveWarning';
import { useText } from '../../text/useText';
import { PasswordField } from './PasswordField';

const TYPED_IN_TAB = { ...TYPED, within: ['tab', 'unit'] };

/** The second signature: of the one who takes over, for exactly the list that is shown. */
export const TakeForm = ({ view, onTaken }: { view: HandOverView; onTaken(): void }) => {
  const { t } = useText();
  const [remark, setRemark] = React.useState('');
  const [password, setPassword] = React.useState('');
  const [checked, setChecked] = React.useState(false);
  const { busy, problem, run } = useSending();
  const isTyped = remark.trim() !== '';
  useLeaveWarning(isTyped);
  useAskBeforeLeaving(isTyped, TYPED_IN_TAB);
  const sign = async () => {
    setChecked(true);
    if (password === '') return;
    await run(async () => {
      await post(`/duty/hand-overs/${view.id}/take`, { contentHash: view.contentHash, remark, password });
      onTaken();
    });
    setPassword('');
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {problem && <ProblemSummary problem={problem} />}
      <Field.Root name="remark">
        <Field.Label>{t('handOver.takeRemark')}</Field.Label>
        <Textarea
          value={remark}
          readOnly={busy}
          maxLength={4000}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setRemark(event.target.value)}
        />
      </Field.Root>
      <PasswordField
        value={password}
        error={checked && password === '' ? t('field.required') : undefined}
        locked={busy}
        onChange={setPassword}
      />
      <div>
        <Button loading={busy} onClick={() => void sign()}>
          {t('handOver.signTake')}
        </Button>
      </div>
    </Flex>
  );
};
