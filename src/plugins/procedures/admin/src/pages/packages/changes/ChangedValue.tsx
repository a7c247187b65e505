/** A value with the words marked that changed, long ones folded until somebody asks for all of it. */
import { Button, Typography } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';

import { useText } from '../../../text/useText';
import { beginning, type Piece } from './changedWords';

const Words = styled.span`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  ins,
  del {
    color: inherit;
    border-radius: 2px;
    background: ${({ theme }) => theme.colors.success100};
  }
  del {
    background: ${({ theme }) => theme.colors.danger100};
  }
`;

export const ChangedValue = ({ pieces, side }: { pieces: Piece[]; side: 'before' | 'after' }) => {
  const { t } = useText();
  const [isOpen, setOpen] = React.useState(false);
  const folded = React.useMemo(() => beginning(pieces), [pieces]);
  const Mark = side === 'before' ? 'del' : 'ins';
  let at = 0;
  return (
    <>
      <Typography tag="div" variant="pi">
        <Words>
          {(isOpen || !folded ? pieces : folded).map(({ text, changed }) => {
            at += 1;
            return changed ? <Mark key={at}>{text}</Mark> : <span key={at}>{text}</span>;
          })}
        </Words>
      </Typography>
      {folded && (
        <Button variant="ghost" size="S" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'packages.showLess' : 'packages.showAll')}
        </Button>
      )}
    </>
  );
};
