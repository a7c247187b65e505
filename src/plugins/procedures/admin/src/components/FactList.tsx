import { Typography } from '@strapi/design-system';
import type * as React from 'react';
import { styled } from 'styled-components';

const List = styled.dl`
  display: grid;
  grid-template-columns: minmax(0, 13rem) minmax(0, 1fr);
  gap: 6px 16px;
  align-items: baseline;
  dd {
    overflow-wrap: anywhere;
  }
  @media (max-width: 480px) {
    grid-template-columns: minmax(0, 9rem) minmax(0, 1fr);
    column-gap: 12px;
  }
`;

/** Names and values; a value that is absent takes no line. */
export const FactList = ({ facts }: { facts: [string, React.ReactNode][] }) => (
  <List>
    {facts
      .filter(([, value]) => value !== null && value !== undefined && value !== '')
      .map(([name, value]) => (
        <div key={name} style={{ display: 'contents' }}>
          <Typography tag="dt" variant="pi" textColor="neutral600">
            {name}
          </Typography>
          <Typography tag="dd" textColor="neutral800">
            {value}
          </Typography>
        </div>
      ))}
  </List>
);
