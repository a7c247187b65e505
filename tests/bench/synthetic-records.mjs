// Owns records that look like an engine's: instances of one user task each, in the mix and size that a broker sends.

const partition = 1n << 51n;

/** @param {{ engineId: string, instances: number, startedAt: number }} options */
export function syntheticRecords({ engineId, instances, startedAt }) {
  let position = 0;
  let nextKey = partition;
  const sequences = new Map();
  const lines = [];
  const key = () => {
    nextKey += 1n;
    return nextKey;
  };
  const day = new Date(startedAt).toISOString().slice(0, 10);
  const send = (valueType, intent, recordKey, value) => {
    position += 1;
    const sequence = (sequences.get(valueType) ?? 0) + 1;
    sequences.set(valueType, sequence);
    const index = `${engineId}_${valueType.toLowerCase().replaceAll('_', '-')}_8.5.8_${day}`;
    const fields = [
      `"partitionId":1,"value":${value},"key":${recordKey},"position":${position},"timestamp":${startedAt + position}`,
      `"valueType":"${valueType}","brokerVersion":"8.5.8","recordType":"EVENT","intent":"${intent}"`,
      `"sourceRecordPosition":${position - 1},"rejectionType":"NULL_VAL","rejectionReason":""`,
      `"authorizations":{"authorized_tenants":["<default>"]},"recordVersion":1,"sequence":${partition + BigInt(sequence)}`,
    ];
    lines.push({
      valueType,
      text: `{"index":{"routing":"1","_index":"${index}","_id":"1-${position}"}}\n{${fields.join(',')}}\n`,
    });
  };
  const definition = key();
  for (let n = 0; n < instances; n += 1) {
    const instance = key();
    const element = (elementKey, id, type, intents) => {
      for (const intent of intents) {
        send(
          'PROCESS_INSTANCE',
          intent,
          elementKey,
          `{"version":1,"elementId":"${id}","processDefinitionKey":${definition},"bpmnElementType":"${type}","parentElementInstanceKey":-1,"bpmnEventType":"UNSPECIFIED","flowScopeKey":${type === 'PROCESS' ? -1 : instance},"parentProcessInstanceKey":-1,"tenantId":"<default>","bpmnProcessId":"bench","processInstanceKey":${instance}}`,
        );
      }
    };
    const variable = (name, scope) =>
      send(
        'VARIABLE',
        'CREATED',
        key(),
        `{"name":"${name}","value":"\\"${name}-${n}\\"","processDefinitionKey":${definition},"scopeKey":${scope},"tenantId":"<default>","bpmnProcessId":"bench","processInstanceKey":${instance}}`,
      );
    const job = (intent, jobKey, task) =>
      send(
        'JOB',
        intent,
        jobKey,
        `{"type":"io.camunda.zeebe:userTask","retries":1,"retryBackoff":0,"recurringTime":-1,"jobKind":"BPMN_ELEMENT","elementId":"task","processDefinitionKey":${definition},"processDefinitionVersion":1,"deadline":-1,"customHeaders":{"io.camunda.zeebe:candidateGroups":"[\\"UNIT/clerk\\"]"},"tenantId":"<default>","bpmnProcessId":"bench","processInstanceKey":${instance},"elementInstanceKey":${task},"errorCode":"","variables":{"actionId":"action-${n}"},"timeout":-1,"worker":"","errorMessage":""}`,
      );
    element(instance, 'bench', 'PROCESS', ['ELEMENT_ACTIVATING', 'ELEMENT_ACTIVATED']);
    variable('caseId', instance);
    variable('classification', instance);
    const life = ['ELEMENT_ACTIVATING', 'ELEMENT_ACTIVATED', 'ELEMENT_COMPLETING', 'ELEMENT_COMPLETED'];
    element(key(), 'start', 'START_EVENT', life);
    element(key(), 'to_task', 'SEQUENCE_FLOW', ['SEQUENCE_FLOW_TAKEN']);
    const task = key();
    const jobKey = key();
    element(task, 'task', 'USER_TASK', life.slice(0, 2));
    job('CREATED', jobKey, task);
    job('COMPLETED', jobKey, task);
    variable('actionId', instance);
    element(task, 'task', 'USER_TASK', life.slice(2));
    element(key(), 'to_end', 'SEQUENCE_FLOW', ['SEQUENCE_FLOW_TAKEN']);
    element(key(), 'end', 'END_EVENT', life);
    element(instance, 'bench', 'PROCESS', ['ELEMENT_COMPLETING', 'ELEMENT_COMPLETED']);
  }
  return lines;
}

/** @param {{ text: string }[]} lines @param {number} size */
export function asBulks(lines, size) {
  const bulks = [];
  for (let n = 0; n < lines.length; n += size) {
    bulks.push(
      Buffer.from(
        lines
          .slice(n, n + size)
          .map(({ text }) => text)
          .join(''),
      ),
    );
  }
  return bulks;
}
