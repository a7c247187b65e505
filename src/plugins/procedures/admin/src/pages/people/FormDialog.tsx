import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import type * as React from 'react';

import { OpenModal } from '../../components/OpenModal';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import type { FormState } from './useFormState';

interface Props {
  title: string;
  hint?: string;
  save: string;
  form: FormState;
  danger?: boolean;
  onClose(): void;
  onSave(): void;
  children: React.ReactNode;
}

/** A dialog that keeps what was typed when the server refuses it. */
export const FormDialog = ({ title, hint, save, form, danger = false, onClose, onSave, children }: Props) => {
  const { t } = useText();
  return (
    <OpenModal onClose={form.busy ? undefined : onClose}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {form.problem && <ProblemSummary problem={form.problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            {hint && <Typography textColor="neutral600">{hint}</Typography>}
            {children}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" disabled={form.busy} onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button variant={danger ? 'danger' : 'default'} loading={form.busy} onClick={onSave}>
            {save}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
