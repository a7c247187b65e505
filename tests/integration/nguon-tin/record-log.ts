// Owns what the broker's records say of open tasks and open message subscriptions: the little that a replay must know.

import http from 'node:http';
import type { AddressInfo } from 'node:net';

interface BrokerRecord {
  key: number | string;
  valueType: string;
  intent: string;
  recordType: string;
  value: Record<string, unknown>;
}

export interface OpenTask {
  key: string;
  elementId: string;
}

export interface OpenMessage {
  elementId: string;
  correlationKey: string;
}

export interface RecordLog {
  url: string;
  instanceOf(caseId: string): string | undefined;
  task(instance: string, elementId: string): OpenTask | undefined;
  message(instance: string, name: string): OpenMessage | undefined;
  openTasks(instance: string): string[];
  incidents: string[];
  close(): Promise<void>;
}

// Keys are beyond what a JSON number can hold: they are read as text.
const KEYS = /"(key|processInstanceKey|elementInstanceKey)":(\d+)/g;

export async function openRecordLog(): Promise<RecordLog> {
  const instances = new Map<string, string>();
  const tasks = new Map<string, Map<string, string>>();
  const messages = new Map<string, { instance: string; name: string; open: OpenMessage }>();
  const incidents: string[] = [];

  const take = ({ key, valueType, intent, recordType, value }: BrokerRecord): void => {
    if (recordType !== 'EVENT') return;
    const instance = String(value.processInstanceKey);
    if (valueType === 'MESSAGE_START_EVENT_SUBSCRIPTION' && intent === 'CORRELATED') {
      instances.set(String(value.correlationKey), instance);
    } else if (valueType === 'JOB') {
      const open = tasks.get(instance) ?? new Map<string, string>();
      if (intent === 'CREATED') open.set(String(key), String(value.elementId));
      if (intent === 'COMPLETED' || intent === 'CANCELED') open.delete(String(key));
      tasks.set(instance, open);
    } else if (valueType === 'PROCESS_MESSAGE_SUBSCRIPTION') {
      const id = `${value.elementInstanceKey}/${value.messageName}`;
      const over = intent === 'DELETED' || (intent === 'CORRELATED' && value.interrupting === true);
      if (over) messages.delete(id);
      else if (intent === 'CREATED') {
        const open = { elementId: String(value.elementId), correlationKey: String(value.correlationKey) };
        messages.set(id, { instance, name: String(value.messageName), open });
      }
    } else if (valueType === 'INCIDENT' && intent === 'CREATED') {
      incidents.push(`${value.elementId}: ${value.errorMessage}`);
    }
  };

  const server = http.createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    if (request.url?.startsWith('/_bulk')) {
      const lines = Buffer.concat(chunks).toString('utf8').trim().split('\n');
      for (let at = 1; at < lines.length; at += 2) take(JSON.parse((lines[at] as string).replace(KEYS, '"$1":"$2"')));
    }
    answer.setHeader('content-type', 'application/json');
    answer.end('{"acknowledged":true,"errors":false,"items":[]}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    instanceOf: (caseId) => instances.get(caseId),
    task(instance, elementId) {
      const found = [...(tasks.get(instance) ?? [])].find(([, id]) => id === elementId);
      return found && { key: found[0], elementId };
    },
    message: (instance, name) =>
      [...messages.values()].find((one) => one.instance === instance && one.name === name)?.open,
    openTasks: (instance) => [...(tasks.get(instance)?.values() ?? [])].sort(),
    incidents,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
