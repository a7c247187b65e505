// Owns the trying of one expression: read by our copy of the engine's grammar first, evaluated by the engine of the trial
// host (never the one that holds real work), and told in words.
import type { TriedExpression } from '../../../shared/expressions-contract';
import { findDraft } from '../drafts/draft-rows';
import { readExpression } from '../packages/broker-feel/read-broker-feel';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { auditTry } from './audit-try';
import { draftPackage } from './draft-package';
import { readQuestion } from './read-question';
import { valueType } from './value-type';
import { variablesAt } from './variables-at';
import { reasonIn, warningsIn } from './warning-words';

/** What a page shows; a longer value is no answer to a question about a step. */
const MOST_VALUE = 64 * 1024;

export async function tryExpression(
  platform: Platform,
  actor: Actor,
  draftId: string,
  body: Record<string, unknown>,
): Promise<TriedExpression> {
  const draft = await findDraft(platform.knex, actor.tenantId, draftId);
  const { expression, element, variables } = readQuestion(body);
  const parsed = readExpression(expression);
  if (!parsed.readable) return unreadable(expression, parsed.at);
  const began = performance.now();
  const answer = await platform.trials.withReadyHost((host) => host.ask('evaluate', { expression, variables }));
  if (!answer) return { state: 'STARTING' };
  await auditTry(platform, actor, draft, 'draft.tryExpression');
  if (answer.kind === 'UNREADABLE') return { ...unreadable(expression, 1), said: answer.said };
  const read = await draftPackage(platform, draft);
  const known = read && variablesAt(read, element, 'leave');
  const warnings = warningsIn(answer.said, known?.map(({ name }) => name) ?? null);
  if (answer.kind === 'FAILED') return { state: 'FAILED', problem: broke(answer.said), warnings };
  if (answer.value.length > MOST_VALUE) return { state: 'FAILED', problem: TOO_LARGE, warnings };
  const value = JSON.parse(answer.value) as unknown;
  return {
    state: 'DONE',
    value,
    type: valueType(value),
    warnings,
    milliseconds: Math.round(performance.now() - began),
  };
}

function unreadable(expression: string, at: number): Extract<TriedExpression, { state: 'UNREADABLE' }> {
  const near = expression.slice(at - 1, at + 11);
  return {
    state: 'UNREADABLE',
    at,
    problem: near
      ? {
          vi: `Máy không đọc được biểu thức từ ký tự ${at}: «${near}».`,
          en: `The engine cannot read the expression from character ${at} on: "${near}".`,
        }
      : {
          vi: 'Biểu thức còn dở: máy chờ thêm ở cuối.',
          en: 'The expression is unfinished: the engine expects more at its end.',
        },
    said: null,
  };
}

const broke = (said: string) => ({
  vi: `Máy không tính được; hồ sơ thật sẽ dừng lại ở đây với sự cố: ${reasonIn(said)}`,
  en: `The engine broke off, and a real case would stand still here with an incident: ${reasonIn(said)}`,
});

const TOO_LARGE = {
  vi: 'Giá trị quá lớn để xem (hơn 64 KB). Hãy thử một phần của biểu thức.',
  en: 'The value is too large to show (more than 64 KB). Try a part of the expression.',
};
