import { Box, Typography } from '@strapi/design-system';
import type * as React from 'react';

interface Props {
  tone: 'danger' | 'warning' | 'success';
  title: string;
  children?: React.ReactNode;
}

/** What the engine answered, in one box: its title says what the colour says. */
export const Note = ({ tone, title, children }: Props) => (
  <Box background={`${tone}100`} borderColor={`${tone}200`} hasRadius padding={3}>
    <Typography tag="p" fontWeight="bold" textColor="neutral800">
      {title}
    </Typography>
    {children}
  </Box>
);
