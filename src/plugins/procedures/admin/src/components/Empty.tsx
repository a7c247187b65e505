/** components/ owns what every page is built from; nothing here knows of a task, a case or a rule. */
import { Flex, Typography } from '@strapi/design-system';
import * as React from 'react';

import { InCard } from './InCard';

interface Props {
  title: string;
  /** what would be here, and how to make the first */
  children?: React.ReactNode;
  action?: React.ReactNode;
}

export const Empty = ({ title, children, action }: Props) => {
  const isFramed = React.useContext(InCard);
  return (
    <Flex
      direction="column"
      gap={2}
      padding={isFramed ? 4 : 8}
      background="neutral0"
      hasRadius
      borderColor={isFramed ? undefined : 'neutral150'}
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
};
