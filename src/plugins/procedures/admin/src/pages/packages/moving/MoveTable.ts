import { styled } from 'styled-components';

import { CardTable } from '../../../components/CardTable';

/** On a phone the box to tick stands beside the card. */
export const MoveTable = styled(CardTable)`
  @media (max-width: 760px) {
    tr {
      display: grid;
      grid-template-columns: 3.2rem minmax(0, 1fr);
    }
    td {
      grid-column: 2;
    }
    td[data-label] > p:first-of-type {
      display: inline;
    }
    td:first-child {
      grid-column: 1;
      grid-row: 1 / span 4;
    }
  }
`;
