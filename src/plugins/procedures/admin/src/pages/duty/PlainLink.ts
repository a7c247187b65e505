import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** A link in the letters of the text around it, underlined where the mouse or the keyboard is. */
export const PlainLink = styled(Link)`
  color: inherit;
  text-decoration: none;
  &:hover {
    text-decoration: underline;
  }
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
    border-radius: 4px;
  }
`;
