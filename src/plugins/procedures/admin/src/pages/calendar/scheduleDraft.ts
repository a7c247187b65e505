import type { DueRule, ScheduleDefinition, ScheduleRow } from '../../../../shared/schedules-contract';
import { fromLocalInput, toLocalInput } from '../../time/instants';

export type DueChoice = 'NONE' | 'BEFORE_DATE' | 'BY_DATE' | 'CALENDAR_DAYS' | 'WORKING_DAYS';

/** What is typed, as text; the server judges it again. */
export interface ScheduleDraft {
  code: string;
  titleVi: string;
  titleEn: string;
  legalBasis: string;
  kind: ScheduleDefinition['period']['kind'];
  startDay: string;
  startMonth: string;
  months: string;
  startYear: string;
  due: DueChoice;
  dueDay: string;
  /** empty: of every month */
  dueMonth: string;
  dueDays: string;
  rolling: ScheduleDefinition['rolling'];
  opensEarly: boolean;
  openDays: string;
  owner: string;
  /** unit codes */
  recipients: string[];
  /** bodies outside, one a line */
  others: string;
  informs: string[];
  active: boolean;
  confirmed: boolean;
  by: string;
  at: string;
  document: string;
  reason: string;
}

export function draftOf(row: ScheduleRow | null): ScheduleDraft {
  const definition = row?.definition;
  const { period, due, opens, confirmation, recipients = [] } = definition ?? {};
  return {
    code: row?.code ?? '',
    titleVi: definition?.title.vi ?? '',
    titleEn: definition?.title.en ?? '',
    legalBasis: definition?.legalBasis ?? '',
    kind: period?.kind ?? 'MONTH',
    startDay: String(period?.startDay ?? 1),
    startMonth: String(period?.startMonth ?? 1),
    months: String(period?.months ?? 9),
    startYear: String(period?.startYear ?? new Date().getFullYear()),
    due: !due ? 'NONE' : due.kind !== 'FIXED_DATE' ? due.kind : due.before ? 'BEFORE_DATE' : 'BY_DATE',
    dueDay: due?.kind === 'FIXED_DATE' ? String(due.day) : '5',
    dueMonth: due?.kind === 'FIXED_DATE' && due.month !== null ? String(due.month) : '',
    dueDays: due && due.kind !== 'FIXED_DATE' ? String(due.days) : '5',
    rolling: definition?.rolling ?? 'NEXT_WORKING_DAY',
    opensEarly: opens?.kind === 'DAYS_BEFORE_DUE',
    openDays: String(opens?.kind === 'DAYS_BEFORE_DUE' ? opens.days : 10),
    owner: definition?.owner ?? '',
    recipients: recipients.flatMap((one) => (one.unit ? [one.unit] : [])),
    others: recipients
      .filter((one) => !one.unit)
      .map((one) => one.name)
      .join('\n'),
    informs: definition?.informs ?? [],
    active: definition?.active ?? false,
    confirmed: confirmation?.state === 'CONFIRMED',
    by: confirmation?.by ?? '',
    at: confirmation?.at ? toLocalInput(new Date(confirmation.at)).slice(0, 10) : toLocalInput(new Date()).slice(0, 10),
    document: confirmation?.document ?? '',
    reason: '',
  };
}

/** `known`: how the recipients were called before (a unit may be named more closely than the unit itself). */
export function definitionOf(
  draft: ScheduleDraft,
  known: ScheduleDefinition['recipients'],
  nameOf: (unit: string) => string,
): ScheduleDefinition {
  const isCustom = draft.kind === 'CUSTOM';
  return {
    title: { vi: draft.titleVi.trim(), en: draft.titleEn.trim() || draft.titleVi.trim() },
    legalBasis: draft.legalBasis.trim(),
    confirmation: draft.confirmed
      ? {
          state: 'CONFIRMED',
          by: draft.by.trim(),
          at: fromLocalInput(`${draft.at}T00:00`)?.toISOString() ?? null,
          document: draft.document.trim(),
        }
      : { state: 'UNCONFIRMED' },
    period: {
      kind: draft.kind,
      startMonth: Number(draft.startMonth),
      startDay: Number(draft.startDay),
      ...(isCustom ? { months: Number(draft.months), startYear: Number(draft.startYear) } : {}),
    },
    due: dueOf(draft),
    rolling: draft.rolling,
    opens: draft.opensEarly ? { kind: 'DAYS_BEFORE_DUE', days: Number(draft.openDays) } : { kind: 'PERIOD_END' },
    owner: draft.owner,
    recipients: [
      ...draft.recipients.map((unit) => ({
        unit,
        name: known.find((one) => one.unit === unit)?.name ?? nameOf(unit),
      })),
      ...draft.others
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => ({ unit: null, name })),
    ],
    informs: draft.informs,
    active: draft.active,
  };
}

function dueOf(draft: ScheduleDraft): DueRule | null {
  switch (draft.due) {
    case 'NONE':
      return null;
    case 'CALENDAR_DAYS':
    case 'WORKING_DAYS':
      return { kind: draft.due, days: Number(draft.dueDays) };
    default:
      return {
        kind: 'FIXED_DATE',
        day: Number(draft.dueDay),
        month: draft.dueMonth.trim() === '' ? null : Number(draft.dueMonth),
        before: draft.due === 'BEFORE_DATE',
      };
  }
}

/** Names of the fields that are empty and may not be; the rest is the server's to judge. */
export function draftFaults(draft: ScheduleDraft, isNew: boolean): (keyof ScheduleDraft)[] {
  const needed: (keyof ScheduleDraft)[] = ['titleVi', 'owner', 'reason'];
  if (isNew) needed.push('code');
  if (draft.confirmed) needed.push('by', 'at', 'document');
  const empty = needed.filter((name) => String(draft[name]).trim() === '');
  const isSentNowhere = draft.recipients.length === 0 && draft.others.trim() === '';
  return isSentNowhere ? [...empty, 'recipients'] : empty;
}
