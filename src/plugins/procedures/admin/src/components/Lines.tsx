import { styled } from 'styled-components';

const Clamp = styled.span<{ $most: number }>`
  display: -webkit-box;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: ${({ $most }) => $most};
  overflow: hidden;
  overflow-wrap: anywhere;
`;

/** A name that may be long, in a row that must stay one: so many lines of it, all of it on hover and when it is read out. */
export const Lines = ({ children, most = 2 }: { children: string; most?: number }) => (
  <Clamp $most={most} title={children}>
    {children}
  </Clamp>
);
