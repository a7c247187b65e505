// Owns how tasks are shown in lists.
import type { TaskRow } from '../../../shared/contracts';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, ClockRecord, TaskRecord } from '../storage/rows';
import { caseTitle, stateTitle } from './case-title';
import { clockViews } from './clock-view';
import { recordsOf } from './record-rows';

export async function taskRows(platform: Platform, tasks: TaskRecord[]): Promise<TaskRow[]> {
  if (tasks.length === 0) return [];
  const { knex } = platform;
  const now = platform.clock.now();
  const cases: CaseRecord[] = await knex('procedures.cases').whereIn('id', [
    ...new Set(tasks.map((task) => task.case_id)),
  ]);
  const people: { id: string; full_name: string }[] = await knex('procedures.people').whereIn(
    'id',
    tasks.flatMap((task) => (task.assignee ? [task.assignee] : [])),
  );
  const units: { code: string; name: string }[] = await knex('procedures.units').where({
    tenant_id: tasks[0].tenant_id,
  });
  const clockRows: ClockRecord[] = await knex('procedures.clocks').whereIn(
    'id',
    tasks.flatMap((task) => (task.due_clock ? [task.due_clock] : [])),
  );
  const clocks = await clockViews(knex, clockRows, now);
  const records = await recordsOf(platform.strapi, cases);
  return Promise.all(
    tasks.map(async (task) => {
      const current = cases.find((one) => one.id === task.case_id) as CaseRecord;
      const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
      const assignee = people.find((person) => person.id === task.assignee);
      return {
        id: task.id,
        title: task.title,
        elementId: task.element_id,
        caseId: task.case_id,
        bookNo: current.book_no,
        caseTitle: caseTitle(published, current, records.get(current.record_document_id) ?? {}),
        caseState: current.state,
        caseStateTitle: stateTitle(published, current.state),
        handlingUnit: current.handling_unit,
        handlingUnitName: units.find((unit) => unit.code === current.handling_unit)?.name ?? null,
        assignee: assignee ? { id: assignee.id, name: assignee.full_name } : null,
        candidateGroups: task.candidate_groups,
        openedAt: task.opened_at.toISOString(),
        version: task.version,
        state: task.state,
        clock: clocks.find((clock) => clock.id === task.due_clock) ?? null,
      };
    }),
  );
}
