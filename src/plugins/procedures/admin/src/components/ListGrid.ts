import { type DefaultTheme, styled } from 'styled-components';

/** One column, or the list and the open task beside it; each scrolls by itself. */
export const Split = styled.div<{ $open: boolean }>`
  display: grid;
  grid-template-columns: ${({ $open }) => ($open ? 'minmax(0, 9fr) minmax(0, 11fr)' : 'minmax(0, 1fr)')};
  align-items: start;
`;

/** Columns follow the width of the list itself, which shrinks when a task opens beside it. */
export const ListFrame = styled.div`
  container-type: inline-size;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: 4px;
`;

/** A shade of the accent that shows on light and on dark. */
const tint = ({ colors }: DefaultTheme) => `color-mix(in srgb, ${colors.primary600} 6%, ${colors.neutral0})`;

const columns = `
  display: grid;
  gap: 4px 16px;
  grid-template-columns: minmax(0, 1fr) 17rem;
  @container (min-width: 760px) {
    grid-template-columns: minmax(0, 1fr) 14rem 15rem 18rem;
  }
`;
const onlyWide = `
  .wide { display: none; }
  @container (min-width: 760px) {
    .wide { display: block; }
    .narrow { display: none; }
  }
`;

export const HeaderRow = styled.div`
  ${columns}
  ${onlyWide}
  position: sticky;
  top: var(--procedures-band);
  z-index: 1;
  padding: 8px 16px;
  font-size: 1.2rem;
  font-weight: 600;
  color: ${({ theme }) => theme.colors.neutral600};
  background: ${({ theme }) => theme.colors.neutral0};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px 4px 0 0;
  @container (max-width: 430px) {
    display: none;
  }
`;

export const Row = styled.a<{ $selected: boolean }>`
  ${columns}
  ${onlyWide}
  align-items: center;
  min-height: 72px;
  padding: 8px 16px;
  color: inherit;
  text-decoration: none;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme, $selected }) => ($selected ? tint(theme) : 'transparent')};
  box-shadow: ${({ theme, $selected }) => ($selected ? `inset 3px 0 0 ${theme.colors.primary600}` : 'none')};
  &:hover {
    background: ${({ theme, $selected }) => ($selected ? tint(theme) : theme.colors.neutral100)};
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  @container (max-width: 430px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;
