import { Flex, Typography } from '@strapi/design-system';

import type { PeopleOverview } from '../../../../shared/people-contract';
import { put } from '../../api/send';
import { useText } from '../../text/useText';
import { FormDialog } from './FormDialog';
import { ChoiceField, FlagField, TextField } from './fields';
import { useFormState } from './useFormState';

interface Props {
  overview: PeopleOverview;
  onClose(): void;
  onDone(): void;
}

/** The tenant's own forms of signing for another and kinds of absence: a code that is known is changed, a new one added. */
export const WordsDialog = ({ overview, onClose, onDone }: Props) => {
  const { t } = useText();
  const form = useFormState(
    { list: 'ACTING_FORM', code: '', title: '', prefix: '', ownTitle: true, active: true },
    onDone,
  );
  const list = form.text('list') as keyof PeopleOverview['words'];
  const isActing = list === 'ACTING_FORM';
  const save = () =>
    void form.send(() =>
      put(`/people-words/${list}/${encodeURIComponent(form.text('code').trim().toUpperCase() || '-')}`, {
        title: form.text('title'),
        prefix: isActing ? form.text('prefix') : null,
        ownTitle: form.flag('ownTitle'),
        active: form.flag('active'),
      }),
    );
  return (
    <FormDialog
      title={t('people.words.title')}
      hint={t('people.words.hint')}
      save={t('action.save')}
      form={form}
      onClose={onClose}
      onSave={save}
    >
      <ChoiceField
        form={form}
        name="list"
        label={t('people.words.list')}
        choices={(['ACTING_FORM', 'ABSENCE_KIND'] as const).map((value) => ({
          value,
          label: t(`people.words.${value}`),
        }))}
      />
      <Flex direction="column" alignItems="flex-start" gap={1}>
        {overview.words[list].map((word) => (
          <Typography key={word.code} variant="pi" textColor="neutral600">
            {[word.code, word.title, word.prefix, word.active ? null : t('people.words.off')]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
        ))}
      </Flex>
      <TextField form={form} name="code" label={t('people.words.code')} hint={t('people.unit.codeHint')} required />
      <TextField form={form} name="title" label={t('people.words.word')} required />
      {isActing && <TextField form={form} name="prefix" label={t('people.words.prefix')} required />}
      {isActing && <FlagField form={form} name="ownTitle" label={t('people.words.ownTitle')} />}
      <FlagField form={form} name="active" label={t('people.words.active')} />
    </FormDialog>
  );
};
