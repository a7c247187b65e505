// Owns the routes of the chain of custody: read, enter, confirm.

import type { CaseCustody } from '../../../shared/custody-contract';
import { recordRead } from '../audit/record-read';
import { loadCase } from '../cases/load-case';
import { addEntry, confirmEntry } from '../custody/add-entry';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { custodyViews } from '../views/custody-views';
import { bodyOf, forActor, objectOf } from './respond';

export default {
  list: forActor(async (platform, actor, context): Promise<CaseCustody> => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'case.custody', subject));
    await recordRead(platform, actor, 'case', current.id);
    return custodyViews(platform, actor, current);
  }),

  add: forActor(async (platform, actor, context) => {
    const { table, row, kind, at, content, refersTo, reason, clientId } = bodyOf(context);
    const input = {
      table: String(table ?? ''),
      row: String(row ?? ''),
      kind,
      at,
      content: objectOf(content),
      refersTo,
      reason,
      clientId,
    };
    return { id: await addEntry(platform, actor, context.params.id, input) };
  }, 201),

  confirm: forActor(
    async (platform, actor, context) => ({ id: await confirmEntry(platform, actor, context.params.id) }),
    201,
  ),
};
