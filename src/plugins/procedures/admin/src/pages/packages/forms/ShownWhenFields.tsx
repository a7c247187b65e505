import { Button, Flex, Typography } from '@strapi/design-system';

import { useText } from '../../../text/useText';
import { ChoiceField } from '../modeler/ChoiceField';
import { ManyField } from '../modeler/ManyField';
import type { FormField, FormFile } from './formModel';
import { ALWAYS, decidersFor, isInRow, readShownWhen, type ShownWhen, writeShownWhen } from './shownWhen';

interface Props {
  form: FormFile;
  field: FormField;
  onChange(change: Partial<FormField>): void;
}

/** When the field is shown, from lists; the form beside shows it at once. What lists cannot say stays as it is written. */
export const ShownWhenFields = ({ form, field, onChange }: Props) => {
  const { t } = useText();
  const conditional = field.conditional as { hide?: unknown } | undefined;
  const shown = readShownWhen(conditional?.hide);
  const deciders = decidersFor(form, field.id);
  const set = (next: ShownWhen) => {
    const hide = writeShownWhen(next);
    onChange({ conditional: hide ? { ...conditional, hide } : undefined });
  };
  if (!shown)
    return (
      <Flex direction="column" alignItems="flex-start" gap={2}>
        <Typography variant="pi" fontWeight="bold" textColor="neutral800">
          {t('forms.shownWhen.byHand')}
        </Typography>
        <Typography tag="code" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {String(conditional?.hide)}
        </Typography>
        <Button size="S" variant="tertiary" onClick={() => set(ALWAYS)}>
          {t('forms.shownWhen.clear')}
        </Button>
      </Flex>
    );
  if (isInRow(form, field.id) || (deciders.length === 0 && shown.key === '')) return null;
  const decider = deciders.find(({ key }) => key === shown.key);
  return (
    <>
      <ChoiceField
        label={t('forms.shownWhen')}
        none={t('forms.shownWhen.always')}
        value={shown.key}
        choices={deciders.map(({ key, label, choices }) => ({
          value: key,
          label: choices ? label : t('forms.shownWhen.ticked', { label }),
        }))}
        onChange={(key) => {
          const chosen = deciders.find((one) => one.key === key);
          const [answer] = chosen?.choices ?? [];
          set(chosen ? { key, answers: answer ? [answer.value] : true } : ALWAYS);
        }}
      />
      {decider?.choices && shown.answers !== true && (
        <ManyField
          label={t('forms.shownWhen.answers')}
          value={shown.answers}
          choices={decider.choices}
          onChange={(answers) => answers.length > 0 && set({ key: shown.key, answers })}
        />
      )}
    </>
  );
};
