import { Box, Flex, Typography } from '@strapi/design-system';
import type * as React from 'react';

interface Props {
  title: string;
  /** one beneath the other, with room between: fields */
  spaced?: boolean;
  children: React.ReactNode;
}

/** A part of what stands beside an editor: narrower and quieter than a card. */
export const SideSection = ({ title, spaced = false, children }: Props) => {
  const heading = (
    <Typography variant="sigma" tag="h2" textColor="neutral600">
      {title}
    </Typography>
  );
  return (
    <Box tag="section" aria-label={title} background="neutral0" hasRadius borderColor="neutral150" padding={3}>
      {spaced ? (
        <Flex direction="column" alignItems="stretch" gap={3}>
          {heading}
          {children}
        </Flex>
      ) : (
        <>
          {heading}
          {children}
        </>
      )}
    </Box>
  );
};
