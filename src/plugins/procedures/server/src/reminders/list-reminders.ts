// Owns the lists of reminders that a person may see: received by units led, sent by the own unit, or of units beneath.
import type { Knex } from 'knex';
import type { ReminderList, ReminderRow } from '../../../shared/boards-contract';
import { boardSettings } from '../boards/board-settings';
import { boardUnits, pressedUnits } from '../policy/board-scope';
import { caseAccess } from '../policy/case-access';
import { decide } from '../policy/decide';
import { isStaff } from '../policy/policy-action';
import { caseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { type ReminderRecord, reminderSubject } from './reminder-subject';
import { mayBeRepeated } from './send-reminder';

interface Listed extends ReminderRecord {
  from_name: string | null;
  to_name: string | null;
  sender: string;
  answerer: string | null;
  repeats: string | null;
  is_repeated: boolean;
  of_case: CaseRecord | null;
}
const MOST = 100;

export async function listReminders(
  platform: Platform,
  actor: Actor,
  query: Record<string, string | undefined>,
): Promise<ReminderList> {
  const { knex } = platform;
  const press = pressedUnits(actor);
  const [{ answerDays }, units, found] = await Promise.all([
    boardSettings(knex, actor.tenantId),
    knex('procedures.units')
      .where({ tenant_id: actor.tenantId })
      .whereIn('code', press)
      .whereNull('closed_from')
      .orderBy(['sort_order', 'name'])
      .select('code as unit', 'name'),
    seen(platform, actor, (rows) => {
      if (query.state === 'waiting') rows.whereNull('r.answered_at');
      if (query.unit) rows.where('r.to_unit', query.unit);
    }),
  ]);
  return { ...found, press: units, answerDays };
}

/** Sent a second time or more often, and no answer in time: what leaders above have to know. */
export async function unansweredReminders(platform: Platform, actor: Actor): Promise<ReminderRow[]> {
  const now = platform.clock.now();
  const { items } = await seen(platform, actor, (rows) => {
    rows.whereNull('r.answered_at').where('r.round', '>', 1).where('r.answer_due_at', '<=', now);
  });
  return items;
}

async function seen(
  { knex, clock }: Platform,
  actor: Actor,
  narrow: (rows: Knex.QueryBuilder) => void,
): Promise<{ items: ReminderRow[]; total: number }> {
  if (!isStaff(actor)) return { items: [], total: 0 };
  const sees = [...new Set([...boardUnits(actor), ...actor.headOf])];
  const scoped = () => {
    const rows = knex('procedures.reminders as r')
      .leftJoin('procedures.cases as c', 'c.id', 'r.case_id')
      .where('r.tenant_id', actor.tenantId)
      // The rules of policy/reminder-rules.ts, told in SQL.
      .whereRaw('(c.id is null or not c.restricted or c.participating_units && ?::text[])', [[...actor.units]])
      .where((concerned) =>
        concerned.whereIn('r.to_unit', sees).orWhereIn(
          'r.from_unit',
          sees.filter((unit) => actor.units.includes(unit)),
        ),
      );
    narrow(rows);
    return rows;
  };
  const [rows, [{ total }]] = await Promise.all([
    scoped()
      .leftJoin('procedures.units as f', (on) => on.on('f.tenant_id', 'r.tenant_id').andOn('f.code', 'r.from_unit'))
      .leftJoin('procedures.units as t', (on) => on.on('t.tenant_id', 'r.tenant_id').andOn('t.code', 'r.to_unit'))
      .join('procedures.people as s', 's.id', 'r.sent_by')
      .leftJoin('procedures.people as a', 'a.id', 'r.answered_by')
      .leftJoin('procedures.reminders as p', 'p.id', 'r.previous_id')
      .orderBy([
        { column: 'r.sent_at', order: 'desc' },
        { column: 'r.number', order: 'desc' },
      ])
      .limit(MOST)
      .select(
        'r.*',
        'f.name as from_name',
        't.name as to_name',
        's.full_name as sender',
        'a.full_name as answerer',
        knex.raw("p.number || '/' || p.year as repeats"),
        knex.raw('exists (select from procedures.reminders l where l.previous_id = r.id) as is_repeated'),
        knex.raw('case when c.id is not null then row_to_json(c) end as of_case'),
      ) as unknown as Promise<Listed[]>,
    scoped().count('* as total') as unknown as Promise<{ total: string }[]>,
  ]);
  return { items: rows.map((row) => rowOf(actor, row, clock.now())), total: Number(total) };
}

function rowOf(actor: Actor, row: Listed, now: Date): ReminderRow {
  const subject = reminderSubject(row, row.of_case);
  const isLate = row.answer_due_at <= now;
  const mayKnow = row.of_case && ['content', 'summary'].includes(caseAccess(actor, caseSubject(row.of_case)));
  return {
    id: row.id,
    number: `${row.number}/${row.year}`,
    round: row.round,
    repeats: row.repeats,
    from: { unit: row.from_unit, name: row.from_name ?? row.from_unit },
    to: { unit: row.to_unit, name: row.to_name ?? row.to_unit },
    sentBy: row.sender,
    sentAt: row.sent_at.toISOString(),
    answerDueAt: row.answer_due_at.toISOString(),
    reason: row.reason,
    about: row.of_case && {
      caseId: row.of_case.id,
      bookNo: row.of_case.book_no,
      title: (mayKnow && row.of_case.title) || '',
    },
    state: row.answered_at ? 'ANSWERED' : isLate ? 'LATE' : 'WAITING',
    answer: row.answered_at && {
      text: row.answer ?? '',
      by: row.answerer ?? '',
      at: row.answered_at.toISOString(),
    },
    escalatedAt: row.escalated_at?.toISOString() ?? null,
    mayAnswer: decide(actor, 'reminder.answer', subject).allowed,
    mayRepeat: !row.is_repeated && mayBeRepeated(row, now) && decide(actor, 'reminder.send', subject).allowed,
  };
}
