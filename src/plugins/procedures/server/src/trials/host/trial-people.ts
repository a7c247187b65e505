// Owns the people of a trial: invented ones, two for every group (some steps must be checked by somebody else) and a head
// for every unit. No account, no name of a real person.
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { TrialWorld } from '../../../../shared/trials-contract';
import type { ReadPackage } from '../../packages/read-package';
import type { Actor } from '../../tenants/actor';
import { loadActorOfPerson } from '../../tenants/load-actor';

const SINCE = new Date('1946-01-01T00:00:00Z');
const GROUP = /^[\p{L}\p{N}_-]+\/[\p{L}\p{N}_-]+$/u;

interface TrialPerson {
  id: string;
  name: string;
  unit: string;
  title: string;
  roles: string[];
  isHead: boolean;
}

/** Groups that the package names anywhere: in its manifest and in its models. */
export function groupsOf(read: ReadPackage): string[] {
  const drawn = [...read.files]
    .filter((file) => file.kind === 'bpmn')
    .flatMap((file) => [...file.content.toString('utf8').matchAll(/candidateGroups="([^"=]+)"/g)])
    .flatMap(([, groups = '']) => groups.split(',').map((group) => group.trim()));
  const known = read.manifest.candidateGroups.map((group) => group.id);
  const starting = read.manifest.starts.flatMap((start) => start.groups);
  return [...new Set([...known, ...starting, ...drawn])].filter((group) => GROUP.test(group)).sort();
}

/** Units that the world lacks and the groups need are made up. */
export async function settleTrialPeople(
  trx: Knex,
  tenantId: string,
  world: TrialWorld,
  groups: readonly string[],
): Promise<void> {
  const known = new Set(world.units.map((unit) => unit.code));
  const missing = [...new Set(groups.map(unitOf))].filter((code) => !known.has(code));
  const units = [...world.units, ...missing.map((code) => ({ code, name: code, parent: null, external: false }))];
  if (units.length === 0) return;
  await trx('procedures.units').insert(
    units.map((unit) => ({
      id: randomUUID(),
      tenant_id: tenantId,
      code: unit.code,
      name: unit.name,
      parent_code: unit.parent,
      external: unit.external,
    })),
  );
  const people = [
    ...groups.flatMap((group) => [1, 2].map((n) => member(group, n))),
    ...units.filter((unit) => !unit.external).map((unit) => head(unit.code)),
  ];
  await trx('procedures.people').insert(people.map(({ id, name }) => ({ id, tenant_id: tenantId, full_name: name })));
  await trx('procedures.positions').insert(
    people.map((person) => ({
      id: randomUUID(),
      tenant_id: tenantId,
      person_id: person.id,
      unit_code: person.unit,
      title: person.title,
      roles: person.roles,
      is_head: person.isHead,
      valid_from: SINCE,
    })),
  );
}

/** Everybody of the trial tenant; what they hold does not change while it lasts. */
export async function loadTrialActors(knex: Knex, tenantId: string, now: Date): Promise<Actor[]> {
  const ids: string[] = await knex('procedures.people').where({ tenant_id: tenantId }).orderBy('full_name').pluck('id');
  return (await Promise.all(ids.map((id) => loadActorOfPerson(knex, id, now)))).filter((one) => one !== null);
}

/** In the order in which they are asked: members of `first` (groups, then units), then everybody else. */
export function inOrder(actors: readonly Actor[], first: readonly string[]): Actor[] {
  const rank = (actor: Actor) => {
    const at = first.findIndex((one) => actor.groups.includes(one) || actor.units.includes(one));
    return at < 0 ? first.length : at;
  };
  return [...actors].sort((a, b) => rank(a) - rank(b));
}

const unitOf = (group: string) => group.slice(0, group.indexOf('/'));

const member = (group: string, n: number): TrialPerson => ({
  id: randomUUID(),
  name: `Người thử ${group} ${n}`,
  unit: unitOf(group),
  title: group,
  roles: [group.slice(group.indexOf('/') + 1)],
  isHead: false,
});

const head = (unit: string): TrialPerson => ({
  id: randomUUID(),
  name: `Người thử ${unit} (lãnh đạo)`,
  unit,
  title: unit,
  roles: [],
  isHead: true,
});
