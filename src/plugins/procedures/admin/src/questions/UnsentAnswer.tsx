import { useNotification } from '@strapi/strapi/admin';
import * as React from 'react';

import type { QuestionView } from '../../../shared/questions-contract';
import { readProblem } from '../api/problem';
import { remove } from '../api/send';
import { UnsentWords } from '../components/UnsentWords';
import { useText } from '../text/useText';
import { useUnsentAnswer } from './useUnsentAnswer';

/** The question ended while its answer was being typed. */
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
    <UnsentWords
      why={t('questions.unsent')}
      words={text}
      onDrop={() => {
        unsent.drop();
        setText('');
        if (question.draft) remove(`/questions/${question.id}/draft`).catch(refused);
      }}
    />
  );
};
