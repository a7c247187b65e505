import { styled } from 'styled-components';

/** Where the panel of all properties stands. Its colours are made for paper, in the dark theme too. */
export const ExpertFrame = styled.div`
  background: #fff;
  color: #22242a;
  color-scheme: light;

  [data-try] {
    display: none;
    margin: 0 10px 8px 12px;
    padding: 3px 8px;
    min-height: 24px;
    border: 1px solid #d9d8ff;
    border-radius: 4px;
    background: #f0f0ff;
    color: #271fe0;
    font: inherit;
    font-size: 12px;
    cursor: pointer;
  }
  [data-try]:hover {
    border-color: #4945ff;
  }
  [data-try]:focus-visible {
    outline: 2px solid #4945ff;
    outline-offset: 1px;
  }
  /* Only what is an expression can be tried: of a field that takes either, the field itself says which it is now. */
  .bio-properties-panel-entry:has(.feel-active) + [data-try] {
    display: block;
  }
`;
