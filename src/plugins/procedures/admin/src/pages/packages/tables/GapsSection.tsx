import { Typography } from '@strapi/design-system';
import * as React from 'react';

import { findGaps, gapWords, type Table } from '../../../../../shared/table-gaps';
import { useText } from '../../../text/useText';
import { SideSection } from '../SideSection';

/** Holes and overlaps of the tables of a file, at once while it is edited; whether they stop publishing, the check says. */
export const GapsSection = ({ tables }: { tables: Table[] }) => {
  const { t, pick } = useText();
  const gaps = React.useMemo(() => tables.flatMap(findGaps), [tables]);
  return (
    <SideSection title={t('tables.gaps')}>
      <Typography tag="p" variant="pi" textColor="neutral600">
        {t('tables.gapsAbout')}
      </Typography>
      {gaps.length === 0 && <Typography tag="p">{t('tables.noGaps')}</Typography>}
      <ul>
        {gaps.map((gap) => (
          <li key={`${gap.decision} ${gap.kind} ${gap.rules.join()} ${gap.example.vi}`}>
            <Typography variant="pi">{pick(gapWords(gap))}</Typography>
          </li>
        ))}
      </ul>
    </SideSection>
  );
};
