import { styled } from 'styled-components';

/** Form and surroundings: beside each other on a wide page, under each other in a panel and on a phone. */
export const TaskLayout = styled.div<{ $layout: 'panel' | 'page' }>`
  display: grid;
  gap: 16px;
  align-items: start;
  grid-template-columns: minmax(0, 1fr);
  ${({ $layout }) =>
    $layout === 'page' ? '@media (min-width: 1100px) { grid-template-columns: minmax(0, 11fr) minmax(0, 9fr); }' : ''}
`;

export const Stack = styled.div`
  display: grid;
  gap: 16px;
  min-width: 0;
`;

/** What stands above the form only where the other column is not beside it. */
export const NarrowOnly = styled.div<{ $layout: 'panel' | 'page' }>`
  ${({ $layout }) => ($layout === 'page' ? '@media (min-width: 1100px) { display: none; }' : '')}
`;
