// Owns the undoing of a merge: the merged case runs again, by the package's own start message, with its record, number
// and receipt code. It stands at its first step; what was decided before is on its record and is asked again.
import { writeAuditAtEnd } from '../audit/write-audit';
import { caseContext } from '../cases/case-context';
import { deployedName } from '../cases/deployed-name';
import { engineVariables } from '../context/engine-variables';
import { feelContext } from '../context/feel-context';
import { stageAction } from '../outbox/stage-action';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { actingHeadFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { linkReason } from './link-reason';
import { loadLink } from './load-link';
import { mergeDefinition } from './merge-definition';
import { lockPair } from './mergeable';
import { recordOnCase } from './record-on-case';

/** Stages it; returns the id of the action to follow. */
export async function undoMerge(platform: Platform, actor: Actor, linkId: string, given: unknown): Promise<string> {
  const { link, own, other } = await loadLink(platform.knex, linkId, actor.tenantId);
  for (const { subject } of [own, other]) requireAllowed(decide(actor, 'case.link', subject));
  requireAllowed(decide(actor, 'case.decideLink', own.subject));
  const reason = linkReason(given);
  // New runs start by the version in force, whose start message the engine listens to.
  const published = await platform.library.active(own.current.tenant_id, own.current.package_id);
  const { manifest } = published.read;
  const undo = mergeDefinition(published).undo;
  const first = await platform
    .knex('procedures.actions')
    .where({ case_id: own.current.id, kind: 'START_CASE' })
    .first();
  const start = manifest.starts.find((one) => one.event === first?.event_code);
  if (link.kind !== 'MERGED_INTO' || !undo || !start) throw notUndone();
  const message = await deployedName(platform, actor.tenantId, manifest, 'message', start.message);
  const { record, parametersAt } = await caseContext(platform, own.current, published);
  const at = platform.clock.now();
  const context = feelContext({
    record,
    event: { code: start.event, at: own.current.received_at },
    parameters: parametersAt(own.current.received_at),
    tenantId: actor.tenantId,
    case: { ...own.current, state: 'STARTING', facts: {} },
  });
  const actingFor = actingHeadFor(actor, [own.current.handling_unit]);
  const staged = await inTransaction(platform.strapi, async (trx) => {
    const pair = await lockPair(trx, link.case_id, link.other_case_id);
    if (pair.other.life !== 'ACTIVE') throw targetEnded();
    const ended = await trx('procedures.case_links')
      .where({ id: linkId, state: 'IN_FORCE' })
      .update({ state: 'ENDED', ended_by: actor.personId, ended_at: at, ended_reason: reason });
    if (ended === 0) throw notUndone();
    await trx('procedures.cases')
      .where({ id: pair.own.id })
      .update({ life: 'STARTING', package_version: manifest.version, updated_at: at });
    const action = await stageAction(trx, {
      tenantId: actor.tenantId,
      caseId: pair.own.id,
      kind: 'RESTART_CASE',
      eventCode: undo.event,
      businessAt: at,
      enteredAt: at,
      lateReason: null,
      personId: actor.personId,
      actingFor: actingFor?.id ?? null,
      payload: { values: {}, record: {}, people: null, task: {}, facts: {}, actor: pair.own.handling_unit },
      command: {
        kind: 'publishMessage',
        name: message,
        correlationKey: pair.own.id,
        variables: { ...engineVariables(manifest, context), caseId: pair.own.id },
      },
    });
    await recordOnCase(platform, trx, pair.other, undo.onTarget, {
      personId: actor.personId,
      actingFor: actingFor?.id ?? null,
    });
    for (const subject of [pair.own, pair.other])
      await writeAuditAtEnd(trx, {
        tenantId: actor.tenantId,
        at,
        actor,
        actingFor,
        action: 'case.undoMerge',
        subjectType: 'case',
        subjectId: subject.id,
        detail: { link: linkId },
      });
    return action;
  });
  platform.outbox.sendNow(staged);
  return staged.id;
}

const notUndone = () =>
  new ProblemError({
    code: 'MERGE_NOT_IN_FORCE',
    status: 409,
    vi: 'Việc nhập hồ sơ này không còn hiệu lực hoặc quy trình không cho hủy. Hãy tải lại trang.',
    en: 'Expected a merge in force that the procedure lets be undone, but it is not: reload the page.',
  });

const targetEnded = () =>
  new ProblemError({
    code: 'TARGET_NOT_ACTIVE',
    status: 409,
    vi: 'Hồ sơ đã nhập vào đã kết thúc, kết quả áp dụng cho cả hai nên không hủy nhập được. Hãy lập hồ sơ mới nếu có tình tiết mới.',
    en: 'Expected a target in progress, but it has ended and its result holds for both: enter a new case for new facts.',
  });
