import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import * as React from 'react';

import { useText } from '../text/useText';
import { unsentAnswers } from './unsentAnswers';

/** The question ended while its answer was being typed: the words stay, to be copied, until they are put away. */
export const UnsentAnswer = ({ questionId }: { questionId: string }) => {
  const { t } = useText();
  const [text, setText] = React.useState(() => unsentAnswers.get(questionId) ?? '');
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
            unsentAnswers.delete(questionId);
            setText('');
          }}
        >
          {t('questions.unsentDrop')}
        </Button>
      </Flex>
    </Flex>
  );
};
