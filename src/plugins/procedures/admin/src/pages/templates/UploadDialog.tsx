import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';
import type { TemplateRow } from '../../../../shared/documents-contract';
import { post } from '../../api/send';
import { useSending } from '../../api/useSending';
import { OpenModal } from '../../components/OpenModal';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';

interface Props {
  row: TemplateRow;
  onClose(): void;
  onUploaded(): void;
}

type FieldName = 'effectiveFrom' | 'effectiveTo' | 'formNumber' | 'note';

/** A new version of a template; refused with its places, nothing is changed and what was typed stays. */
export const UploadDialog = ({ row, onClose, onUploaded }: Props) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const [file, setFile] = React.useState<File | null>(null);
  const [values, setValues] = React.useState<Record<FieldName, string>>({
    effectiveFrom: '',
    effectiveTo: '',
    formNumber: row.formNumber ?? '',
    note: '',
  });
  const { busy, problem, run } = useSending();
  const fileId = React.useId();

  const upload = async () => {
    const body = new FormData();
    if (file) body.set('file', file);
    for (const [name, value] of Object.entries(values)) body.set(name, value.trim());
    await run(async () => {
      const { version } = await post<{ version: number }>(
        `/templates/${row.packageId}/${row.documentId}/versions`,
        body,
      );
      toggleNotification({ type: 'success', message: t('templates.uploaded', { title: pick(row.title), version }) });
      onUploaded();
    });
  };
  const field = (name: FieldName, type: 'text' | 'date', required: boolean) => (
    <Field.Root name={name} required={required} error={errorOf(name)}>
      <Field.Label>{t(`templates.field.${name}`)}</Field.Label>
      <TextInput
        type={type}
        value={values[name]}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
          setValues((last) => ({ ...last, [name]: event.target.value }))
        }
      />
      <Field.Error />
    </Field.Root>
  );
  const errorOf = (name: string) => {
    const found = problem?.problems.find((one) => one.path === name);
    return found ? pick(found) : undefined;
  };

  return (
    <OpenModal onClose={onClose}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('templates.uploadOf', { title: pick(row.title) })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>{t('templates.uploadHint')}</Typography>
            <Field.Root name="file" id={fileId} required error={errorOf('file')}>
              <Field.Label>{t('templates.field.file')}</Field.Label>
              <input
                id={fileId}
                type="file"
                accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                onChange={(event) => setFile(event.target.files?.[0] ?? null)}
              />
              <Field.Error />
            </Field.Root>
            {field('effectiveFrom', 'date', true)}
            {field('effectiveTo', 'date', false)}
            {field('formNumber', 'text', false)}
            {field('note', 'text', true)}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void upload()}>
            {t('templates.upload')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
