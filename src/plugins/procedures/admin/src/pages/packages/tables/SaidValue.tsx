import { Box, Typography } from '@strapi/design-system';

import type { ExpressionWarning } from '../../../../../shared/expressions-contract';
import { useText } from '../../../text/useText';
import { Warnings } from '../modeler/expressions/Warnings';
import { sayValue } from './sayValue';

interface Props {
  title: string;
  value: unknown;
  /** why it is null */
  why: ExpressionWarning[];
}

/** A column and its value; of a null, why. */
export const SaidValue = ({ title, value, why }: Props) => {
  const text = useText();
  const isLarge = typeof value === 'object' && value !== null;
  return (
    <Box paddingTop={1}>
      <Typography textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
        {title}:{' '}
        {isLarge ? (
          <Box
            tag="pre"
            tabIndex={0}
            style={{ whiteSpace: 'pre-wrap', maxHeight: '12em', overflow: 'auto', fontFamily: 'monospace' }}
          >
            {JSON.stringify(value, null, 2)}
          </Box>
        ) : (
          <Typography tag="span" fontWeight="bold" textColor="neutral800">
            {sayValue(value, text)}
          </Typography>
        )}
      </Typography>
      {why.length > 0 && <Warnings of={why} />}
    </Box>
  );
};
