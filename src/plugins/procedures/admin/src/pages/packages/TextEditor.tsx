import * as React from 'react';
import { styled } from 'styled-components';

const Area = styled.textarea`
  flex: 1;
  min-width: 0;
  padding: 12px;
  font: 13px/1.5 monospace;
  resize: none;
  border-radius: 4px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
`;

interface Props {
  label: string;
  text: string;
  onChange(text: string): void;
}

/** Any file as it lies in the package, also one that no other editor can open. */
export const TextEditor = ({ label, text, onChange }: Props) => {
  const [value, setValue] = React.useState(text);
  return (
    <Area
      aria-label={label}
      spellCheck={false}
      value={value}
      onChange={(event) => {
        setValue(event.target.value);
        onChange(event.target.value);
      }}
    />
  );
};
