import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { QuestionView } from '../../../shared/questions-contract';
import { readProblem } from '../api/problem';
import { remove } from '../api/send';
import { useText } from '../text/useText';
import { useUnsentAnswer } from './useUnsentAnswer';

/** The question ended while its answer was being typed: the words stay, to be copied, until they are put away. */
export const UnsentAnswer = ({ question }: { question: QuestionView }) => {
  const { t, pick } = useText();
  const { toggleNotification } = useNotification();
  const unsent = useUnsentAnswer(question.id);
  const [text, setText] = React.useState(
    () => unsent.read(question.draft?.savedAt ?? null) ?? question.draft?.text ?? '',
  );
  const refused = (thrown: unknown) => toggleNotification({ type: 'danger', message: pick(readProblem(thrown)) });
  if (text.trim() === '') return null;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3} role="alert">
      <Typography tag="p" fontWeight="bold">
        {t('questions.unsent')}
      </Typography>
      <Field.Root name="unsent">
        <Field.Label>{t('questions.unsentText')}</Field.Label>
        <Textarea readOnly value={text} />
      </Field.Root>
      <Flex>
        <Button
          variant="tertiary"
          onClick={() => {
            unsent.drop();
            setText('');
            if (question.draft) remove(`/questions/${question.id}/draft`).catch(refused);
          }}
        >
          {t('questions.unsentDrop')}
        </Button>
      </Flex>
    </Flex>
  );
};
