// Owns a trial tenant: a package published on the trial's own engine, for people, units and a calendar of its own. The
// tenant's name is new each time, so that a changed draft never meets what an earlier one left.
import { randomUUID } from 'node:crypto';
import type { TrialWorld } from '../../../../shared/trials-contract';
import { allFlowElements, eventDefinitionsOf } from '../../packages/model-elements';
import { type ReadPackage, readPackage } from '../../packages/read-package';
import { publishPackage } from '../../publishing/publish-package';
import type { Platform } from '../../runtime/platform';
import type { Actor } from '../../tenants/actor';
import type { PackedFiles } from '../host-protocol';
import { settleTrialConnections } from './trial-connections';
import { groupsOf, loadTrialActors, settleTrialPeople } from './trial-people';

export interface TrialSession {
  tenantId: string;
  read: ReadPackage;
  actors: readonly Actor[];
  /** The models have timers of their own: the broker's clock must be theirs alone. */
  hasTimers: boolean;
}

const PLAIN_WORLD: TrialWorld = {
  timeZone: 'Asia/Ho_Chi_Minh',
  units: [],
  weekend: [6, 7],
  days: [],
  parameters: {},
};

export async function openTrialSession(
  platform: Platform,
  files: PackedFiles,
  given: TrialWorld | null,
): Promise<TrialSession> {
  const unpacked = new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text, 'base64')]));
  const read = await readPackage(unpacked);
  const tenantId = `thu-${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const world = given ?? PLAIN_WORLD;
  const { knex } = platform;
  await knex.transaction(async (trx) => {
    await trx('procedures.tenants').insert({
      id: tenantId,
      name: 'Chạy thử',
      time_zone: world.timeZone,
      demo: true,
      created_at: platform.clock.now(),
    });
    await trx('procedures.calendar_settings').insert({
      tenant_id: tenantId,
      weekend: world.weekend,
      changed_at: platform.clock.now(),
    });
    if (world.days.length > 0)
      await trx('procedures.calendar_days').insert(
        world.days.map((day) => ({ ...day, tenant_id: tenantId, status: 'ASSUMED' })),
      );
    await settleTrialPeople(trx, tenantId, world, groupsOf(read));
    await settleTrialConnections(trx, tenantId, read, { known: world.connections ?? [], now: platform.clock.now() });
  });
  await setParameters(platform, { tenantId, read }, world.parameters);
  await publishPackage(platform, tenantId, read);
  const actors = await loadTrialActors(knex, tenantId, platform.clock.now());
  return { tenantId, read, actors, hasTimers: hasTimers(read) };
}

/** What the package does not know is left out: a tenant's own table may name parameters of other versions. */
export async function setParameters(
  platform: Platform,
  { tenantId, read }: Pick<TrialSession, 'tenantId' | 'read'>,
  values: Record<string, unknown>,
): Promise<void> {
  await platform.knex('procedures.parameters').where({ tenant_id: tenantId, package_id: read.id }).delete();
  const rows = read.manifest.parameters
    .filter(({ name }) => values[name] !== undefined)
    .map(({ name }) => ({
      tenant_id: tenantId,
      package_id: read.id,
      name,
      value: JSON.stringify(values[name]),
      valid_from: '-infinity',
    }));
  if (rows.length > 0) await platform.knex('procedures.parameters').insert(rows);
}

const hasTimers = (read: ReadPackage): boolean =>
  [...read.models.values()].some(
    (model) =>
      model.kind === 'bpmn' &&
      allFlowElements(model.definitions).some((element) =>
        eventDefinitionsOf(element).some((one) => one.$type === 'bpmn:TimerEventDefinition'),
      ),
  );
