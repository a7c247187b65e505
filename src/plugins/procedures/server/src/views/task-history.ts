// Owns what became of a task: every hand it went through and why, for its page; and the last of it, in a sentence, for a
// page on which it has vanished.

import type { Bilingual } from '../../../shared/contracts';
import type { TaskHistoryRow, TaskStatus } from '../../../shared/taskpage-contract';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, TaskRecord } from '../storage/rows';
import { named, personNames } from './person-names';

interface HistoryRecord {
  kind: 'CLAIMED' | 'RELEASED' | 'DELEGATED';
  person_id: string | null;
  to_person: string | null;
  reason: string | null;
  at: Date;
}

export async function taskHistory(platform: Pick<Platform, 'knex'>, task: TaskRecord): Promise<TaskHistoryRow[]> {
  const rows: HistoryRecord[] = await platform
    .knex('procedures.task_history')
    .where({ task_id: task.id })
    .orderBy('at');
  const names = await personNames(platform.knex, [
    ...rows.flatMap((row) => [row.person_id, row.to_person]),
    task.completed_by,
  ]);
  const end: TaskHistoryRow[] =
    task.state === 'COMPLETED' || task.state === 'CANCELLED'
      ? [
          {
            kind: task.state,
            at: (task.completed_at ?? task.opened_at).toISOString(),
            person: named(names, task.completed_by),
            toPerson: null,
            reason: null,
          },
        ]
      : [];
  return [
    { kind: 'OPENED', at: task.opened_at.toISOString(), person: null, toPerson: null, reason: null },
    ...rows.map((row) => ({
      kind: row.kind,
      at: row.at.toISOString(),
      person: named(names, row.person_id),
      toPerson: named(names, row.to_person),
      reason: row.reason,
    })),
    ...end,
  ];
}

export async function taskStatus(
  platform: Pick<Platform, 'knex'>,
  task: TaskRecord,
  current: CaseRecord,
): Promise<TaskStatus> {
  const history = await taskHistory(platform, task);
  const last = history.at(-1);
  const names = await personNames(platform.knex, [task.assignee]);
  return {
    version: task.version,
    state: task.state,
    assignee: named(names, task.assignee),
    packageVersion: current.package_version,
    last: last && last.kind !== 'OPENED' ? { text: words(last), person: last.person, at: last.at } : null,
  };
}

function words({ kind, person, toPerson, reason }: TaskHistoryRow): Bilingual {
  const who = person?.name ?? null;
  const because = reason ? `: ${reason}` : '';
  switch (kind) {
    case 'CLAIMED':
      return { vi: `${who} đã nhận việc này`, en: `${who} has claimed this task` };
    case 'RELEASED':
      return { vi: `${who} đã trả việc này lại nhóm${because}`, en: `${who} has given this task back${because}` };
    case 'DELEGATED':
      return {
        vi: `${who} đã chuyển việc này cho ${toPerson?.name}${because}`,
        en: `${who} has passed this task to ${toPerson?.name}${because}`,
      };
    case 'COMPLETED':
      return who
        ? { vi: `${who} đã hoàn thành việc này`, en: `${who} has completed this task` }
        : { vi: 'Việc này đã hoàn thành', en: 'This task has been completed' };
    default:
      return {
        vi: 'Quy trình đã đóng việc này vì hồ sơ đã chuyển sang bước khác',
        en: 'The procedure has closed this task, because the case has gone another way',
      };
  }
}
