import { Searchbar, SearchForm } from '@strapi/design-system';
import * as React from 'react';

import { useText } from '../text/useText';
import { useDebounced } from './useDebounced';

interface Props {
  label: string;
  value: string;
  onChange(value: string): void;
}

/** Searches while typing, a moment after the last key. */
export const SearchField = ({ label, value, onChange }: Props) => {
  const { t } = useText();
  const [text, setText] = React.useState(value);
  const settled = useDebounced(text, 300);
  const report = React.useRef(onChange);
  report.current = onChange;
  const reported = React.useRef(value);

  // Cleared or set from outside: a button, or the way back.
  React.useEffect(() => {
    if (value === reported.current) return;
    reported.current = value;
    setText(value);
  }, [value]);

  React.useEffect(() => {
    if (settled.trim() === reported.current) return;
    reported.current = settled.trim();
    report.current(settled.trim());
  }, [settled]);

  return (
    <SearchForm onSubmit={(event: React.FormEvent) => event.preventDefault()}>
      <Searchbar
        name="q"
        size="S"
        value={text}
        placeholder={label}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => setText(event.target.value)}
        onClear={() => setText('')}
        clearLabel={t('action.clear')}
      >
        {label}
      </Searchbar>
    </SearchForm>
  );
};
