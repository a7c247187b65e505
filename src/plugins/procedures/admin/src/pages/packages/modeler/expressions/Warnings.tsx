import { Box, Typography } from '@strapi/design-system';

import type { ExpressionWarning } from '../../../../../../shared/expressions-contract';
import { useText } from '../../../../text/useText';

/** What the engine noticed; its own words on hover. */
export const Warnings = ({ of: warnings }: { of: ExpressionWarning[] }) => {
  const { pick } = useText();
  return (
    <Box tag="ul" style={{ listStyle: 'disc', paddingInlineStart: '2rem' }}>
      {warnings.map((one) => (
        <li key={`${one.code} ${one.said}`}>
          <Typography textColor="neutral800" title={one.said}>
            {pick(one)}
          </Typography>
        </li>
      ))}
    </Box>
  );
};
