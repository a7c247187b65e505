import { Typography } from '@strapi/design-system';
import { Link } from 'react-router-dom';

import type { BoardUnit } from '../../../../shared/boards-contract';
import { Empty } from '../../components/Empty';
import { PAGES_ROOT } from '../../text/pluginId';
import { type TextKey, useText } from '../../text/useText';
import { formatDay } from '../../time/instants';
import { BoardTable } from './BoardGrid';
import { FigureLink } from './FigureLink';
import { OnTimeCell } from './OnTimeCell';

const FIGURES = [
  { name: 'open', tone: 'plain' },
  { name: 'ok', tone: 'plain' },
  { name: 'amber', tone: 'amber' },
  { name: 'overdue', tone: 'red' },
  { name: 'none', tone: 'plain' },
  { name: 'unclaimed', tone: 'plain' },
  { name: 'stuck', tone: 'plain' },
] as const;

/** One row a unit, under the name of who leads it. */
export const UnitTable = ({ units }: { units: BoardUnit[] }) => {
  const { t } = useText();
  if (units.length === 0) return <Empty title={t('boards.noUnits')} />;
  const column = (name: string) => t(`boards.column.${name}` as TextKey);
  return (
    <BoardTable>
      <thead>
        <tr>
          <th scope="col">{t('boards.column.unit')}</th>
          {FIGURES.map(({ name }) => (
            <th key={name} scope="col">
              {column(name)}
            </th>
          ))}
          <th scope="col">{t('boards.column.oldest')}</th>
          <th scope="col">{t('boards.column.cases')}</th>
          <th scope="col">{t('boards.column.waiting')}</th>
          <th scope="col">{t('boards.column.onTime', { days: 30 })}</th>
          <th scope="col">{t('boards.column.onTime', { days: 90 })}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.unit}>
            <th scope="row">
              <Typography fontWeight="bold" tag="span" style={{ display: 'block', overflowWrap: 'anywhere' }}>
                {unit.name}
              </Typography>
              <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
                {unit.head ? `${unit.head.name}, ${unit.head.title}` : t('boards.noHead')}
              </Typography>
            </th>
            {FIGURES.map(({ name, tone }) => (
              <td key={name} data-name={column(name)}>
                <FigureLink
                  figure={unit[name]}
                  label={`${unit.name}, ${column(name)}`}
                  tone={unit[name].value > 0 ? tone : 'plain'}
                />
              </td>
            ))}
            <td data-name={t('boards.column.oldest')}>
              {unit.oldest ? (
                <Typography
                  tag={Link}
                  to={`${PAGES_ROOT}/cases/${unit.oldest.caseId}`}
                  textColor="neutral800"
                  style={{ whiteSpace: 'nowrap' }}
                >
                  {formatDay(unit.oldest.openedAt)}
                </Typography>
              ) : (
                <Typography textColor="neutral600">–</Typography>
              )}
            </td>
            <td data-name={t('boards.column.cases')}>
              <FigureLink figure={unit.cases} label={`${unit.name}, ${t('boards.column.cases')}`} />
            </td>
            <td data-name={t('boards.column.waiting')}>
              <FigureLink figure={unit.waiting} label={`${unit.name}, ${t('boards.column.waiting')}`} />
            </td>
            {[0, 1].map((at) => (
              <td key={at} data-name={t('boards.column.onTime', { days: at === 0 ? 30 : 90 })}>
                <OnTimeCell unit={unit} at={at} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </BoardTable>
  );
};
