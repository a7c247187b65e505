import { styled } from 'styled-components';

/** A table that stays one: where there is no room for its columns, each row becomes a card with the columns' names in it. */
export const BoardTable = styled.table`
  width: 100%;
  border-collapse: collapse;
  --figure-side: flex-end;
  th,
  td {
    padding: 8px;
    text-align: right;
    vertical-align: top;
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  thead th {
    position: sticky;
    top: var(--procedures-band);
    z-index: 1;
    font-size: 1.2rem;
    font-weight: 600;
    vertical-align: bottom;
    color: ${({ theme }) => theme.colors.neutral600};
    background: ${({ theme }) => theme.colors.neutral0};
  }
  th:first-child,
  td:first-child {
    padding-left: 16px;
    text-align: left;
  }
  td:last-child,
  th:last-child {
    padding-right: 16px;
  }
  tbody th {
    font-weight: inherit;
    text-align: left;
    min-width: 20rem;
  }
  @media (max-width: 1000px) {
    --figure-side: flex-start;
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(92px, 1fr));
      padding: 8px;
      border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
    }
    tbody th,
    tbody td,
    tbody td:last-child {
      padding: 4px 8px;
      text-align: left;
      border: 0;
    }
    tbody th:first-child {
      grid-column: 1 / -1;
      padding-left: 8px;
    }
    tbody td::before {
      display: block;
      font-size: 1.2rem;
      color: ${({ theme }) => theme.colors.neutral600};
      content: attr(data-name);
    }
  }
`;
