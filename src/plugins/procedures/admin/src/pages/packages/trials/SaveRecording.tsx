import { Checkbox, Field, TextInput, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { DraftView } from '../../../../../shared/packages-contract';
import type { Scenario } from '../../../../../shared/trials-contract';
import { ActDialog } from '../../../components/ActDialog';
import { useText } from '../../../text/useText';
import { fileNameOf } from './fileNameOf';
import { proposeExpectation } from './proposeExpectation';
import { writeScenario } from './scenarioFile';
import type { DoneStep } from './useRecording';

interface Props {
  draft: DraftView;
  done: DoneStep[];
  onClose(): void;
  onSaved(file: string): void;
}

/** A trial by hand becomes a scenario: its steps, and what was seen as what must hold. */
export const SaveRecording = ({ draft, done, onClose, onSaved }: Props) => {
  const { t } = useText();
  const [vi, setVi] = React.useState('');
  const [en, setEn] = React.useState('');
  const [expects, setExpects] = React.useState(true);
  const [checked, setChecked] = React.useState(false);
  const missing = vi.trim() === '';
  type Change = React.ChangeEvent<HTMLInputElement>;
  const save = async () => {
    setChecked(true);
    if (missing) return false;
    const title = { vi: vi.trim(), en: en.trim() || vi.trim() };
    const file = fileNameOf(
      vi,
      draft.files.map((one) => one.path),
    );
    const scenario: Scenario = {
      title,
      steps: done.map(({ step, answer, before }) => ({
        ...step,
        ...(expects && answer.seen ? { expect: proposeExpectation(answer.seen, before) } : {}),
      })),
    };
    await writeScenario(draft.draft.id, file, { scenario, revision: 0 });
    onSaved(file);
    return undefined;
  };
  return (
    <ActDialog title={t('trials.saveScenario')} confirm={t('trials.saveScenario')} onClose={onClose} onConfirm={save}>
      <Typography tag="p">{t('trials.saveAbout', { count: done.length })}</Typography>
      <Field.Root name="vi" required error={checked && missing ? t('field.required') : undefined}>
        <Field.Label>{t('trials.titleVi')}</Field.Label>
        <TextInput value={vi} onChange={(event: Change) => setVi(event.target.value)} />
        <Field.Error />
      </Field.Root>
      <Field.Root name="en">
        <Field.Label>{t('trials.titleEn')}</Field.Label>
        <TextInput value={en} onChange={(event: Change) => setEn(event.target.value)} />
      </Field.Root>
      <Checkbox checked={expects} onCheckedChange={(value: boolean | 'indeterminate') => setExpects(value === true)}>
        {t('trials.keepExpectations')}
      </Checkbox>
    </ActDialog>
  );
};
