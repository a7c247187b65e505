import { Button, Flex, Typography } from '@strapi/design-system';

import type { Problem } from '../api/problem';
import { useText } from '../text/useText';

interface Props {
  problem: Problem;
  onKeepHere(): void;
}

/** Another tab or machine of the same person saved newer words: these here are not saved until that is decided. */
export const NewerDraft = ({ problem, onKeepHere }: Props) => {
  const { t, pick } = useText();
  return (
    <Flex
      role="alert"
      direction="column"
      alignItems="flex-start"
      gap={2}
      background="warning100"
      padding={3}
      marginBottom={4}
      hasRadius
    >
      <Typography>{pick(problem)}</Typography>
      <Button variant="tertiary" onClick={onKeepHere}>
        {t('draft.keepHere')}
      </Button>
    </Flex>
  );
};
