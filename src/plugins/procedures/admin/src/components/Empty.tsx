/** components/ owns what every page is built from; nothing here knows of a task, a case or a rule. */
import { Flex, Typography } from '@strapi/design-system';
import type * as React from 'react';

interface Props {
  title: string;
  /** what would be here, and how to make the first */
  children?: React.ReactNode;
  action?: React.ReactNode;
}

export const Empty = ({ title, children, action }: Props) => (
  <Flex
    direction="column"
    gap={2}
    padding={8}
    background="neutral0"
    hasRadius
    borderColor="neutral150"
    style={{ textAlign: 'center' }}
  >
    <Typography variant="delta" tag="p">
      {title}
    </Typography>
    {children && (
      <Typography textColor="neutral600" tag="p" style={{ maxWidth: '56rem' }}>
        {children}
      </Typography>
    )}
    {action}
  </Flex>
);
