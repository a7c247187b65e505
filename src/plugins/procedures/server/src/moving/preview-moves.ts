// Owns the dry run: every running case of a package that is not of the version in force, where it would stand, and why it
// cannot. Nothing is written. Whoever manages procedures sees numbers and units, no content; restricted cases are counted.
import type { Knex } from 'knex';
import type { GoneElement, MovableCase, MovePreview } from '../../../shared/moving-contract';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import { loadVersion } from './move-context';
import { type Mapping, type PlanOutcome, planMove } from './plan-move';
import { readLiveCases } from './read-live-cases';
import { changedRules } from './recompute-terms';
import type { Version } from './skipped-steps';

type OlderCase = Pick<CaseRecord, 'id' | 'book_no' | 'package_version' | 'handling_unit' | 'restricted'> & {
  unit_name: string | null;
  root: string | null;
};

export interface PlannedCase {
  current: OlderCase;
  outcome: PlanOutcome;
}

export async function previewMoves(
  platform: Platform,
  tenantId: string,
  packageId: string,
  mapping: Mapping,
): Promise<MovePreview> {
  const { read } = await platform.library.active(tenantId, packageId);
  const to = await loadVersion(platform, tenantId, packageId, read.version);
  const planned = await planCases(platform, tenantId, to, mapping);
  const shown = planned.filter((one) => !one.current.restricted);
  const hidden = planned.filter((one) => one.current.restricted);
  const running: Pick<ClockRecord, 'rule_id' | 'rule_version'>[] = await platform
    .knex('procedures.clocks')
    .whereIn(
      'case_id',
      planned.map((one) => one.current.id),
    )
    .where({ state: 'RUNNING' })
    .select('rule_id', 'rule_version');
  const rules = await changedRules(platform.knex, tenantId, packageId, running);
  return {
    packageId,
    title: read.manifest.title,
    version: read.version,
    cases: shown.map(caseView),
    gone: goneElements(planned, to),
    restricted: {
      movable: hidden.filter((one) => one.outcome.plan).length,
      others: hidden.filter((one) => !one.outcome.plan).length,
    },
    changedRules: rules.map((rule) => ({
      ruleId: rule.rule_id,
      title: rule.definition.title,
      terms: running.filter((clock) => clock.rule_id === rule.rule_id && clock.rule_version < rule.version).length,
    })),
  };
}

export async function planCases(
  platform: Platform,
  tenantId: string,
  to: Version,
  mapping: Mapping,
): Promise<PlannedCase[]> {
  const { knex, engineId } = platform;
  const cases = await olderCases(knex, engineId, tenantId, to.read.id, to.read.version);
  const planned: PlannedCase[] = [];
  for (const version of new Set(cases.map((one) => one.package_version))) {
    const own = cases.filter((one) => one.package_version === version);
    const from = await loadVersion(platform, tenantId, to.read.id, version);
    const roots = own.flatMap((one) => (one.root ? [{ caseId: one.id, instanceKey: one.root }] : []));
    const lives = await readLiveCases(knex, { engineId, roots, version: from });
    for (const current of own) {
      const live = lives.get(current.id) ?? NOTHING;
      planned.push({ current, outcome: planMove(from, to, live, mapping, new Date()) });
    }
  }
  return planned;
}

const NOTHING = {
  ...{ positions: [], arrivals: [], timers: [], tasks: [], openActs: 0, isActive: false },
  ...{ withLocals: new Set<string>(), completed: new Set<string>() },
};

async function olderCases(
  knex: Knex,
  engineId: string,
  tenantId: string,
  packageId: string,
  version: string,
): Promise<OlderCase[]> {
  return knex('procedures.cases as c')
    .leftJoin('procedures.units as u', (on) => on.on('u.tenant_id', 'c.tenant_id').andOn('u.code', 'c.handling_unit'))
    .where({ 'c.tenant_id': tenantId, 'c.package_id': packageId })
    .whereIn('c.life', ['ACTIVE', 'STARTING'])
    .whereNot('c.package_version', version)
    .orderBy('c.received_at')
    .select('c.id', 'c.book_no', 'c.package_version', 'c.handling_unit', 'c.restricted', 'u.name as unit_name')
    .select(
      knex.raw(
        `(select i.process_instance_key::text from procedures.case_instances i
            join procedures.process_instances p on p.engine_id = i.engine_id and p.process_instance_key = i.process_instance_key
           where i.case_id = c.id and i.root and i.engine_id = ? and p.ended_at is null
           order by i.process_instance_key desc limit 1) as root`,
        [engineId],
      ),
    );
}

function caseView({ current, outcome }: PlannedCase): MovableCase {
  return {
    id: current.id,
    bookNo: current.book_no,
    version: current.package_version,
    unit: current.handling_unit,
    unitName: current.unit_name ?? current.handling_unit,
    steps: outcome.steps.map(({ from, to, formChanged }) => ({
      elementId: from.id,
      title: from.title,
      to: to && { elementId: to.id, title: to.title },
      formChanged,
    })),
    movable: outcome.plan !== null,
    reasons: outcome.reasons,
    warnings: outcome.warnings,
  };
}

/** Steps for which somebody must choose; those that have been chosen for stay in the list. */
function goneElements(planned: PlannedCase[], to: Version): GoneElement[] {
  const gone = new Map<string, GoneElement>();
  for (const { outcome } of planned) {
    for (const { from } of outcome.steps) {
      if (to.places.byId.get(from.id)?.kind === from.kind) continue;
      const known = gone.get(from.id);
      if (known) known.cases += 1;
      else
        gone.set(from.id, {
          elementId: from.id,
          title: from.title,
          cases: 1,
          choices: [...to.places.byId.values()]
            .filter((place) => place.kind === from.kind && place.process === from.process)
            .map((place) => ({ elementId: place.id, title: place.title })),
        });
    }
  }
  return [...gone.values()];
}
