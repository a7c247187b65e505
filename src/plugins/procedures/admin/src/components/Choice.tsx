import { SingleSelect, SingleSelectOption } from '@strapi/design-system';

interface Props {
  label: string;
  /** what nothing chosen means; left out: something is always chosen */
  any?: string;
  value: string;
  /** value and words */
  choices: [string, string][];
  onChange(value: string | null): void;
}

const ANY = '*';

/** One of several, with the words for "no matter which" first. */
export const Choice = ({ label, any, value, choices, onChange }: Props) => (
  <SingleSelect
    aria-label={label}
    value={value || ANY}
    onChange={(chosen: string | number) => onChange(chosen === ANY ? null : String(chosen))}
  >
    {any && <SingleSelectOption value={ANY}>{any}</SingleSelectOption>}
    {choices.map(([id, words]) => (
      <SingleSelectOption key={id} value={id}>
        {words}
      </SingleSelectOption>
    ))}
  </SingleSelect>
);
