import { Box, Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { QuestionTerm } from '../../../../shared/questions-contract';
import { put } from '../../api/send';
import { useResource } from '../../api/useResource';
import { useSending } from '../../api/useSending';
import { Card } from '../../components/Card';
import { ErrorState } from '../../components/ErrorState';
import { ProblemSummary } from '../../components/ProblemSummary';
import { Skeleton } from '../../components/Skeleton';
import { TermFields } from '../../questions/TermFields';
import { useText } from '../../text/useText';

/** How long another unit has to answer, and on what basis: the administrator's to decide, version by version. */
export const QuestionTermForm = () => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const { data, problem, reload } = useResource<QuestionTerm>('/question-term');
  const [typed, setTyped] = React.useState<Partial<QuestionTerm>>({});
  const { busy, problem: refusal, run } = useSending();
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={2} height={72} />;
  const shown = { ...data, ...typed };
  const save = async () => {
    await run(async () => {
      await put('/question-term', { ...shown, version: data.version });
      toggleNotification({ type: 'success', message: t('questions.term.saved') });
      setTyped({});
      reload();
    });
  };
  return (
    <Card title={t('questions.term.title')}>
      <Typography tag="p" textColor="neutral600" paddingBottom={3}>
        {t('questions.term.about')}
      </Typography>
      {refusal && <ProblemSummary problem={refusal} />}
      <Flex direction="column" alignItems="stretch" gap={4} style={{ maxWidth: '64rem' }}>
        <TermFields
          value={shown}
          onChange={({ termUnit, termLength }) => setTyped((last) => ({ ...last, termUnit, termLength }))}
          error={pick(refusal?.problems.find(({ path }) => path === 'termLength')) || undefined}
        />
        <Field.Root name="legalBasis" hint={t('questions.term.basisHint')}>
          <Field.Label>{t('questions.term.basis')}</Field.Label>
          <TextInput
            value={shown.legalBasis}
            maxLength={300}
            onChange={(event: React.ChangeEvent<HTMLInputElement>) =>
              setTyped((last) => ({ ...last, legalBasis: event.target.value }))
            }
          />
          <Field.Hint />
        </Field.Root>
        <Box>
          <Button loading={busy} onClick={() => void save()}>
            {t('action.save')}
          </Button>
        </Box>
      </Flex>
    </Card>
  );
};
