// Owns the client library: the only file that imports zeebe-node. A command is called on the stub that ZBClient built,
// not on ZBClient's own methods, for three measured reasons: those know no deadline, so a hanging gateway hangs the
// caller; they deploy one file at a time, so a process and its decision are not one deployment; and
// modifyProcessInstance and setVariables change the object they are given.
import { ZBClient } from 'zeebe-node';

export interface Gateway {
  /** Rejects with an error that carries the gRPC status as `code`. int64 fields are text in both directions. */
  call(command: GatewayCommand, request: object, deadlineMs: number): Promise<unknown>;
  close(): Promise<void>;
}

export type GatewayCommand =
  | 'topology'
  | 'deployResource'
  | 'completeJob'
  | 'failJob'
  | 'throwError'
  | 'publishMessage'
  | 'createProcessInstance'
  | 'cancelProcessInstance'
  | 'modifyProcessInstance'
  | 'setVariables'
  | 'updateJobRetries'
  | 'resolveIncident'
  | 'evaluateDecision'
  | 'broadcastSignal';

type StubMethod = (
  request: object,
  metadata: unknown,
  options: { deadline: number },
  done: (error: Error | null, response: unknown) => void,
) => void;
interface Stub {
  getAuthToken(): Promise<unknown>;
  client: Record<string, StubMethod>;
}

const silent = { info() {}, error() {}, debug() {}, warn() {} };

export function openGateway(address: string): Gateway {
  // Without retry: the library would send an unclear command twice. Silent: it reports connection errors that are none.
  const client = new ZBClient(address, {
    retry: false,
    loglevel: 'NONE',
    stdout: silent,
    eagerConnection: false,
  });
  const stub = (client as unknown as { grpc: Stub }).grpc;
  return {
    async call(command, request, deadlineMs) {
      const metadata = await stub.getAuthToken();
      return new Promise((resolve, reject) => {
        stub.client[command](request, metadata, { deadline: Date.now() + deadlineMs }, (error, response) =>
          error ? reject(error) : resolve(response),
        );
      });
    },
    async close() {
      await client.close();
    },
  };
}
