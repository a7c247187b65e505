import { Button, Flex, Modal } from '@strapi/design-system';
import * as React from 'react';

import { type Problem, readProblem } from '../api/problem';
import { useText } from '../text/useText';
import { ProblemSummary } from './ProblemSummary';

interface Props {
  title: string;
  confirm: string;
  disabled?: boolean;
  children: React.ReactNode;
  onClose(): void;
  /** resolves when it is done; what it throws is shown, and what was typed stays */
  onConfirm(): Promise<void>;
}

/** A dialog with fields of its own and one act. */
export const ActDialog = ({ title, confirm, disabled = false, children, onClose, onConfirm }: Props) => {
  const { t } = useText();
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm();
    } catch (thrown) {
      setProblem(readProblem(thrown));
      setBusy(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && !busy && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            {children}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={busy} disabled={disabled} onClick={() => void run()}>
            {confirm}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
