import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type * as React from 'react';

import type { QuestionTerm } from '../../../../shared/questions-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { useSending } from '../../api/useSending';
import { Card } from '../../components/Card';
import { EditedProblem } from '../../components/EditedProblem';
import { ErrorState } from '../../components/ErrorState';
import { Skeleton } from '../../components/Skeleton';
import { useEdited } from '../../components/useEdited';
import { TermFields } from '../../questions/TermFields';
import { useText } from '../../text/useText';

/** How long another unit has to answer, and on what basis: the administrator's to decide, version by version. */
export const QuestionTermForm = () => {
  const { data, problem, reload } = useResource<QuestionTerm>('/question-term');
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={2} height={72} />;
  return <Form term={data} onReload={reload} />;
};

const editable = ({ version, ...value }: QuestionTerm) => ({ version, value });

const Form = ({ term, onReload }: { term: QuestionTerm; onReload(): void }) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const edited = useEdited(editable(term));
  const { value, version, set } = edited;
  const saving = useSending();
  const save = async () => {
    await saving.run(async () => {
      edited.saved(editable(await put<QuestionTerm>('/question-term', { ...value, version })));
      toggleNotification({ type: 'success', message: t('questions.term.saved') });
    });
    // Also when somebody else was faster: what they saved is told.
    onReload();
  };
  return (
    <Card title={t('questions.term.title')}>
      <Typography tag="p" textColor="neutral600" paddingBottom={3}>
        {t('questions.term.about')}
      </Typography>
      <EditedProblem edited={edited} saving={saving} />
      <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '64rem' }}>
        <TermFields
          value={value}
          onChange={({ termUnit, termLength }) => set({ termUnit, termLength })}
          error={pick(saving.problem?.problems.find(({ path }) => path === 'termLength')) || undefined}
        />
        <Field.Root name="legalBasis" hint={t('questions.term.basisHint')}>
          <Field.Label>{t('questions.term.basis')}</Field.Label>
          <TextInput
            value={value.legalBasis}
            maxLength={300}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) => set({ legalBasis: event.target.value })}
          />
          <Field.Hint />
        </Field.Root>
        <Box>
          <Button loading={saving.busy} onClick={() => void save()}>
            {t('action.save')}
          </Button>
        </Box>
      </Flex>
    </Card>
  );
};
