import { styled } from 'styled-components';

/** The one primary action stays in reach however long the form is. Sits at the foot of a card. */
export const ActionBar = styled.div`
  position: sticky;
  bottom: 0;
  z-index: 2;
  display: flex;
  flex-wrap: wrap;
  gap: 8px 12px;
  align-items: center;
  padding: 12px 16px;
  margin: 16px -16px -16px;
  background: ${({ theme }) => theme.colors.neutral0};
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 0 0 4px 4px;
`;
