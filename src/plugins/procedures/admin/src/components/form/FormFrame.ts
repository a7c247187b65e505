import { styled } from 'styled-components';

/** form-js in the theme's colours and sizes, light and dark. */
export const FormFrame = styled.div<{ $choose: string; $hidden: string }>`
  ${({ $hidden }) => ($hidden ? `${$hidden} { display: none; }` : '')}

  max-width: 110rem;
  container-type: inline-size;

  .fjs-container,
  .fjs-container .fjs-form {
    --bio-surface: ${({ theme }) => theme.colors.neutral0};
    --bio-surface-medium: ${({ theme }) => theme.colors.neutral100};
    --bio-surface-strong: ${({ theme }) => theme.colors.neutral150};
    --bio-text: ${({ theme }) => theme.colors.neutral800};
    --bio-text-subtle: ${({ theme }) => theme.colors.neutral700};
    --bio-text-subtlest: ${({ theme }) => theme.colors.neutral600};
    --bio-text-on-primary: ${({ theme }) => theme.colors.buttonNeutral0};
    --bio-border: ${({ theme }) => theme.colors.neutral300};
    --bio-border-input: ${({ theme }) => theme.colors.neutral300};
    --bio-border-subtle: ${({ theme }) => theme.colors.neutral200};
    --bio-border-disabled: ${({ theme }) => theme.colors.neutral200};
    --bio-primary: ${({ theme }) => theme.colors.primary600};
    --bio-focus: ${({ theme }) => theme.colors.primary600};
    --bio-focus-ring: ${({ theme }) => theme.colors.primary600};
    --bio-focus-ring-danger: ${({ theme }) => theme.colors.danger600};
    --bio-neutral-subtle: ${({ theme }) => theme.colors.neutral200};
    --bio-neutral-subtle-hover: ${({ theme }) => theme.colors.neutral300};
    --bio-danger: ${({ theme }) => theme.colors.danger700};
    --bio-danger-surface: ${({ theme }) => theme.colors.danger100};
    --bio-danger-surface-subtle: ${({ theme }) => theme.colors.danger100};
    --bio-radius-sm: 4px;
    --bio-radius-md: 4px;
    --bio-radius-lg: 4px;
    --font-family: inherit;
    --font-size-label: 13px;
    --line-height-label: 20px;
    --letter-spacing-base: 0;
    --letter-spacing-input: 0;
    --letter-spacing-label: 0;
    --form-field-height: 40px;
    height: auto;
  }
  .fjs-container .fjs-form {
    margin: 0 -8px;
    padding: 0;
  }
  .fjs-container .fjs-form > .fjs-element > .fjs-vertical-layout {
    padding: 0;
  }
  .fjs-container .cds--grid {
    max-inline-size: none;
  }
  .fjs-container .fjs-layout-row {
    padding: 4px 0;
  }
  .fjs-container .fjs-layout-row:has(> * > * > .fjs-form-field-checkbox) {
    padding: 0;
  }
  .fjs-container .fjs-form-field-text :is(h1, h2, h3, h4) {
    font-weight: 600;
    font-size: 16px;
    line-height: 24px;
    padding-top: 8px;
  }
  .fjs-container .fjs-select-placeholder {
    font-size: 0;
  }
  .fjs-container .fjs-select-placeholder::after {
    content: '${({ $choose }) => $choose}';
    font-size: 14px;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .fjs-container input::placeholder {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  /* A label that is too long for a phone goes on in the next line. */
  .fjs-container .fjs-form-field-label {
    font-weight: 600;
    white-space: normal;
  }
  /* The words beside a box to tick are not a heading. */
  .fjs-container .fjs-form-field .fjs-inline-label > .fjs-form-field-label {
    font-weight: 400;
    font-size: 14px;
  }
  /* Boxes to tick that stand close together are missed by a thumb. */
  .fjs-container .fjs-form-field .fjs-inline-label {
    min-height: 28px;
    align-items: center;
  }
  /* Its frame stands where the frames of the fields around it stand. */
  .fjs-container .fjs-form .fjs-form-field-grouplike.fjs-outlined {
    margin: 8px;
    padding: 8px 0;
    outline-width: 1px;
    border-radius: 4px;
  }
  /* Short fields that the form's author has put in no row of their own stand two abreast; reading order stays. */
  @container (min-width: 640px) {
    .fjs-container .fjs-form .fjs-vertical-layout.fjs-children,
    .fjs-container .fjs-form .fjs-repeat-row-rows {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      align-items: start;
    }
    .fjs-container .fjs-form .fjs-repeat-row-rows {
      column-gap: 16px;
    }
    .fjs-container .fjs-form .fjs-vertical-layout.fjs-children > *,
    .fjs-container .fjs-form .fjs-repeat-row-rows > * {
      grid-column: 1 / -1;
      min-width: 0;
    }
    .fjs-container
      .fjs-form
      .fjs-layout-row:not(:has(> .fjs-layout-column + .fjs-layout-column)):has(
        > .fjs-layout-column
          > .fjs-element
          > :is(
            .fjs-form-field-textfield,
            .fjs-form-field-select,
            .fjs-form-field-taglist,
            .fjs-form-field-number,
            .fjs-form-field-datetime,
            .fjs-form-field-checkbox
          )
      ) {
      grid-column: auto;
    }
  }
  /* On a phone the columns of a form stand under one another. */
  @media (max-width: 640px) {
    .fjs-container .fjs-layout-column {
      flex: 0 0 100%;
      max-width: 100%;
    }
  }
`;

/** While a form is being drawn, unseen, the skeleton lies over its place, which is as high as the form will be. */
export const FormPlace = styled.div<{ $heights: { narrow: number; wide: number } | null }>`
  position: relative;
  > [role='status'] {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
  ${({ $heights }) =>
    $heights
      ? `min-height: ${$heights.narrow}px; @container (min-width: 640px) { min-height: ${$heights.wide}px; }`
      : ''}
`;
