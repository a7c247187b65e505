import { Button, Flex, Typography } from '@strapi/design-system';
import type * as React from 'react';

import { Empty } from '../../../components/Empty';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../text/useText';
import { type PartRow, PartTable } from './PartTable';

interface Props {
  label: string;
  about: string;
  /** beside it: what makes another */
  add?: React.ReactNode;
  empty: { title: string; hint: string };
  /** the acts come last of themselves */
  columns: string[];
  rows: PartRow[];
}

/** One kind of part of a draft: what it is, how another is made, and those that are there. */
export const PartList = ({ label, about, add, empty, columns, rows }: Props) => {
  const { t } = useText();
  return (
    <>
      <Flex justifyContent="space-between" gap={3} wrap="wrap">
        <Typography textColor="neutral600">{about}</Typography>
        {add}
      </Flex>
      {rows.length === 0 ? (
        <Empty title={empty.title}>{empty.hint}</Empty>
      ) : (
        <PartTable label={label} columns={[...columns, t('parts.acts')]} rows={rows} />
      )}
    </>
  );
};

/** Says of which part it is, for who does not see the row. */
export const ChangePart = ({ title, onClick }: { title: string; onClick(): void }) => {
  const { t } = useText();
  return (
    <Button size="S" variant="tertiary" aria-label={t('parts.changeOf', { title })} onClick={onClick}>
      {t('parts.change')}
    </Button>
  );
};

interface TitleProps {
  value: string;
  error?: string;
  onChange(title: string): void;
}

export const PartTitle = ({ value, error, onChange }: TitleProps) => {
  const { t } = useText();
  return (
    <TextField
      name="title"
      type="text"
      required
      label={t('parts.title')}
      maxLength={200}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
};
