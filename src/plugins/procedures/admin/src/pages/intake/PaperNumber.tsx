import { Button, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { BookView, ReservedNumber } from '../../../../shared/intake-contract';
import { withQuery } from '../../api/query';
import { useResource } from '../../api/useResource';
import { useText } from '../../text/useText';

interface Props {
  packageId: string;
  value: ReservedNumber;
  /** the server says that it waits no more */
  refused: boolean;
  /** null: not by a paper's number after all */
  onChange(number: ReservedNumber | null): void;
}

const NONE = 'NONE';

/** Under which paper's number it is entered; another one is chosen here, so that nothing has to be typed again. */
export const PaperNumber = ({ packageId, value, refused, onChange }: Props) => {
  const { t, pick } = useText();
  const [isChanging, setChanging] = React.useState(false);
  const open = isChanging || refused;
  const path = open ? withQuery('/book', { packageId, year: value.year }) : null;
  const { data, problem } = useResource<BookView>(path);
  const waiting = (data?.blocks ?? []).flatMap(({ waitingNumbers }) => waitingNumbers).sort((a, b) => a - b);
  const shown = (number: number) => `${number}/${value.year}`;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} paddingBottom={3}>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="bold">{t('intake.paperNumber', { number: shown(value.number) })}</Typography>
        {!open && (
          <Button variant="ghost" size="S" onClick={() => setChanging(true)}>
            {t('intake.paperChange')}
          </Button>
        )}
      </Flex>
      {open && (
        <Field.Root
          name="paper-number"
          error={problem ? pick(problem) : undefined}
          hint={data && waiting.length === 0 ? t('intake.paperNone') : undefined}
          style={{ maxWidth: '32rem' }}
        >
          <Field.Label>{t('intake.paperPick')}</Field.Label>
          <SingleSelect
            value={String(value.number)}
            onChange={(chosen: string | number) => {
              setChanging(false);
              onChange(chosen === NONE ? null : { ...value, number: Number(chosen) });
            }}
          >
            {!waiting.includes(value.number) && (
              <SingleSelectOption value={String(value.number)} disabled={data !== null}>
                {shown(value.number)}
              </SingleSelectOption>
            )}
            {waiting.map((number) => (
              <SingleSelectOption key={number} value={String(number)}>
                {shown(number)}
              </SingleSelectOption>
            ))}
            <SingleSelectOption value={NONE}>{t('intake.paperNot')}</SingleSelectOption>
          </SingleSelect>
          <Field.Hint />
          <Field.Error />
        </Field.Root>
      )}
    </Flex>
  );
};
