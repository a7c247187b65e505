// Owns the keeping of a schedule: a new one, or a new version of one that exists. What was said before stays readable;
// occurrences that are open keep the version they opened with.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { ScheduleDefinition } from '../../../shared/schedules-contract';
import { ProblemError } from '../problems/problem-error';
import { definitionProblems } from './check-definition';

interface Change {
  tenantId: string;
  personId: string | null;
  reason: unknown;
  now: Date;
}

export async function addSchedule(
  trx: Knex.Transaction,
  change: Change & { code: unknown; definition: unknown },
): Promise<{ id: string; version: number }> {
  const code = typeof change.code === 'string' ? change.code.trim() : '';
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/.test(code))
    throw refused([{ path: 'code', vi: 'Mã gồm chữ không dấu, số, gạch nối', en: 'Expected letters, digits, dashes' }]);
  const id = randomUUID();
  const added = await trx('procedures.schedules')
    .insert({ id, tenant_id: change.tenantId, code, created_at: change.now })
    .onConflict(['tenant_id', 'code'])
    .ignore()
    .returning('id');
  if (added.length === 0)
    throw refused([{ path: 'code', vi: 'Mã này đã có', en: 'Expected a code that is not taken yet' }]);
  await insertVersion(trx, id, 1, change, change.definition as ScheduleDefinition);
  return { id, version: 1 };
}

export async function addScheduleVersion(
  trx: Knex.Transaction,
  change: Change & { scheduleId: string; version: unknown; definition: Record<string, unknown> },
): Promise<{ id: string; version: number }> {
  const current = await trx('procedures.schedule_versions')
    .where({ schedule_id: change.scheduleId })
    .whereNull('superseded_at')
    .forUpdate()
    .first();
  if (current.version !== change.version)
    throw new ProblemError({
      code: 'SCHEDULE_CHANGED_MEANWHILE',
      status: 409,
      vi: `Chế độ báo cáo này đã có bản ${current.version}. Hãy tải lại, xem bản mới rồi sửa tiếp.`,
      en: `Expected a change of the version in force, but version ${current.version} has come meanwhile: reload, then change that.`,
    });
  const version = current.version + 1;
  await trx('procedures.schedule_versions')
    .where({ schedule_id: change.scheduleId, version: current.version })
    .update({ superseded_at: change.now, next_open_at: null });
  const known = Object.keys(current.definition as ScheduleDefinition);
  const asked = Object.fromEntries(Object.entries(change.definition).filter(([name]) => known.includes(name)));
  await insertVersion(trx, change.scheduleId, version, change, { ...current.definition, ...asked });
  return { id: change.scheduleId, version };
}

async function insertVersion(
  trx: Knex.Transaction,
  scheduleId: string,
  version: number,
  { tenantId, personId, reason, now }: Change,
  definition: ScheduleDefinition,
): Promise<void> {
  const why = typeof reason === 'string' ? reason.trim().slice(0, 1000) : '';
  const units: string[] = await trx('procedures.units').where({ tenant_id: tenantId }).pluck('code');
  const problems = definitionProblems(definition, new Set(units));
  if (why === '') problems.push({ path: 'reason', vi: 'Cần lý do thay đổi', en: 'Expected the reason of the change' });
  if (problems.length > 0) throw refused(problems);
  if (definition.active && !definition.due) throw withoutDue();
  await trx('procedures.schedule_versions').insert({
    schedule_id: scheduleId,
    version,
    definition: JSON.stringify(definition),
    active: definition.active === true,
    reason: why,
    changed_by: personId,
    created_at: now,
  });
}

const refused = (problems: { path: string; vi: string; en: string }[]) =>
  new ProblemError({
    code: 'SCHEDULE_REFUSED',
    status: 422,
    vi: `Chế độ báo cáo chưa lưu được: ${problems.map((one) => one.vi).join('; ')}. Hãy sửa rồi lưu lại.`,
    en: `Expected a complete schedule, but: ${problems.map((one) => one.en).join('; ')}.`,
    detail: { problems },
  });

const withoutDue = () =>
  new ProblemError({
    code: 'SCHEDULE_HAS_NO_DUE',
    status: 422,
    vi: 'Chưa bật được chế độ báo cáo này vì chưa có hạn gửi: kế hoạch không ghi ngày. Hãy nhập hạn gửi (theo văn bản nào) rồi bật.',
    en: 'Expected a due before the schedule is switched on, but it has none: the plan gives no date. Enter the due, then switch it on.',
    detail: { problems: [{ path: 'due', vi: 'Cần hạn gửi', en: 'A due is needed' }] },
  });
