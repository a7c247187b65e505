import { Checkbox, Field, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { AttachmentList } from '../../../shared/attachments-contract';
import {
  type AskBody,
  MAX_QUESTION_LENGTH,
  type QuestionList,
  type QuestionView,
} from '../../../shared/questions-contract';
import { post } from '../api/send';
import { useResource } from '../api/useResource';
import { ActDialog } from '../components/ActDialog';
import { FieldGroup } from '../components/FieldGroup';
import { TextField } from '../components/TextField';
import { useText } from '../text/useText';
import { TermFields } from './TermFields';

interface Props {
  caseId: string;
  taskId?: string;
  list: QuestionList;
  onClose(): void;
  onAsked(question: QuestionView): void;
}

/** Of whom, what, with which files, by when. What was typed stays when the server refuses. */
export const AskUnitDialog = ({ caseId, taskId, list: { units, term }, onClose, onAsked }: Props) => {
  const { t, pick } = useText();
  const files = useResource<AttachmentList>(`/cases/${caseId}/attachments`);
  const [toUnit, setToUnit] = React.useState('');
  const [text, setText] = React.useState('');
  const [chosen, setChosen] = React.useState<string[]>([]);
  const [given, setGiven] = React.useState({ termUnit: term.termUnit, termLength: term.termLength });
  const [checked, setChecked] = React.useState(false);
  const sendable = (files.data?.items ?? []).filter(
    (file) => !file.withdrawn && file.visibility === 'INTERNAL' && file.permissions.read,
  );
  const missing = (value: string) => (checked && value.trim() === '' ? t('field.required') : undefined);

  const send = async () => {
    setChecked(true);
    if (toUnit === '' || text.trim() === '') return false;
    const body: AskBody = { toUnit, question: text, attachments: chosen, taskId, ...given };
    onAsked(await post<QuestionView>(`/cases/${caseId}/questions`, body));
  };
  return (
    <ActDialog
      title={t('questions.title')}
      confirm={t('questions.send')}
      disabled={units.length === 0}
      onClose={onClose}
      onConfirm={send}
    >
      {(faultOf) => (
        <>
          <Typography tag="p" textColor="neutral600">
            {t(units.length === 0 ? 'questions.noUnits' : 'questions.about')}
          </Typography>
          <Field.Root
            name="toUnit"
            required
            error={faultOf('toUnit') ?? missing(toUnit)}
            hint={units.find(({ code }) => code === toUnit)?.external ? t('questions.externalHint') : undefined}
          >
            <Field.Label>{t('questions.unit')}</Field.Label>
            <SingleSelect
              placeholder={t('questions.unitPick')}
              value={toUnit}
              onChange={(value) => setToUnit(String(value))}
            >
              {units.map((unit) => (
                <SingleSelectOption key={unit.code} value={unit.code}>
                  {unit.external ? t('questions.unitExternal', { name: unit.name }) : unit.name}
                </SingleSelectOption>
              ))}
            </SingleSelect>
            <Field.Hint />
            <Field.Error />
          </Field.Root>
          <TextField
            name="question"
            required
            label={t('questions.text')}
            hint={t('questions.textHint')}
            error={faultOf('text') ?? missing(text)}
            value={text}
            maxLength={MAX_QUESTION_LENGTH}
            onChange={setText}
          />
          <FieldGroup legend={t('questions.files')} problem={faultOf('attachments')}>
            {sendable.map((file) => (
              <Checkbox
                key={file.id}
                checked={chosen.includes(file.id)}
                onCheckedChange={(value: boolean | 'indeterminate') =>
                  setChosen((last) => [...last.filter((id) => id !== file.id), ...(value === true ? [file.id] : [])])
                }
              >
                {file.fileName}
              </Checkbox>
            ))}
            {sendable.length === 0 && (
              <Typography variant="pi" textColor="neutral600">
                {files.problem ? pick(files.problem) : t('questions.filesNone')}
              </Typography>
            )}
          </FieldGroup>
          <TermFields value={given} onChange={setGiven} error={faultOf('termLength')} />
          <Typography variant="pi" textColor="neutral600" tag="p">
            {t('questions.termHint', { length: t(`questions.days.${term.termUnit}`, { count: term.termLength }) })}
          </Typography>
        </>
      )}
    </ActDialog>
  );
};
