import { styled } from 'styled-components';

/** Two columns where there is room, one where there is not. */
export const CaseGrid = styled.div<{ $single?: boolean }>`
  display: grid;
  gap: 16px;
  align-items: start;
  grid-template-columns: minmax(0, 1fr);
  ${({ $single }) => ($single ? '' : '@media (min-width: 1000px) { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); }')}
`;
