// Owns what is sent for an HTTP step: an address below the connection's own, and a body of declared variables that the
// connection lets leave. Pure: nothing of the record, of people or of the case's number can get into it.
import type { HttpTask, ServiceProblem } from '../../../shared/service-tasks-contract';
import { namesIn } from '../packages/service-task';

export interface StepRequest {
  url: string;
  body: string | null;
}

interface Allowed {
  base_url: string;
  methods: readonly string[];
  sends: readonly string[];
}

export function requestOfStep(
  task: HttpTask,
  connection: Allowed,
  variables: Readonly<Record<string, unknown>>,
): StepRequest | { problem: ServiceProblem } {
  if (!connection.methods.includes(task.method)) return { problem: 'HTTP_METHOD_NOT_ALLOWED' };
  const inPath = namesIn(task.path);
  const sent = [...inPath, ...task.body.map((one) => one.variable)];
  if (sent.some((name) => !connection.sends.includes(name))) return { problem: 'HTTP_FIELD_NOT_ALLOWED' };
  if (inPath.some((name) => !isPlain(variables[name]) || variables[name] === '')) return { problem: 'HTTP_PATH_UNFIT' };
  const path = task.path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(variables[name])));
  // Such a part leads up, encoded or not: a value could leave the connection's own address by it.
  if (path.split(/[/?]/).some((part) => /^(\.|%2e){1,2}$/i.test(part))) return { problem: 'HTTP_PATH_UNFIT' };
  const fields = task.body.map(({ field, variable }) => [field, plain(variables[variable])]);
  return {
    url: `${connection.base_url.replace(/\/+$/, '')}${path}`,
    body: task.method === 'GET' ? null : JSON.stringify(Object.fromEntries(fields)),
  };
}

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const plain = (value: unknown): unknown => (isPlain(value) ? value : null);
