import { styled } from 'styled-components';

export const RuleFrame = styled.div`
  container-type: inline-size;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 4px;
`;

export const RuleLine = styled.article`
  display: grid;
  gap: 8px 16px;
  align-items: center;
  padding: 12px 16px;
  grid-template-columns: minmax(0, 1fr);
  justify-items: start;
  & + & {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  @container (min-width: 760px) {
    grid-template-columns: minmax(0, 1fr) 14rem 20rem 8rem auto;
  }
`;
