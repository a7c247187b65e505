// Owns the routes of the duty desk: its board and its roster.
import { dutyBoard } from '../duty/board';
import { addShifts, cancelShift, readRoster } from '../duty/roster';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { bodyOf, forActor } from './respond';

export default {
  board: forActor((platform, actor, context) => dutyBoard(platform, actor, context.query.unit)),

  roster: forActor((platform, actor, context) => {
    requireAllowed(decide(actor, 'duty.list', { tenantId: actor.tenantId }));
    return readRoster(platform, actor, context.query);
  }),

  addShifts: forActor((platform, actor, context) => addShifts(platform, actor, bodyOf(context)), 201),

  cancelShift: forActor(async (platform, actor, context) => {
    await cancelShift(platform, actor, context.params.id, bodyOf(context).reason);
    return { id: context.params.id };
  }),
};
