import { Box, Button, Flex, Typography } from '@strapi/design-system';
import type * as React from 'react';

import { useText } from '../../../text/useText';

interface Props {
  words: string;
  /** entries of a list */
  children: React.ReactNode;
  onClose(): void;
}

/** What is told once about the drawing, item by item, until it has been read. */
export const ToldNotice = ({ words, children, onClose }: Props) => {
  const { t } = useText();
  return (
    <Box role="alert" padding={3} background="warning100" hasRadius style={{ maxHeight: '12rem', overflowY: 'auto' }}>
      <Typography tag="p" textColor="neutral800">
        {words}
      </Typography>
      <ul>{children}</ul>
      <Flex paddingTop={2}>
        <Button size="S" variant="tertiary" onClick={onClose}>
          {t('modeler.paste.read')}
        </Button>
      </Flex>
    </Box>
  );
};
