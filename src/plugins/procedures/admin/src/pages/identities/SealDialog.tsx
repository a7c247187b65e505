import { Button, Flex, Modal } from '@strapi/design-system';
import type * as React from 'react';
import { refusal } from '../../api/problem';
import { useSending } from '../../api/useSending';
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
  const { busy, problem, run } = useSending();
  const refused = (code: string, words: string) => refusal(code, { vi: words, en: words });
  const submitted = async () => {
    if (invalid) throw refused('INVALID', invalid);
    try {
      await onSubmit();
    } catch (thrown) {
      throw thrown instanceof WrongPassphrase ? refused('WRONG_PASSPHRASE', t('identities.wrongPassphrase')) : thrown;
    }
    onClose();
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
              void run(submitted);
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
          <Button variant={danger ? 'danger' : 'default'} loading={busy} onClick={() => void run(submitted)}>
            {submit}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
