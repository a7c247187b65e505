// Owns the commands: each is guarded, sent once with a deadline, and answered as a value.
import { ProblemError } from '../problems/problem-error';
import { answerOf } from './answer-of';
import { decisionReport } from './decision-report';
import { deployedResources } from './deployed-resources';
import type { CommandAnswer, Engine, Rejected, Unclear, Variables } from './engine';
import { VariableGuard } from './variable-guard';
import { type Gateway, type GatewayCommand, openGateway } from './zeebe-gateway';

export interface ConnectEngineOptions {
  /** host:port of the gateway. */
  address: string;
  /** Asked for the name of every variable that would cross. */
  isAllowed(variableName: string): boolean;
  /** For an ordinary command; a deployment gets six times as long. */
  deadlineMs?: number;
  /** For tests: another gateway than the one at `address`. */
  gateway?: Gateway;
}

// The gateway takes 4 MB in one call and answers a larger one with a status that looks like "busy, try again".
const LARGEST_DEPLOYMENT_BYTES = 4 * 1024 * 1024 - 64 * 1024;

export function connectEngine(options: ConnectEngineOptions): Engine {
  const gateway = options.gateway ?? openGateway(options.address);
  const deadlineMs = options.deadlineMs ?? 10_000;
  const guard = new VariableGuard(options.isAllowed);
  const json = (variables: Variables): string => guard.serialise(variables);

  async function ask<T>(
    command: GatewayCommand,
    request: object,
    read: (response: Record<string, unknown>) => T,
    within = deadlineMs,
  ): Promise<T | Rejected | Unclear> {
    let response: unknown;
    try {
      response = await gateway.call(command, request, within);
    } catch (error) {
      return answerOf(error);
    }
    return read(response as Record<string, unknown>);
  }
  const command = (name: GatewayCommand, request: object, keyField?: string): Promise<CommandAnswer> =>
    ask(name, request, (response) =>
      keyField ? { status: 'accepted', key: String(response[keyField]) } : { status: 'accepted' },
    );

  return {
    async topology() {
      const answer = await ask('topology', {}, (response) => ({ status: 'accepted' as const, response }));
      if (answer.status !== 'accepted') throw unreachable(options.address, answer.message);
      const { brokers, partitionsCount, gatewayVersion } = answer.response;
      return {
        brokers: (brokers as unknown[]).length,
        partitions: Number(partitionsCount),
        version: String(gatewayVersion),
      };
    },
    async deployResources(files) {
      const bytes = files.reduce((sum, file) => sum + file.content.length, 0);
      if (bytes > LARGEST_DEPLOYMENT_BYTES) {
        const message = `Expected at most ${LARGEST_DEPLOYMENT_BYTES} bytes in one deployment, but got ${bytes}`;
        return { status: 'rejected', code: 'TOO_LARGE', message };
      }
      const resources = files.map(({ name, content }) => ({ name, content }));
      return ask(
        'deployResource',
        { resources },
        (response) => ({ status: 'accepted', resources: deployedResources(response) }),
        deadlineMs * 6,
      );
    },
    async completeJob(jobKey, variables) {
      return command('completeJob', { jobKey, variables: json(variables) });
    },
    async failJob(jobKey, retries, message) {
      return command('failJob', { jobKey, retries, errorMessage: guard.code(message, 'message') });
    },
    async throwError(jobKey, errorCode, variables) {
      return command('throwError', {
        jobKey,
        errorCode: guard.code(errorCode, 'errorCode'),
        variables: json(variables),
      });
    },
    async publishMessage({ name, correlationKey, messageId, timeToLiveMs, variables }) {
      const answer = await command(
        'publishMessage',
        {
          name,
          correlationKey: guard.key(correlationKey, 'correlationKey'),
          messageId: guard.key(messageId, 'messageId'),
          timeToLive: timeToLiveMs,
          variables: json(variables),
        },
        'key',
      );
      return answer.status === 'rejected' && answer.code === 'ALREADY_EXISTS' ? { status: 'accepted' } : answer;
    },
    async createProcessInstance({ processId, version, variables, startElementIds }) {
      return command(
        'createProcessInstance',
        {
          bpmnProcessId: processId,
          version: version ?? -1,
          variables: json(variables),
          startInstructions: (startElementIds ?? []).map((elementId) => ({ elementId })),
        },
        'processInstanceKey',
      );
    },
    async cancelProcessInstance(key) {
      return command('cancelProcessInstance', { processInstanceKey: key });
    },
    async modifyProcessInstance({ key, activate, terminate }) {
      return command('modifyProcessInstance', {
        processInstanceKey: key,
        activateInstructions: activate.map(({ elementId, variables }) => ({
          elementId,
          ancestorElementInstanceKey: '-1',
          variableInstructions: variables ? [{ scopeId: elementId, variables: json(variables) }] : [],
        })),
        terminateInstructions: terminate.map((elementInstanceKey) => ({ elementInstanceKey })),
      });
    },
    async setVariables(elementInstanceKey, variables, local) {
      return command('setVariables', { elementInstanceKey, variables: json(variables), local }, 'key');
    },
    async updateJobRetries(jobKey, retries) {
      return command('updateJobRetries', { jobKey, retries });
    },
    async resolveIncident(incidentKey) {
      return command('resolveIncident', { incidentKey });
    },
    async evaluateDecision(decisionId, variables) {
      return ask('evaluateDecision', { decisionId, variables: json(variables) }, (response) =>
        response.failedDecisionId
          ? { status: 'rejected', code: 'DECISION_FAILED', message: String(response.failureMessage).slice(0, 2000) }
          : { status: 'accepted', output: JSON.parse(String(response.decisionOutput)) as unknown },
      );
    },
    async explainDecision(decisionId, variables) {
      return ask('evaluateDecision', { decisionId, variables: json(variables) }, decisionReport);
    },
    async broadcastSignal(name, variables) {
      return command('broadcastSignal', { signalName: name, variables: json(variables) }, 'key');
    },
    close: () => gateway.close(),
  };
}

function unreachable(address: string, message: string): ProblemError {
  return new ProblemError({
    code: 'ENGINE_UNREACHABLE',
    status: 503,
    vi: `Cần kết nối được với bộ máy quy trình tại ${address}, nhưng không nhận được trả lời. Hãy kiểm tra bộ máy đang chạy.`,
    en: `Expected to reach the workflow engine at ${address}, but it did not answer. Check that it is running.`,
    detail: { message },
  });
}
