import { Box } from '@strapi/design-system';
import type * as React from 'react';

import { type HeldText, useHeldText } from './useHeldText';

interface Props {
  value: string;
  onChange(value: string): void;
  children(held: HeldText): React.ReactNode;
}

/** Around fields that may also be changed at one press: that is written at once, what is typed when its field is left. */
export const HeldField = ({ value, onChange, children }: Props) => {
  const held = useHeldText(value, onChange);
  return <Box onBlur={held.leave}>{children(held)}</Box>;
};
