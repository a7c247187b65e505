import { type DefaultTheme, styled } from 'styled-components';

/** A shade of the accent that shows on light and on dark. */
const tint = ({ colors }: DefaultTheme) => `color-mix(in srgb, ${colors.primary600} 7%, ${colors.neutral0})`;

const columns = `
  display: grid;
  gap: 2px 16px;
  grid-template-columns: minmax(0, 1fr) 16rem;
  @container (min-width: 760px) {
    grid-template-columns: minmax(0, 1fr) 14rem 15rem 17rem;
  }
  .wide { display: none; }
  @container (min-width: 760px) {
    .wide { display: block; }
    .narrow { display: none; }
  }
`;

/** The box to choose a row stands beside its link, never inside it. */
export const TaskItem = styled.li<{ $selected: boolean; $chosen: boolean; $gone: boolean }>`
  display: grid;
  grid-template-columns: 40px minmax(0, 1fr);
  align-items: center;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme, $selected, $chosen }) => ($selected || $chosen ? tint(theme) : 'transparent')};
  box-shadow: ${({ theme, $selected }) => ($selected ? `inset 3px 0 0 ${theme.colors.primary600}` : 'none')};
  opacity: ${({ $gone }) => ($gone ? 0.55 : 1)};
  &:hover {
    background: ${({ theme, $selected, $chosen }) => ($selected || $chosen ? tint(theme) : theme.colors.neutral100)};
  }
  @container (max-width: 430px) {
    padding: 4px 0;
  }
`;

export const TaskLink = styled.a`
  ${columns}
  align-items: center;
  min-height: 56px;
  padding: 6px 16px 6px 0;
  color: inherit;
  text-decoration: none;
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  @container (max-width: 430px) {
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
`;

export const TaskHeader = styled.div`
  display: grid;
  grid-template-columns: 40px minmax(0, 1fr);
  align-items: center;
  position: sticky;
  top: var(--procedures-band);
  z-index: 1;
  min-height: 36px;
  font-size: 1.2rem;
  font-weight: 600;
  color: ${({ theme }) => theme.colors.neutral600};
  background: ${({ theme }) => theme.colors.neutral0};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 4px 4px 0 0;
  > div {
    ${columns}
    padding-right: 16px;
  }
  @container (max-width: 430px) {
    > div { display: none; }
  }
`;

export const GroupHeader = styled.h2`
  padding: 8px 16px;
  font-size: 1.2rem;
  font-weight: 600;
  line-height: 1.4;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral100};
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
`;

/** Large enough for a finger. */
export const BoxCell = styled.label`
  display: grid;
  place-items: center;
  min-height: 44px;
  cursor: pointer;
  input {
    width: 16px;
    height: 16px;
    margin: 0;
    cursor: pointer;
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** Stays at the foot of the window while rows are chosen. */
export const BulkFrame = styled.div`
  position: sticky;
  bottom: 0;
  z-index: 2;
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  align-items: center;
  margin-top: 8px;
  padding: 10px 16px;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.primary600};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};
`;
