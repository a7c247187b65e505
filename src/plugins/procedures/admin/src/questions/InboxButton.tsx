import { LinkButton } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';

import { CountBadge } from '../components/CountBadge';
import { useText } from '../text/useText';
import { QUESTIONS_URL } from './questionUrl';
import { useQuestionInbox } from './useQuestionInbox';

/** Beside the views of tasks: what other units ask, with its number, as it changes. */
export const InboxButton = () => {
  const { t } = useText();
  const { data } = useQuestionInbox();
  return (
    <LinkButton
      tag={RouterLink}
      to={QUESTIONS_URL}
      size="S"
      variant="tertiary"
      style={{ flex: 'none', whiteSpace: 'nowrap' }}
      endIcon={<CountBadge count={data?.items.length} />}
    >
      {t('questions.inbox')}
    </LinkButton>
  );
};
