// Owns holding a request of another program against the schemas of the documented operation.
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { UUID } from '../storage/uuid';
import { isDay, isInstant } from './instant';
import { isUuidPlace, type Operation } from './operations';
import { requestInvalid } from './problems';
import { schemas } from './schemas';

const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, coerceTypes: false });
ajv.addFormat('date-time', isInstant);
ajv.addFormat('instant-or-day', (value: string) => isInstant(value) || isDay(value));
ajv.addFormat('uuid', (value: string) => UUID.test(value));
// So that references are found where the OpenAPI document has them.
ajv.addKeyword('components');
ajv.addSchema({ $id: 'api', components: { schemas } } as object);

const bodies = new Map<string, ValidateFunction>();
const bodyCheck = (name: string): ValidateFunction => {
  const known = bodies.get(name) ?? ajv.compile({ $ref: `api#/components/schemas/${name}` });
  bodies.set(name, known);
  return known;
};

/** Throws with every place that is not as described. */
export function checkRequest(
  operation: Operation,
  given: { params: Record<string, string>; query: Record<string, string | undefined>; body: unknown },
): void {
  const problems = [...queryProblems(operation, given.query), ...pathProblems(given.params)];
  if (operation.request) {
    const check = bodyCheck(operation.request);
    if (!check(given.body)) problems.push(...(check.errors ?? []).map(bodyProblem));
  }
  if (problems.length > 0) throw requestInvalid(problems);
}

/** For tests of answers: the problems of `value` under the named schema. */
export function problemsOf(name: string, value: unknown): string[] {
  const check = bodyCheck(name);
  return check(value) ? [] : (check.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

function queryProblems(operation: Operation, query: Record<string, string | undefined>) {
  return (operation.query ?? []).flatMap(({ name, required, schema }) => {
    const value = query[name];
    if (value === undefined) return required ? [problem(name, 'thiếu', 'it is missing')] : [];
    if (schema.type === 'integer' && !/^\d{1,9}$/.test(value))
      return [problem(name, 'phải là số nguyên', 'it is no integer')];
    if (schema.format === 'date-time' && !isInstant(value))
      return [problem(name, 'phải là thời điểm ISO 8601 có múi giờ', 'it is no ISO 8601 instant with an offset')];
    return [];
  });
}

const pathProblems = (params: Record<string, string>) =>
  Object.entries(params)
    .filter(([name, value]) => isUuidPlace(name) && !UUID.test(value))
    .map(([name]) => problem(name, 'phải là uuid', 'it is no uuid'));

const problem = (path: string, vi: string, en: string) => ({ path, vi: `${path}: ${vi}`, en: `${path}: ${en}` });

function bodyProblem(error: ErrorObject) {
  const named = error.params.additionalProperty ?? error.params.missingProperty;
  const path = `${error.instancePath || '/'}${named ? ` ${named}` : ''}`;
  return { path, vi: `${path}: ${error.message}`, en: `${path}: ${error.message}` };
}
