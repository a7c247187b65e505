import { Button, Flex, Modal } from '@strapi/design-system';
import * as React from 'react';
import { type Problem, readProblem } from '../../api/problem';
import { OpenModal } from '../../components/OpenModal';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { WrongPassphrase } from './custodianActs';

interface Props {
  title: string;
  submit: string;
  danger?: boolean;
  /** What is wrong with what was typed, in words; null: nothing */
  invalid: string | null;
  onSubmit(): Promise<void>;
  onClose(): void;
  children: React.ReactNode;
}

/** A dialog with one act: what was typed stays when it fails, and the reason stands above it. */
export const SealDialog = ({ title, submit, danger = false, invalid, onSubmit, onClose, children }: Props) => {
  const { t } = useText();
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const local = (code: string, words: string): Problem => ({
    status: 422,
    code,
    vi: words,
    en: words,
    problems: [],
    takenBy: null,
  });
  const run = async () => {
    if (invalid) {
      setProblem(local('INVALID', invalid));
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      await onSubmit();
      onClose();
    } catch (thrown) {
      setProblem(
        thrown instanceof WrongPassphrase
          ? local('WRONG_PASSPHRASE', t('identities.wrongPassphrase'))
          : readProblem(thrown),
      );
      setBusy(false);
    }
  };
  return (
    <OpenModal onClose={busy ? undefined : onClose}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex
            tag="form"
            direction="column"
            alignItems="stretch"
            gap={4}
            onSubmit={(event: React.FormEvent) => {
              event.preventDefault();
              void run();
            }}
          >
            {children}
            {/* Enter in a field submits. */}
            <button type="submit" hidden aria-hidden tabIndex={-1} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose} disabled={busy}>
            {t('action.cancel')}
          </Button>
          <Button variant={danger ? 'danger' : 'default'} loading={busy} onClick={() => void run()}>
            {submit}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
