import { Typography } from '@strapi/design-system';

import type { DecidedInput, DecidedRule } from '../../../../../shared/decisions-contract';
import { useText } from '../../../text/useText';
import { sayValue } from './sayValue';

interface Props {
  rule: DecidedRule;
  inputs: DecidedInput[];
  hitPolicy: string;
}

/** A rule that was not taken: the cells that do not hold, and what they were held against. */
export const MissedRule = ({ rule: { rule, about, misses }, inputs, hitPolicy }: Props) => {
  const text = useText();
  const { t } = text;
  return (
    <li>
      <Typography tag="p" textColor="neutral800" paddingTop={1} style={{ overflowWrap: 'anywhere' }}>
        <strong>{t('tables.try.ruleName', { rule })}</strong>
        {about && ` (${about})`}
      </Typography>
      {misses?.length === 0 && (
        <Typography tag="p" variant="pi" textColor="neutral800">
          {t(hitPolicy === 'FIRST' ? 'tables.try.behind' : 'tables.try.holdsToo')}
        </Typography>
      )}
      {misses?.map(({ column, id, cell, hint }) => (
        <Typography key={id} tag="p" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
          {'× '}
          {t('tables.try.missed', {
            column: inputs[column]?.title ?? '',
            cell,
            value: sayValue(inputs[column]?.value, text),
          })}
          {hint && ` ${t(`tables.try.hint.${hint}`)}`}
        </Typography>
      ))}
    </li>
  );
};
