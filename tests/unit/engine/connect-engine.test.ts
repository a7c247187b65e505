import { connectEngine } from '../../../src/plugins/procedures/server/src/engine/connect-engine';
import type { Gateway, GatewayCommand } from '../../../src/plugins/procedures/server/src/engine/zeebe-gateway';

function engineWith(answer: (command: GatewayCommand) => unknown) {
  const calls: { command: GatewayCommand; request: Record<string, unknown>; deadlineMs: number }[] = [];
  const gateway: Gateway = {
    async call(command, request, deadlineMs) {
      calls.push({ command, request: request as Record<string, unknown>, deadlineMs });
      return answer(command);
    },
    async close() {},
  };
  const isAllowed = (name: string) => ['caseId', 'actionId'].includes(name);
  return { calls, engine: connectEngine({ address: 'nowhere:1', isAllowed, gateway }) };
}
const failing = (code: number, details = 'why') =>
  engineWith(() => {
    throw Object.assign(new Error(details), { code, details });
  });

describe('what the engine answers', () => {
  test.each([
    [3, 'INVALID_ARGUMENT'],
    [5, 'NOT_FOUND'],
    [6, 'ALREADY_EXISTS'],
    [7, 'PERMISSION_DENIED'],
    [9, 'INVALID_STATE'],
  ])('gRPC status %i is a rejection, %s, and not a throw', async (code, name) => {
    expect(await failing(code).engine.completeJob('1', {})).toEqual({ status: 'rejected', code: name, message: 'why' });
  });

  test.each([
    [1, 'CANCELLED'],
    [2, 'UNKNOWN'],
    [4, 'DEADLINE_EXCEEDED'],
    [8, 'RESOURCE_EXHAUSTED'],
    [10, 'ABORTED'],
    [13, 'INTERNAL'],
    [14, 'UNAVAILABLE'],
    [16, 'UNAUTHENTICATED'],
  ])('gRPC status %i leaves open whether the command was executed', async (code, name) => {
    expect(await failing(code).engine.completeJob('1', {})).toEqual({ status: 'unclear', message: `${name}: why` });
  });

  test('an error without a status is unclear too', async () => {
    const { engine } = engineWith(() => {
      throw new Error('socket hang up');
    });
    expect(await engine.resolveIncident('1')).toEqual({ status: 'unclear', message: 'NO_STATUS: socket hang up' });
  });

  test('a message that was published before counts as accepted', async () => {
    const message = { name: 'm', correlationKey: '', messageId: 'a', timeToLiveMs: 1, variables: {} };
    expect(await failing(6).engine.publishMessage(message)).toEqual({ status: 'accepted' });
    expect((await failing(5).engine.publishMessage(message)).status).toBe('rejected');
  });

  test('a decision that failed is a rejection', async () => {
    const { engine } = engineWith(() => ({
      failedDecisionId: 'd',
      failureMessage: 'no such input',
      decisionOutput: '',
    }));
    expect(await engine.evaluateDecision('d', {})).toEqual({
      status: 'rejected',
      code: 'DECISION_FAILED',
      message: 'no such input',
    });
  });

  test('a decision gives its output as a value', async () => {
    const { engine } = engineWith(() => ({ failedDecisionId: '', decisionOutput: '{"clocks":["R02"]}' }));
    expect(await engine.evaluateDecision('d', {})).toEqual({ status: 'accepted', output: { clocks: ['R02'] } });
  });

  test('a decision is explained by what was evaluated on the way; one that failed says how far it got', async () => {
    const step = {
      decisionId: 'd',
      decisionOutput: '{"a":1}',
      evaluatedInputs: [{ inputId: 'i', inputName: 'I', inputValue: '"x"' }],
      matchedRules: [
        { ruleId: 'r', ruleIndex: 1, evaluatedOutputs: [{ outputId: 'o', outputName: 'O', outputValue: '1' }] },
      ],
    };
    const done = engineWith(() => ({ failedDecisionId: '', decisionOutput: '{"a":1}', evaluatedDecisions: [step] }));
    const steps = [
      {
        decision: 'd',
        output: { a: 1 },
        inputs: [{ id: 'i', value: 'x' }],
        rules: [{ id: 'r', outputs: [{ id: 'o', value: 1 }] }],
      },
    ];
    expect(await done.engine.explainDecision('d', {})).toEqual({
      status: 'evaluated',
      output: { a: 1 },
      failed: null,
      steps,
    });
    const failed = engineWith(() => ({ failedDecisionId: 'd', failureMessage: 'no', evaluatedDecisions: [step] }));
    expect(await failed.engine.explainDecision('d', {})).toEqual({
      status: 'evaluated',
      output: null,
      failed: { decision: 'd', message: 'no' },
      steps,
    });
    expect(await failing(5).engine.explainDecision('d', {})).toMatchObject({ status: 'rejected', code: 'NOT_FOUND' });
  });

  test('an engine that does not answer is a problem when asked for its topology', async () => {
    await expect(failing(14).engine.topology()).rejects.toMatchObject({ code: 'ENGINE_UNREACHABLE', status: 503 });
  });

  test('a deployment names everything that the engine now knows', async () => {
    const { engine } = engineWith(() => ({
      deployments: [
        {
          process: { bpmnProcessId: 'p', processDefinitionKey: '9007199254740993', version: 2, resourceName: 'p.bpmn' },
        },
        { decision: { dmnDecisionId: 'd', decisionKey: '2', version: 1 } },
        {
          decisionRequirements: {
            dmnDecisionRequirementsId: 'g',
            decisionRequirementsKey: '3',
            version: 1,
            resourceName: 'd.dmn',
          },
        },
        { form: { formId: 'f', formKey: '4', version: 1, resourceName: 'f.form' } },
      ],
    }));
    const answer = await engine.deployResources([{ name: 'p.bpmn', content: Buffer.from('x') }]);
    expect(answer).toEqual({
      status: 'accepted',
      resources: [
        { kind: 'process', id: 'p', key: '9007199254740993', version: 2, resourceName: 'p.bpmn' },
        { kind: 'decision', id: 'd', key: '2', version: 1, resourceName: '' },
        { kind: 'drg', id: 'g', key: '3', version: 1, resourceName: 'd.dmn' },
        { kind: 'form', id: 'f', key: '4', version: 1, resourceName: 'f.form' },
      ],
    });
  });
});

