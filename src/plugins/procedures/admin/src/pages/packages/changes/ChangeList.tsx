/** Every change in words, with its values as they are and as proposed, whole. */
import { Box, Typography } from '@strapi/design-system';
import * as React from 'react';
import { styled } from 'styled-components';

import type { PackageChange } from '../../../../../shared/packages-contract';
import { useText } from '../../../text/useText';
import { ChangedValue } from './ChangedValue';
import { changedWords, type Piece } from './changedWords';

const Values = styled.dl`
  display: grid;
  grid-template-columns: minmax(10rem, 1fr) minmax(0, 2fr) minmax(0, 2fr);
  gap: 0.4rem 1.6rem;
  padding: 0.4rem 0 0.8rem 1.6rem;
  dt,
  dd {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  @media (max-width: 768px) {
    grid-template-columns: 1fr;
  }
`;

interface Sides {
  before: Piece[];
  after: Piece[];
}

function sidesOf({ before, after }: PackageChange['properties'][number]): Sides {
  if (before !== null && after !== null) return changedWords(before, after);
  const only = (text: string | null): Piece[] => (text === null ? [] : [{ text, changed: false }]);
  return { before: only(before), after: only(after) };
}

const Property = ({ property }: { property: PackageChange['properties'][number] }) => {
  const { t } = useText();
  const sides = React.useMemo(() => sidesOf(property), [property]);
  return (
    <>
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {property.name}
      </Typography>
      {(['before', 'after'] as const).map((side) => (
        <dd key={side}>
          <Typography tag="div" variant="pi" textColor="neutral600">
            {t(`packages.${side}`)}
          </Typography>
          {sides[side].length > 0 ? <ChangedValue pieces={sides[side]} side={side} /> : '∅'}
        </dd>
      ))}
    </>
  );
};

const Properties = ({ change }: { change: PackageChange }) => (
  <Values>
    {change.properties.map((one) => (
      <Property key={one.name} property={one} />
    ))}
  </Values>
);

export const ChangeList = ({ changes }: { changes: PackageChange[] }) => {
  const { t, pick } = useText();
  return (
    <ul>
      {changes.map((change) => (
        <li key={`${change.kind} ${change.file} ${change.element} ${change.vi}`}>
          <Typography>{pick(change)}</Typography>
          {change.kind === 'CHANGED' && <Properties change={change} />}
          {change.kind !== 'CHANGED' && change.properties.length > 0 && (
            <Box tag="details" paddingLeft={4}>
              <Typography tag="summary" variant="pi" style={{ cursor: 'pointer' }}>
                {t('packages.showContent')}
              </Typography>
              <Properties change={change} />
            </Box>
          )}
        </li>
      ))}
    </ul>
  );
};
