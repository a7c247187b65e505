import { Typography } from '@strapi/design-system';

import type { BoardUnit, HeadRecord } from '../../../../shared/boards-contract';
import { useText } from '../../text/useText';
import { FigureLink } from './FigureLink';
import { percent } from './percent';

/** Share of what had a term and was done in time; what was done under an earlier head stays under that name. */
export const OnTimeCell = ({ unit, at }: { unit: BoardUnit; at: number }) => {
  const { t } = useText();
  const shown = unit.records.filter((record) => record.isNow || record.onTime[at].done.value > 0);
  return (
    <>
      {shown.map((record) => (
        <Line key={record.head?.id ?? 'none'} record={record} at={at} unit={unit.name} noHead={t('boards.noHead')} />
      ))}
    </>
  );
};

const Line = ({ record, at, unit, noHead }: { record: HeadRecord; at: number; unit: string; noHead: string }) => {
  const { t, language } = useText();
  const { onTime, late, done, days } = record.onTime[at];
  const share = percent(onTime.value, onTime.value + late.value, language);
  const who = record.head?.name ?? noHead;
  const label = t('boards.onTimeOf', { unit, name: who, days, late: late.value, done: done.value });
  return (
    <div title={label}>
      {!record.isNow && (
        <Typography variant="pi" textColor="neutral600" style={{ display: 'block' }}>
          {t('boards.before', { name: who })}
        </Typography>
      )}
      {share === null ? (
        <Typography textColor="neutral600">–</Typography>
      ) : (
        <FigureLink figure={done} label={label} text={share} />
      )}
      {late.value > 0 && (
        <Typography variant="pi" textColor="neutral600" style={{ display: 'block', whiteSpace: 'nowrap' }}>
          {t('boards.lateOnes')} <FigureLink figure={late} label={`${unit}, ${who}, ${t('boards.lateOnes')}`} />
        </Typography>
      )}
    </div>
  );
};
