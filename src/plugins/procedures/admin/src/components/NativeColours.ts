/** What the browser draws itself, tick boxes, calendars and scroll bars, follows the theme: else they are white on dark. */
import { createGlobalStyle } from 'styled-components';

/** The surface of the light theme; the panel names its themes nowhere else. */
const LIGHT_SURFACE = '#ffffff';

export const NativeColours = createGlobalStyle`
  :root {
    color-scheme: ${({ theme }) => (theme.colors.neutral0 === LIGHT_SURFACE ? 'light' : 'dark')};
  }
`;
