import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';

import { useText } from '../text/useText';

interface Props {
  /** why they can no longer be sent from here */
  why: string;
  words: string;
  onDrop(): void;
}

/** The form closed while somebody was typing into it: the words stay, to be copied, until they are put away. */
export const UnsentWords = ({ why, words, onDrop }: Props) => {
  const { t } = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3} paddingBottom={3} role="alert">
      <Typography tag="p" fontWeight="bold">
        {why}
      </Typography>
      <Field.Root name="unsent">
        <Field.Label>{t('unsent.text')}</Field.Label>
        <Textarea readOnly value={words} />
      </Field.Root>
      <Flex>
        <Button variant="tertiary" onClick={onDrop}>
          {t('unsent.drop')}
        </Button>
      </Flex>
    </Flex>
  );
};
