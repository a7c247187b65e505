// Owns the route by which a page follows what it has sent.

import { waitForAction } from '../outbox/find-action';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { caseSubject } from '../policy/subjects';
import { nextTask } from '../tasks/next-task';
import { forActor, waitOf } from './respond';

export default {
  read: forActor(async (platform, actor, context) => {
    const action = await waitForAction(platform.knex, platform.settlements, context.params.id, waitOf(context));
    const current = action.case_id
      ? await platform.knex('procedures.cases').where({ id: action.case_id }).first()
      : null;
    requireAllowed(
      decide(actor, 'action.read', {
        tenantId: action.tenant_id,
        personId: action.person_id,
        case: current ? caseSubject(current) : null,
      }),
    );
    return {
      id: action.id,
      state: action.state,
      reason: reasonOf(action.state, action.superseded_reason),
      caseId: action.case_id,
      result: action.result,
      next: await nextTask(platform, actor, action),
    };
  }),
};

function reasonOf(state: string, reason: string | null) {
  if (state === 'SUPERSEDED') {
    return {
      vi: 'Công việc đã kết thúc theo cách khác trước khi thao tác này được ghi. Nội dung bạn nhập được giữ lại làm bản nháp.',
      en: `The task ended in another way before this act was recorded (${reason ?? ''}). What you typed is kept as a draft.`,
    };
  }
  if (state === 'BLOCKED') {
    return {
      vi: 'Bộ máy quy trình không có dấu vết của công việc này; người vận hành đã được báo. Nội dung bạn nhập vẫn còn.',
      en: 'The engine has no trace of this task; the operator has been alerted. What you typed is kept.',
    };
  }
  return null;
}
