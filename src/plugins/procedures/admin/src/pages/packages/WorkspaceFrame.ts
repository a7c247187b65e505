import { styled } from 'styled-components';

/** The files beside the columns of their editor; on a narrow window everything stands beneath each other and scrolls. */
export const WorkspaceFrame = styled.div`
  display: flex;
  align-items: stretch;
  gap: 12px;
  height: calc(100vh - 22rem);
  min-height: 44rem;
  > :first-child {
    display: flex;
    flex: none;
    flex-direction: column;
    gap: 8px;
    width: 20rem;
  }
  > :first-child > button {
    flex: none;
  }
  @media (max-width: 48em) {
    flex-direction: column;
    height: auto;
    > :first-child {
      width: auto;
      max-height: 24rem;
    }
    > :last-child {
      flex: none !important;
    }
    /* The editors say how wide each of their columns is; here each has all there is. */
    > :last-child > :last-child {
      flex: none !important;
      flex-direction: column;
    }
    > :last-child > :last-child > * {
      flex: none !important;
      width: 100% !important;
    }
    /* The outline above the drawing. */
    [data-stacks] {
      flex-direction: column;
      > * {
        flex: none !important;
        width: 100% !important;
      }
      > section {
        max-height: 60vh;
      }
    }
    > :last-child > :last-child > textarea,
    [role='application'] {
      min-height: 60vh;
    }
  }
`;
