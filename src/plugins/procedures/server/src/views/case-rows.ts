// Owns how cases are shown in lists, and the head of a case page.
import type { CaseRow, CaseSummary } from '../../../shared/contracts';
import { caseAccess } from '../policy/case-access';
import { caseSubject } from '../policy/subjects';
import { QUESTION_RULE } from '../questions/question-rule';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { bodyNames } from './body-names';
import { outcomeTitle, stateTitle } from './case-title';
import { clockViews } from './clock-view';

export async function caseRows(platform: Platform, actor: Actor, cases: CaseRecord[]): Promise<CaseRow[]> {
  if (cases.length === 0) return [];
  const { knex } = platform;
  const names = await bodyNames(knex, cases[0].tenant_id);
  const nearest: ClockRecord[] = await knex('procedures.clocks')
    .distinctOn('case_id')
    .whereIn(
      'case_id',
      cases.map((one) => one.id),
    )
    .where({ state: 'RUNNING', tracking: 'ENFORCED' })
    // What another unit owes is not the term of the case.
    .whereNot({ rule_id: QUESTION_RULE })
    .orderBy([{ column: 'case_id' }, { column: 'due_at' }]);
  const clocks = await clockViews(knex, nearest, platform.clock.now(), names);
  return Promise.all(
    cases.map(async (current) => {
      const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
      const clockRow = nearest.find((one) => one.case_id === current.id);
      // Whoever may only follow the state learns nothing of the record, not even its kind.
      const mayKnow = ['content', 'summary'].includes(caseAccess(actor, caseSubject(current)));
      return {
        id: current.id,
        packageId: current.package_id,
        bookNo: current.book_no,
        receiptCode: mayKnow ? current.receipt_code : null,
        title: (mayKnow && current.title) || published.read.manifest.title.vi,
        state: current.state,
        stateTitle: stateTitle(published, current.state),
        life: current.life,
        handlingUnit: current.handling_unit,
        handlingUnitName: names(current.handling_unit)?.vi ?? null,
        restricted: current.restricted,
        receivedAt: current.received_at.toISOString(),
        updatedAt: current.updated_at.toISOString(),
        clock: clockRow ? (clocks.find((clock) => clock.id === clockRow.id) ?? null) : null,
      };
    }),
  );
}

export async function caseSummary(platform: Platform, actor: Actor, current: CaseRecord): Promise<CaseSummary> {
  const [row] = await caseRows(platform, actor, [current]);
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const origin = current.origin_unit
    ? await platform.knex('procedures.units').where({ tenant_id: current.tenant_id, code: current.origin_unit }).first()
    : null;
  return {
    ...row,
    packageVersion: current.package_version,
    packageTitle: published.read.manifest.title,
    originUnit: current.origin_unit,
    originUnitName: origin?.name ?? null,
    outcome: current.outcome,
    outcomeTitle: outcomeTitle(published, current.outcome),
    outcomeGround: current.outcome_ground,
    publicStatus: current.public_status,
    publicText: current.public_text,
    participatingUnits: current.participating_units,
  };
}
