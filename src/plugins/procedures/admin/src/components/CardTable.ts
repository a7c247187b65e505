import { styled } from 'styled-components';

/** A table where there is room, cards on a phone. */
export const CardTable = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 1.4rem;
  th {
    text-align: left;
    font-size: 1.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
    padding: 8px 16px;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  }
  td {
    padding: 10px 16px;
    vertical-align: top;
    overflow-wrap: anywhere;
    line-height: 1.4;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  @media (max-width: 760px) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      display: block;
      padding: 8px 16px;
      border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    }
    td {
      display: block;
      padding: 2px 0;
      border: 0;
    }
    td[data-label]::before {
      content: attr(data-label) ': ';
      font-size: 1.2rem;
      color: ${({ theme }) => theme.colors.neutral600};
    }
  }
`;
