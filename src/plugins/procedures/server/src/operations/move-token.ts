// Owns the moving of one token by hand: tried first, then done with a reason and on the record. A statutory step that the
// case has not done is not passed by.
import type { MoveReason } from '../../../shared/moving-contract';
import type { TokenMovePreview } from '../../../shared/operations-contract';
import { loadVersion } from '../moving/move-context';
import { moveReason } from '../moving/move-reasons';
import { readLiveCases } from '../moving/read-live-cases';
import { runningRoot } from '../moving/running-root';
import { skippedSteps } from '../moving/skipped-steps';
import type { LocalText } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { loadInstance } from './load-instance';
import { recordOperatorAct } from './record-operator-act';
import { tokenId } from './token-id';
import { tokenTargets } from './token-targets';

interface Tried {
  preview: TokenMovePreview;
  root: string;
  token: { key: string; elementId: string };
  to: string;
}

export async function previewTokenMove(
  platform: Platform,
  actor: Actor,
  caseId: string,
  given: Record<string, unknown>,
): Promise<TokenMovePreview> {
  return (await tryMove(platform, actor, caseId, given)).preview;
}

export async function moveToken(
  platform: Platform,
  actor: Actor,
  caseId: string,
  given: Record<string, unknown>,
): Promise<{ moved: true }> {
  const reason = reasonOf(given.reason);
  const { preview, root, token, to } = await tryMove(platform, actor, caseId, given);
  if (!preview.possible) throw notPossible(preview.reasons);
  await recordOperatorAct(platform, actor, {
    caseId,
    kind: 'MOVE_TOKEN',
    reason,
    detail: { from: token.elementId, to },
  });
  const answer = await platform.engine.modifyProcessInstance({
    key: root,
    activate: [{ elementId: to }],
    terminate: [token.key],
  });
  if (answer.status === 'accepted') return { moved: true };
  throw new ProblemError({
    code: 'TOKEN_NOT_MOVED',
    status: 502,
    vi: `Bộ máy chưa chuyển được: ${answer.message}. Hãy tải lại để xem hồ sơ đang đứng ở đâu.`,
    en: `Expected the engine to move the token, but: ${answer.message}. Reload to see where it stands.`,
  });
}

async function tryMove(
  platform: Platform,
  actor: Actor,
  caseId: string,
  given: Record<string, unknown>,
): Promise<Tried> {
  const { knex, engineId } = platform;
  const current = await loadInstance(platform, actor, caseId);
  const version = await loadVersion(platform, current.tenant_id, current.package_id, current.package_version);
  const root = await runningRoot(knex, engineId, caseId);
  const roots = root ? [{ caseId, instanceKey: root }] : [];
  const live = (await readLiveCases(knex, { engineId, roots, version })).get(caseId);
  const position = live?.positions.find((one) => tokenId(engineId, one.key) === given.token);
  const target = tokenTargets(version).find((place) => place.id === given.to);
  if (!root || !live || !position) throw tokenGone();
  if (!target) throw targetUnknown();
  const before = version.places.byId.get(position.elementId);
  const reasons: MoveReason[] = [];
  if (!live.isActive) reasons.push(moveReason('NOT_ACTIVE'));
  if (live.openActs > 0) reasons.push(moveReason('ACT_STAGED'));
  if (!before || before.repeated || before.scopes.some((scope) => scope.repeated) || position.calledBy !== null)
    reasons.push(moveReason('INSIDE_MULTI_INSTANCE', before?.title ?? position.elementId));
  else
    for (const step of skippedSteps(version, version, before, target, live.completed))
      reasons.push(moveReason('GUARDRAIL', step));
  const task = live.tasks.find((one) => one.elementInstanceKey === position.key);
  return {
    root,
    token: { key: position.key, elementId: position.elementId },
    to: target.id,
    preview: {
      possible: reasons.length === 0,
      reasons,
      effects: await effectsOf(platform, task?.id ?? null, target.kind === 'userTask' ? target.title : null),
    },
  };
}

async function effectsOf({ knex }: Platform, taskId: string | null, opens: string | null): Promise<LocalText[]> {
  const effects: LocalText[] = [];
  if (taskId) {
    const row = await knex('procedures.tasks').where({ id: taskId }).first('assignee', 'title');
    effects.push({
      vi: `Việc "${row.title}" bị hủy${row.assignee ? '; người đang giữ mất việc này, bản nháp vẫn được giữ' : ''}.`,
      en: `Task "${row.title}" is cancelled${row.assignee ? '; whoever holds it loses it, the draft is kept' : ''}.`,
    });
  }
  if (opens) effects.push({ vi: `Việc "${opens}" được mở mới.`, en: `Task "${opens}" is opened anew.` });
  return effects;
}

const notPossible = (reasons: MoveReason[]) =>
  new ProblemError({
    code: 'TOKEN_MOVE_REFUSED',
    status: 409,
    vi: reasons.map((reason) => reason.vi).join(' '),
    en: reasons.map((reason) => reason.en).join(' '),
    detail: { reasons: reasons.map((reason) => reason.code) },
  });
const tokenGone = () =>
  new ProblemError({
    code: 'TOKEN_UNKNOWN',
    status: 409,
    vi: 'Hồ sơ không còn đứng ở vị trí này. Hãy tải lại.',
    en: 'Expected the case to stand there, but it does not any more: reload.',
  });
const targetUnknown = () =>
  new ProblemError({
    code: 'TARGET_UNKNOWN',
    status: 422,
    vi: 'Hãy chọn một bước của quy trình mà hồ sơ có thể đứng chờ.',
    en: 'Expected a step of the procedure at which a case can rest.',
  });
