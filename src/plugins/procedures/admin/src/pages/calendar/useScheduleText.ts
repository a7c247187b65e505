import type { ScheduleDefinition, ScheduleList } from '../../../../shared/schedules-contract';
import { useText } from '../../text/useText';

export type Units = ScheduleList['units'];

interface ScheduleText {
  period(definition: ScheduleDefinition): string;
  due(definition: ScheduleDefinition): string;
  opens(definition: ScheduleDefinition): string;
  unit(units: Units, code: string): string;
}

/** `2026-12-31` as people read it. */
export const dayWords = (day: string) => day.split('-').reverse().join('/');

/** A schedule in words: its period, its due, when it opens. */
export function useScheduleText(): ScheduleText {
  const { t } = useText();
  return {
    period: ({ period }) => {
      const start = `${String(period.startDay).padStart(2, '0')}/${String(period.startMonth).padStart(2, '0')}`;
      const kind =
        period.kind === 'CUSTOM'
          ? t('schedules.everyMonths', { months: period.months ?? 0 })
          : t(`schedules.period.${period.kind}`);
      const isCivil = period.startDay === 1 && period.startMonth === 1;
      return isCivil ? kind : t('schedules.periodFrom', { kind, start });
    },
    due: ({ due }) => {
      if (!due) return t('schedules.noDue');
      if (due.kind !== 'FIXED_DATE') return t(`schedules.dueAfter.${due.kind}`, { days: due.days });
      const day = String(due.day).padStart(2, '0');
      const date = due.month === null ? day : `${day}/${String(due.month).padStart(2, '0')}`;
      return t(
        due.month === null
          ? due.before
            ? 'schedules.beforeDay'
            : 'schedules.byDay'
          : due.before
            ? 'schedules.beforeDate'
            : 'schedules.byDate',
        { date },
      );
    },
    opens: ({ opens }) =>
      opens.kind === 'PERIOD_END' ? t('schedules.opensAtEnd') : t('schedules.opensBefore', { days: opens.days }),
    unit: (units, code) => units.find((unit) => unit.code === code)?.name ?? code,
  };
}
