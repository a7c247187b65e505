// Owns what a hand-over would be at this moment: which shift ends, who comes, what is open, and who may sign.
import type { HandOverDraft, ShiftView } from '../../../shared/duty-contract';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { chooseUnit } from './duty-units';
import { handOverLines } from './hand-over-lines';
import { waitingOf } from './hand-over-views';
import { candidatesOf } from './roster';
import { shiftsAround, shiftToHandOver, shiftViews } from './shift-views';

const WITHOUT_ROSTER_MS = 12 * 60 * 60 * 1000;

export async function handOverDraft(
  platform: Platform,
  actor: Actor,
  asked: string | undefined,
): Promise<HandOverDraft> {
  const { knex, clock } = platform;
  const now = clock.now();
  const { unit, units, deskGroups } = await chooseUnit(knex, actor, asked);
  const ending = await shiftToHandOver(knex, actor.tenantId, unit.code, now);
  const { running, next } = await shiftsAround(knex, actor.tenantId, unit.code, now);
  const coming = ending && running && ending.id !== running.id ? running : next;
  const [shift, nextShift] = await Promise.all(
    [ending, coming].map(async (one) => (one ? ((await shiftViews(knex, [one], now))[0] ?? null) : null)),
  );
  const until = coming?.ends_at ?? new Date(now.getTime() + WITHOUT_ROSTER_MS);
  const isHere = actor.units.includes(unit.code);
  const people = await candidatesOf(knex, actor.tenantId, unit.code, deskGroups, now);
  const isOn = (view: ShiftView | null | undefined) =>
    [...(view?.people ?? []), ...(view?.deputy ? [view.deputy] : [])].some(({ id }) => id === actor.personId);
  const waiting = isHere ? await waitingOf(platform, actor, unit.code) : null;
  return {
    unit,
    units,
    shift: shift ?? null,
    nextShift: nextShift ?? null,
    clocksUntil: until.toISOString(),
    lines: isHere ? await handOverLines(platform, actor, unit.code, until) : [],
    takers: people
      .filter(({ id }) => id !== actor.personId)
      .map(({ id, name }) => ({ id, name, next: nextShift?.people.some((one) => one.id === id) ?? false }))
      .sort((a, b) => Number(b.next) - Number(a.next)),
    waiting,
    mayGive:
      isHere &&
      waiting === null &&
      (actor.headOf.includes(unit.code) ||
        (shift ? isOn(shift) : deskGroups.some((group) => actor.groups.includes(group)))),
    mayTakeAlone: isHere && waiting === null && shift != null && !isOn(shift),
  };
}
