// Owns the mending of one variable of an instance: only what the manifest lists, of its type, with a reason.
import { runningRoot } from '../moving/running-root';
import type { VariableDefinition } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { loadInstance } from './load-instance';
import { recordOperatorAct } from './record-operator-act';

const LONGEST = 200;

export async function fixVariable(
  platform: Platform,
  actor: Actor,
  caseId: string,
  given: Record<string, unknown>,
): Promise<{ changed: true }> {
  const current = await loadInstance(platform, actor, caseId);
  const reason = reasonOf(given.reason);
  const { read } = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  const variable = read.manifest.variables.find((one) => one.name === given.name);
  if (!variable) throw notListed();
  const value = fittingValue(variable, given.value);
  const root = await runningRoot(platform.knex, platform.engineId, caseId);
  if (!root) throw notRunning();
  await recordOperatorAct(platform, actor, {
    caseId,
    kind: 'FIX_VARIABLE',
    reason,
    detail: { variable: variable.name },
  });
  const answer = await platform.engine.setVariables(root, { [variable.name]: value }, false);
  if (answer.status === 'accepted') return { changed: true };
  throw new ProblemError({
    code: 'VARIABLE_NOT_SET',
    status: 502,
    vi: `Bộ máy chưa nhận giá trị: ${answer.message}. Hãy thử lại.`,
    en: `Expected the engine to take the value, but: ${answer.message}. Try again.`,
  });
}

function fittingValue(variable: VariableDefinition, given: unknown): unknown {
  const value = given === '' ? null : given;
  const fits =
    value === null ||
    (variable.type === 'string' && typeof value === 'string' && value.length <= LONGEST) ||
    (variable.type === 'number' && typeof value === 'number' && Number.isFinite(value)) ||
    (variable.type === 'boolean' && typeof value === 'boolean');
  if (fits && ['string', 'number', 'boolean'].includes(variable.type)) return value;
  throw new ProblemError({
    code: 'VARIABLE_VALUE_REFUSED',
    status: 422,
    vi: `Biến "${variable.name}" nhận giá trị kiểu ${variable.type} (chữ dài nhất ${LONGEST} ký tự), hoặc để trống; danh sách và nhóm không sửa tại đây.`,
    en: `Expected a ${variable.type} for "${variable.name}" (text of at most ${LONGEST} characters), or nothing; lists and contexts are not changed here.`,
    detail: { problems: [{ path: 'value', vi: 'Giá trị chưa đúng kiểu.', en: 'The value is of another type.' }] },
  });
}

const notListed = () =>
  new ProblemError({
    code: 'VARIABLE_NOT_LISTED',
    status: 422,
    vi: 'Chỉ sửa được biến có trong danh sách của bộ quy trình.',
    en: 'Expected a variable that the manifest lists.',
  });
const notRunning = () =>
  new ProblemError({
    code: 'NO_RUNNING_PROCESS',
    status: 409,
    vi: 'Hồ sơ này không còn quy trình đang chạy. Hãy tải lại trang.',
    en: 'Expected a running process of this case, but none is: reload.',
  });
