import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';

import { type Problem, readProblem } from '../api/problem';
import { useText } from '../text/useText';
import { ProblemSummary } from './ProblemSummary';

interface Props {
  title: string;
  /** what happens, and who will read the reason */
  about: string;
  label: string;
  confirm: string;
  /** further fields, above the reason */
  children?: React.ReactNode;
  danger?: boolean;
  onClose(): void;
  /** resolves when it is done; what it throws is shown, and what was typed stays */
  onConfirm(reason: string): Promise<void>;
}

/** An act that is not done without saying why. */
export const ReasonDialog = ({ title, about, label, confirm, children, danger, onClose, onConfirm }: Props) => {
  const { t } = useText();
  const [reason, setReason] = React.useState('');
  const [checked, setChecked] = React.useState(false);
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const missing = reason.trim() === '';

  const run = async () => {
    setChecked(true);
    if (missing) return;
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm(reason.trim());
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography tag="p">{about}</Typography>
            {children}
            <Field.Root name="reason" required error={checked && missing ? t('field.required') : undefined}>
              <Field.Label>{label}</Field.Label>
              <Textarea
                value={reason}
                maxLength={1000}
                onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
              />
              <Field.Error />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant={danger ? 'danger' : 'default'} loading={busy} onClick={() => void run()}>
            {confirm}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
