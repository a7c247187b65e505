import { Box, Typography } from '@strapi/design-system';
import * as React from 'react';

import { InCard } from './InCard';

interface Props {
  title?: string;
  aside?: React.ReactNode;
  children: React.ReactNode;
  /** no inner space: tables and diagrams bring their own */
  flush?: boolean;
}

export const Card = ({ title, aside, children, flush = false }: Props) => {
  const id = React.useId();
  return (
    <Box
      tag="section"
      aria-labelledby={title ? id : undefined}
      background="neutral0"
      hasRadius
      borderColor="neutral150"
      style={{ minWidth: 0 }}
    >
      {title && (
        <Box
          paddingLeft={4}
          paddingRight={4}
          paddingTop={3}
          paddingBottom={flush ? 3 : 0}
          style={{
            display: 'flex',
            flexWrap: 'wrap',
            justifyContent: 'space-between',
            gap: '0.4rem 1.6rem',
            alignItems: 'baseline',
          }}
        >
          <Typography variant="delta" tag="h2" id={id}>
            {title}
          </Typography>
          {aside}
        </Box>
      )}
      <InCard.Provider value={true}>
        <Box padding={flush ? 0 : 4}>{children}</Box>
      </InCard.Provider>
    </Box>
  );
};
