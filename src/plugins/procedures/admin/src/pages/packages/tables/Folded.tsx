import { Box, Typography } from '@strapi/design-system';
import type * as React from 'react';

/** What only some want to know. */
export const Folded = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <Box tag="details">
    <Typography tag="summary" style={{ cursor: 'pointer' }}>
      {title}
    </Typography>
    <Box paddingTop={1} style={{ maxHeight: '24rem', overflowY: 'auto' }} tabIndex={0} role="group" aria-label={title}>
      {children}
    </Box>
  </Box>
);