describe('what may cross', () => {
  const commands = (engine: ReturnType<typeof engineWith>['engine'], variables: Record<string, unknown>) => [
    () => engine.completeJob('1', variables),
    () => engine.throwError('1', 'CODE', variables),
    () => engine.publishMessage({ name: 'm', correlationKey: '', messageId: 'a', timeToLiveMs: 1, variables }),
    () => engine.createProcessInstance({ processId: 'p', variables }),
    () => engine.modifyProcessInstance({ key: '1', activate: [{ elementId: 'e', variables }], terminate: [] }),
    () => engine.setVariables('1', variables, true),
    () => engine.evaluateDecision('d', variables),
    () => engine.broadcastSignal('s', variables),
  ];

  test('every command that carries variables refuses an undeclared one, by name and without its value', async () => {
    const { engine, calls } = engineWith(() => ({}));
    for (const command of commands(engine, { caseId: 'c', reporterName: 'Secret Person' })) {
      const problem = await command().catch((error: unknown) => error);
      expect(problem).toMatchObject({ code: 'VARIABLE_MAY_NOT_CROSS', detail: { variables: ['reporterName'] } });
      expect(JSON.stringify(problem) + String(problem)).not.toContain('Secret Person');
    }
    expect(calls).toEqual([]);
  });

  test('every command that carries variables refuses more than a megabyte', async () => {
    const { engine, calls } = engineWith(() => ({}));
    for (const command of commands(engine, { caseId: 'á'.repeat(600_000) })) {
      await expect(command()).rejects.toMatchObject({ code: 'VARIABLES_TOO_LARGE', status: 413 });
    }
    expect(calls).toEqual([]);
  });

  test('a failure or an error is told as a code, not as a sentence', async () => {
    const { engine, calls } = engineWith(() => ({}));
    await expect(engine.failJob('1', 0, 'Nguyễn Văn Mẫu did not answer')).rejects.toMatchObject({
      code: 'TEXT_MAY_NOT_CROSS',
    });
    await expect(engine.throwError('1', 'C'.repeat(129), {})).rejects.toMatchObject({ code: 'TEXT_MAY_NOT_CROSS' });
    expect(await engine.failJob('1', 0, 'CONNECTOR_TIMEOUT')).toEqual({ status: 'accepted' });
    expect(calls.map(({ request }) => request.errorMessage)).toEqual(['CONNECTOR_TIMEOUT']);
  });

  test('a correlation key or a message id with spaces is refused', async () => {
    const { engine } = engineWith(() => ({ key: '7' }));
    const message = { name: 'm', correlationKey: 'k', messageId: 'a', timeToLiveMs: 1, variables: {} };
    await expect(engine.publishMessage({ ...message, correlationKey: 'a person' })).rejects.toMatchObject({
      code: 'TEXT_MAY_NOT_CROSS',
    });
    expect(await engine.publishMessage(message)).toEqual({ status: 'accepted', key: '7' });
  });

  test('what the caller gave is left as it was, and sent as text', async () => {
    const { engine, calls } = engineWith(() => ({}));
    const given = Object.freeze({
      key: '5',
      activate: [Object.freeze({ elementId: 'e', variables: Object.freeze({ caseId: 'c' }) })],
      terminate: ['6'],
    });
    expect(await engine.modifyProcessInstance(given)).toEqual({ status: 'accepted' });
    expect(given.activate[0].variables).toEqual({ caseId: 'c' });
    expect(calls[0].request).toMatchObject({
      processInstanceKey: '5',
      activateInstructions: [{ elementId: 'e', variableInstructions: [{ variables: '{"caseId":"c"}' }] }],
      terminateInstructions: [{ elementInstanceKey: '6' }],
    });
  });

  test('a deployment that the gateway cannot take is refused here, where the reason can be told', async () => {
    const { engine, calls } = engineWith(() => ({}));
    const answer = await engine.deployResources([{ name: 'a.bpmn', content: Buffer.alloc(5 * 1024 * 1024) }]);
    expect(answer).toMatchObject({ status: 'rejected', code: 'TOO_LARGE' });
    expect(calls).toEqual([]);
  });
});
