import { Button, Field, Modal, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ApiTokenRow } from '../../../../shared/integration-contract';
import { type Problem, readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';

interface Props {
  token: ApiTokenRow;
  onClose(): void;
  onRevoked(): void;
}

export const RevokeDialog = ({ token, onClose, onRevoked }: Props) => {
  const { t } = useText();
  const [reason, setReason] = React.useState('');
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const revoke = async () => {
    setBusy(true);
    try {
      await post(`/api-tokens/${token.id}/revoke`, { reason });
      onRevoked();
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('integration.token.revokeTitle', { name: token.name })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Typography tag="p" paddingBottom={4}>
            {t('integration.token.revokeText')}
          </Typography>
          <Field.Root name="reason">
            <Field.Label>{t('integration.token.reason')}</Field.Label>
            <TextInput
              value={reason}
              maxLength={500}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => setReason(event.target.value)}
            />
          </Field.Root>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant="danger" loading={busy} onClick={() => void revoke()}>
            {t('integration.token.revoke')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
