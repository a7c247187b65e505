import { Box, Typography } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';

import type { Problem } from '../api/problem';
import { useText } from '../text/useText';
import { useSameContent } from './useSameContent';

const Frame = styled(Box)`
  border-left: 4px solid ${({ theme }) => theme.colors.danger600};
  background: ${({ theme }) => theme.colors.danger100};
  border-radius: 4px;
  /* clear of what sticks to the top */
  scroll-margin-top: 10rem;
  ul button {
    all: unset;
    cursor: pointer;
    text-decoration: underline;
  }
  ul button:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
  }
`;

interface Props {
  problem: Problem;
  /** brings the field of a path into view; absent when there is none */
  onGoTo?(path: string): void;
  children?: React.ReactNode;
}

/** What stopped an act, above the form that keeps what was typed. Takes the focus, so that it is heard and seen. */
export const ProblemSummary = ({ problem, onGoTo, children }: Props) => {
  const { pick } = useText();
  // A sentence that says it all is not said again below itself, unless it leads to its field.
  const details = problem.problems.filter((each) => onGoTo || pick(each) !== pick(problem));
  const frame = React.useRef<HTMLDivElement>(null);
  // Heard once: what is read again and says the same must not pull anybody out of a field.
  const said = useSameContent(problem);
  React.useEffect(() => {
    frame.current?.focus({ preventScroll: true });
    frame.current?.scrollIntoView({ block: 'nearest' });
  }, [said]);

  return (
    <Frame ref={frame} role="alert" tabIndex={-1} padding={4} marginBottom={4}>
      <Typography tag="p" fontWeight="bold" textColor="danger700">
        {pick(problem)}
      </Typography>
      {details.length > 0 && (
        <Box tag="ul" paddingTop={2} paddingLeft={4} style={{ listStyle: 'disc' }}>
          {details.map((each) => (
            <li key={`${each.path} ${each.vi}`}>
              <Typography textColor="danger700">
                {onGoTo ? (
                  <button type="button" onClick={() => onGoTo(each.path)}>
                    {pick(each)}
                  </button>
                ) : (
                  pick(each)
                )}
              </Typography>
            </li>
          ))}
        </Box>
      )}
      {children && <Box paddingTop={3}>{children}</Box>}
    </Frame>
  );
};
