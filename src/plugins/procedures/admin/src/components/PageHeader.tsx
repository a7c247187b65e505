import { Box, Flex, Typography } from '@strapi/design-system';
import type * as React from 'react';

import { Bell } from '../notices/Bell';

interface Props {
  title: string;
  subtitle?: React.ReactNode;
  /** the way back, above the title */
  back?: React.ReactNode;
  actions?: React.ReactNode;
}

/** Denser than the core's header: these pages are read all day. */
export const PageHeader = ({ title, subtitle, back, actions }: Props) => (
  <Box paddingTop={5} paddingBottom={4}>
    {back && <Box paddingBottom={2}>{back}</Box>}
    <Flex justifyContent="space-between" alignItems="flex-start" gap={3} wrap="wrap">
      <Box style={{ minWidth: 0, flex: '1 1 28rem' }}>
        <Typography variant="beta" tag="h1" style={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {subtitle && (
          <Typography textColor="neutral600" tag="div" paddingTop={1}>
            {subtitle}
          </Typography>
        )}
      </Box>
      <Flex gap={2} wrap="wrap">
        {actions}
        <Bell />
      </Flex>
    </Flex>
  </Box>
);
