// Owns who guards sealed identities: staff with a position that gives the custodian's role;
// never somebody who acts for them.
import { type Actor, CUSTODIAN_ROLE } from '../tenants/actor';
import { isStaff } from './policy-action';

export const isCustodian = (actor: Actor): boolean =>
  isStaff(actor) && actor.own.groups.some((group) => group.endsWith(`/${CUSTODIAN_ROLE}`));
