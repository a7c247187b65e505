// Owns one evaluation by the engine's own FEEL. A process of two steps is deployed: a script keeps the value, and a step
// behind it asks for a job type that is a list, which no engine takes, so that the instance always stands still with an
// incident. That incident tells what the engine noticed on the way: it says so nowhere else, and only where a type is
// wrong. Everything is read from the records: the value is there before the incident is.

import type { Variables } from '../../engine/engine';
import type { Platform } from '../../runtime/platform';
import type { EngineEvaluation } from '../host-protocol';
import { benchEngine } from './bench-engine';
import { evaluationTooLong } from './evaluation-too-long';

const PROCESS = 'expression_try';
const VALUE = '_expression_value';
const SCRIPT = 'value';
const WITHIN_MS = 15_000;
const LOOK_EVERY_MS = 15;

export class ExpressionBench {
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** `expression` without a leading `=`, readable by our own copy of the engine's grammar. */
  async evaluate(expression: string, variables: Variables): Promise<EngineEvaluation> {
    const engine = benchEngine();
    const deployed = await engine.deployResources([
      { name: `${PROCESS}.bpmn`, content: Buffer.from(modelOf(expression)) },
    ]);
    if (deployed.status === 'rejected') return { kind: 'UNREADABLE', said: deployed.message };
    const version = deployed.status === 'accepted' ? deployed.resources[0]?.version : undefined;
    const begun = await engine.createProcessInstance({ processId: PROCESS, version, variables });
    if (begun.status === 'rejected') return { kind: 'FAILED', said: begun.message };
    if (begun.status === 'unclear' || begun.key === undefined) throw evaluationTooLong();
    const { key } = begun;
    const incident = await this.#incidentOf(key);
    const value = incident.element === SCRIPT ? null : await this.#valueOf(key);
    await engine.cancelProcessInstance(key);
    if (value === null) return { kind: 'FAILED', said: incident.message };
    return { kind: 'DONE', value, said: incident.message };
  }

  async #incidentOf(key: string): Promise<{ element: string; message: string }> {
    const limit = Date.now() + WITHIN_MS;
    for (;;) {
      const row: { element: string; message: string } | undefined = await this.#platform
        .knex('procedures.incidents')
        .where({ engine_id: this.#platform.engineId, process_instance_key: key })
        .first('element_id as element', 'error_message as message');
      if (row) return row;
      if (Date.now() > limit) throw evaluationTooLong();
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  }

  /** As JSON text; null: the engine kept none. */
  async #valueOf(key: string): Promise<string | null> {
    const row: { value: string } | undefined = await this.#platform
      .knex('procedures.variables')
      .where({ engine_id: this.#platform.engineId, process_instance_key: key, name: VALUE })
      .first('value');
    return row?.value ?? null;
  }
}

/** In an attribute a line break is a blank unless it is written as a reference, and a comment would swallow what follows. */
const attribute = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const modelOf = (expression: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="urn:expression">
  <bpmn:process id="${PROCESS}" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>to_value</bpmn:outgoing></bpmn:startEvent>
    <bpmn:sequenceFlow id="to_value" sourceRef="start" targetRef="${SCRIPT}" />
    <bpmn:scriptTask id="${SCRIPT}">
      <bpmn:extensionElements><zeebe:script expression="=${attribute(expression)}" resultVariable="${VALUE}" /></bpmn:extensionElements>
      <bpmn:incoming>to_value</bpmn:incoming><bpmn:outgoing>to_noticed</bpmn:outgoing>
    </bpmn:scriptTask>
    <bpmn:sequenceFlow id="to_noticed" sourceRef="${SCRIPT}" targetRef="noticed" />
    <bpmn:serviceTask id="noticed">
      <bpmn:extensionElements><zeebe:taskDefinition type="=[${attribute(`\n${expression}\n`)}]" /></bpmn:extensionElements>
      <bpmn:incoming>to_noticed</bpmn:incoming>
    </bpmn:serviceTask>
  </bpmn:process>
</bpmn:definitions>`;
