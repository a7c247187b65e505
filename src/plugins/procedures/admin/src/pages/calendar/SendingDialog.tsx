import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { RecordSendingBody, SendingView } from '../../../../shared/schedules-contract';
import { type Problem, readProblem } from '../../api/problem';
import { post } from '../../api/send';
import { LateEntry } from '../../components/LateEntry';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { NOW, occurrenceBody, occurrenceFault } from '../../time/lateEntry';

interface Props {
  path: string;
  recipient: SendingView;
  period: string;
  onClose(): void;
  onSaved(): void;
}

/** That the report has gone to one recipient: by which document, and when it really went. */
export const SendingDialog = ({ path, recipient, period, onClose, onSaved }: Props) => {
  const { t } = useText();
  const [documentNo, setDocumentNo] = React.useState('');
  const [occurrence, setOccurrence] = React.useState(NOW);
  const [checked, setChecked] = React.useState(false);
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<Problem | null>(null);

  const save = async () => {
    setChecked(true);
    const now = new Date();
    if (documentNo.trim() === '' || occurrenceFault(occurrence, now)) return;
    setBusy(true);
    setProblem(null);
    try {
      await post(path, {
        recipient: recipient.seq,
        documentNo: documentNo.trim(),
        ...occurrenceBody(occurrence, now),
      } satisfies RecordSendingBody);
      onSaved();
    } catch (thrown) {
      setProblem(readProblem(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('schedules.recordTo', { name: recipient.name, period })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral600">{t('schedules.recordHint')}</Typography>
            <Field.Root
              name="documentNo"
              required
              hint={t('schedules.documentHint')}
              error={checked && documentNo.trim() === '' ? t('field.required') : undefined}
            >
              <Field.Label>{t('schedules.field.document')}</Field.Label>
              <TextInput
                value={documentNo}
                maxLength={100}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setDocumentNo(event.target.value)}
              />
              <Field.Hint />
              <Field.Error />
            </Field.Root>
            <LateEntry value={occurrence} onChange={setOccurrence} checked={checked} />
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void save()}>
            {t('schedules.record')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
