import { styled } from 'styled-components';

/** What the reporter reads looks like nothing else on the page: green and framed; what is internal is plain. */
export const NoteFrame = styled.div<{ $visible: boolean }>`
  border-left: 4px solid
    ${({ theme, $visible }) => ($visible ? theme.colors.success600 : theme.colors.neutral300)};
  background: ${({ theme, $visible }) => ($visible ? theme.colors.success100 : theme.colors.neutral100)};
  border-radius: 4px;
  padding: 12px;
  min-width: 0;
`;
