import { Box, Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { FormSchema } from '../../../../../shared/contracts';
import { FormView } from '../../../components/form/FormView';
import { useText } from '../../../text/useText';
import type { EditorProps } from '../editorProps';
import { AddField } from './AddField';
import { FieldList } from './FieldList';
import { FieldSettings } from './FieldSettings';
import { addField, everyField, type FormFile, readForm, writeForm } from './formModel';

const NOTHING = {};

/** A form as its fields, the chosen one's settings, and the form as whoever fills it in will see it. */
const FormBuilder = ({ text, draft, aside, onChange, onUnreadable }: EditorProps) => {
  const { t } = useText();
  const [past, setPast] = React.useState<FormFile[]>([]);
  const [form, setForm] = React.useState(() => readForm(text));
  const [chosen, setChosen] = React.useState<string | null>(null);
  const isReadable = form !== null;
  React.useEffect(() => {
    if (!isReadable) onUnreadable(t('forms.unreadable'));
  }, [isReadable, onUnreadable, t]);
  if (!form) return null;
  const show = (next: FormFile) => {
    setForm(next);
    onChange(writeForm(next));
  };
  const change = (next: FormFile) => {
    setPast((last) => [...last, form].slice(-100));
    show(next);
  };
  const field = everyField(form.components).find((one) => one.id === chosen) ?? null;
  return (
    <Flex alignItems="stretch" gap={3} style={{ flex: 1, minHeight: 0 }}>
      <Flex direction="column" alignItems="stretch" gap={3} style={{ width: '26rem', flex: 'none', overflowY: 'auto' }}>
        <AddField
          onAdd={(kind, words) => {
            const added = addField(form, kind, words, chosen);
            change(added.form);
            setChosen(added.id);
          }}
          canUndo={past.length > 0}
          onUndo={() => {
            const before = past.at(-1);
            setPast(past.slice(0, -1));
            if (before) show(before);
          }}
        />
        <FieldList form={form} chosen={chosen} onChoose={setChosen} onChange={change} />
      </Flex>
      <Box
        tag="section"
        aria-label={t('forms.preview')}
        background="neutral0"
        hasRadius
        borderColor="neutral150"
        padding={4}
        style={{ flex: 1, minWidth: 0, overflowY: 'auto' }}
      >
        <Typography variant="sigma" tag="h2" textColor="neutral600">
          {t('forms.preview')}
        </Typography>
        <FormView key={writeForm(form)} schema={form as unknown as FormSchema} initial={NOTHING} />
      </Box>
      <Flex direction="column" alignItems="stretch" gap={3} style={{ width: '30rem', flex: 'none', overflowY: 'auto' }}>
        {field && (
          <FieldSettings
            key={field.id}
            form={form}
            field={field}
            recordFields={draft.choices.recordFields}
            onChange={change}
          />
        )}
        {aside}
      </Flex>
    </Flex>
  );
};

export default FormBuilder;
