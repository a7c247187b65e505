// Owns the routes of units, people, absences, appointments and hand-over.
import { cancelAbsence, enterAbsence } from '../people/absences';
import { addPerson, deactivatePerson } from '../people/accounts';
import { appoint, revokeActing } from '../people/acting';
import { handOver, handOverTasks } from '../people/hand-over';
import { peopleOverview } from '../people/overview';
import { personDetail } from '../people/person-detail';
import { endPosition, givePosition } from '../people/positions';
import { addUnit, closeUnit, editUnit } from '../people/units';
import { putWord } from '../people/words';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor } from './respond';

type Change = (platform: Platform, actor: Actor, id: string, body: Record<string, unknown>) => Promise<unknown>;

/** A change of the thing that the address names. */
const changes = (change: Change) =>
  forActor((platform, actor, context) => change(platform, actor, context.params.id, bodyOf(context)));

export default {
  overview: forActor(peopleOverview),
  read: forActor((platform, actor, context) => personDetail(platform, actor, context.params.id)),
  add: forActor((platform, actor, context) => addPerson(platform, actor, bodyOf(context)), 201),
  deactivate: changes(deactivatePerson),
  givePosition: changes(givePosition),
  endPosition: changes(endPosition),
  enterAbsence: changes(enterAbsence),
  cancelAbsence: changes(cancelAbsence),
  tasks: forActor((platform, actor, context) => handOverTasks(platform, actor, context.params.id)),
  handOver: changes(handOver),
  appoint: forActor((platform, actor, context) => appoint(platform, actor, bodyOf(context)), 201),
  revoke: changes(revokeActing),
  addUnit: forActor((platform, actor, context) => addUnit(platform, actor, bodyOf(context)), 201),
  editUnit: changes(editUnit),
  closeUnit: changes(closeUnit),
  putWord: forActor((platform, actor, context) =>
    putWord(platform, actor, context.params.list, context.params.code, bodyOf(context)),
  ),
};
