import { Typography } from '@strapi/design-system';
import * as React from 'react';

import { useText } from '../../../text/useText';
import { SideSection } from '../SideSection';
import { findGaps } from './findGaps';
import type { Table } from './readTables';

/** Holes and overlaps of the tables of a file: notes, which stop nobody. */
export const GapsSection = ({ tables }: { tables: Table[] }) => {
  const { t } = useText();
  const gaps = React.useMemo(() => tables.flatMap(findGaps), [tables]);
  return (
    <SideSection title={t('tables.gaps')}>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('tables.gapsAbout')}
      </Typography>
      {gaps.length === 0 && <Typography tag="p">{t('tables.noGaps')}</Typography>}
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.decision} ${gap.kind} ${gap.rules.join()} ${gap.example}`}>
            <Typography variant="pi">
              {gap.name}:{' '}
              {gap.kind === 'hole'
                ? t('tables.hole', { example: gap.example })
                : t('tables.overlap', { rules: gap.rules.join(', '), example: gap.example })}
            </Typography>
          </li>
        ))}
      </ul>
    </SideSection>
  );
};
