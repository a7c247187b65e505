import { styled } from 'styled-components';

export const DocumentFrame = styled.div`
  container-type: inline-size;
`;

/** What it is, what became of it, what may be done: side by side where there is room. */
export const DocumentLine = styled.article`
  display: grid;
  gap: 8px 16px;
  align-items: center;
  padding: 12px 16px;
  grid-template-columns: minmax(0, 1fr);
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  @container (min-width: 760px) {
    grid-template-columns: minmax(0, 1fr) auto;
  }
`;
