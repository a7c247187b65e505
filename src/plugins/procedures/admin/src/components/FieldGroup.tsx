import { Box, Flex, Typography } from '@strapi/design-system';
import type * as React from 'react';

interface Props {
  legend: string;
  hint?: React.ReactNode;
  /** said in the place of the hint */
  problem?: string;
  /** of a page, where it stands among headings; else of a dialog or a panel, where it stands among labels */
  isSection?: boolean;
  children?: React.ReactNode;
}

/** Fields that belong together, under the words that say as what; a reader of the screen hears them with each field. */
export const FieldGroup = ({ legend, hint, problem, isSection = false, children }: Props) => (
  <Box tag="fieldset" style={{ border: 0, minWidth: 0, padding: 0, margin: 0 }}>
    <Typography
      tag="legend"
      variant={isSection ? 'delta' : 'pi'}
      fontWeight="bold"
      // The browser's own sheet moves a legend in by two pixels.
      style={{ padding: '0 0 8px', overflowWrap: 'anywhere' }}
    >
      {legend}
    </Typography>
    <Flex direction="column" alignItems="stretch" gap={2}>
      {(problem ?? hint) && (
        <Typography variant="pi" tag="p" textColor={problem ? 'danger700' : 'neutral600'}>
          {problem ?? hint}
        </Typography>
      )}
      {children}
    </Flex>
  </Box>
);
