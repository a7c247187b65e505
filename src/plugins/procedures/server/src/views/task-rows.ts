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
  const caseIds = [...new Set(tasks.map((task) => task.case_id))];
  const assignees = [...new Set(tasks.flatMap((task) => task.assignee ?? []))];
  const dueClocks = [...new Set(tasks.flatMap((task) => task.due_clock ?? []))];

  const [[cases, records], people, units, clocks] = await Promise.all([
    knex('procedures.cases')
      .whereIn('id', caseIds)
      .then(
        async (found: CaseRecord[]): Promise<[CaseRecord[], Map<string, Record<string, unknown>>]> => [
          found,
          await recordsOf(platform.strapi, found),
        ],
      ),
    assignees.length > 0
      ? knex<{ id: string; full_name: string }>('procedures.people').select('id', 'full_name').whereIn('id', assignees)
      : [],
    knex<{ tenant_id: string; code: string; name: string }>('procedures.units')
      .select('code', 'name')
      .where({ tenant_id: tasks[0].tenant_id }),
    dueClocks.length > 0
      ? knex('procedures.clocks')
          .whereIn('id', dueClocks)
          .then((found: ClockRecord[]) => clockViews(knex, found, now))
      : [],
  ]);
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
