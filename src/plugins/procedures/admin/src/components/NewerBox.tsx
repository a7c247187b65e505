import { Button, Flex, Typography } from '@strapi/design-system';

interface Props {
  words: string;
  action: string;
  onAct(): void;
}

/** Somebody was faster with what is being typed here: said above it, with one way on. */
export const NewerBox = ({ words, action, onAct }: Props) => (
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
    <Typography>{words}</Typography>
    <Button variant="tertiary" onClick={onAct}>
      {action}
    </Button>
  </Flex>
);
