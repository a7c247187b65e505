// engine/ alone speaks to the workflow engine, and is the only importer of zeebe-node.
//
//   engine.ts            what the rest of the platform may ask of an engine, and how it answers
//   connect-engine.ts    the one way in: guard, command, answer
//   zeebe-gateway.ts     the client library: connection, deadline, the stub's calls      <- the only importer
//   answer-of.ts         gRPC status -> accepted, rejected or unclear
//   variable-guard.ts    what may cross to the engine
//
// To move to another client: write another zeebe-gateway.ts with the same `Gateway` (call a command of the gateway
// protocol with a deadline, int64 as text, an error that carries the gRPC code). Nothing else knows the library.
//
// An expected refusal of the engine is a value, never a throw. What throws is our own refusal to send (ProblemError).

export type Variables = Readonly<Record<string, unknown>>;

/**
 * `rejected`: the engine said no; `code` is Zeebe's own word: NOT_FOUND, INVALID_STATE, INVALID_ARGUMENT, ALREADY_EXISTS ...
 * `unclear`: the command may have been executed or not; send it again or look at the records.
 */
export type Rejected = { status: 'rejected'; code: string; message: string };
export type Unclear = { status: 'unclear'; message: string };
export type CommandAnswer = { status: 'accepted'; key?: string } | Rejected | Unclear;
export type DeployAnswer = { status: 'accepted'; resources: DeployedResource[] } | Rejected | Unclear;
export type DecisionAnswer = { status: 'accepted'; output: unknown } | Rejected | Unclear;

/** One decision that was evaluated on the way; values are as they lie in the answer, by the ids of the file. */
export interface DecisionStep {
  decision: string;
  output: unknown;
  inputs: { id: string; value: unknown }[];
  /** The rules that were taken. */
  rules: { id: string; outputs: { id: string; value: unknown }[] }[];
}
/** How a decision came about; one that failed tells how far it got. */
export interface DecisionReport {
  status: 'evaluated';
  output: unknown;
  failed: { decision: string; message: string } | null;
  steps: DecisionStep[];
}

export interface DeployedResource {
  kind: 'process' | 'decision' | 'drg' | 'form';
  id: string;
  key: string;
  version: number;
  /** Empty for a decision: the engine names the file with its drg. */
  resourceName: string;
}

export interface Engine {
  /** Rejects with ProblemError ENGINE_UNREACHABLE: the one measure of the engine's health. */
  topology(): Promise<{ brokers: number; partitions: number; version: string }>;
  /** All of the files or none of them. */
  deployResources(files: { name: string; content: Buffer }[]): Promise<DeployAnswer>;
  completeJob(jobKey: string, variables: Variables): Promise<CommandAnswer>;
  /** `message` is a code of ours (CONNECTOR_TIMEOUT), never a sentence: it ends in an incident that everybody sees. */
  failJob(jobKey: string, retries: number, message: string): Promise<CommandAnswer>;
  throwError(jobKey: string, errorCode: string, variables: Variables): Promise<CommandAnswer>;
  /** A message that was published before with the same id (ALREADY_EXISTS) is accepted. */
  publishMessage(m: {
    name: string;
    correlationKey: string;
    messageId: string;
    timeToLiveMs: number;
    variables: Variables;
  }): Promise<CommandAnswer>;
  createProcessInstance(p: {
    processId: string;
    version?: number;
    variables: Variables;
    startElementIds?: string[];
  }): Promise<CommandAnswer>;
  cancelProcessInstance(key: string): Promise<CommandAnswer>;
  modifyProcessInstance(p: {
    key: string;
    activate: { elementId: string; variables?: Variables }[];
    terminate: string[];
  }): Promise<CommandAnswer>;
  setVariables(elementInstanceKey: string, variables: Variables, local: boolean): Promise<CommandAnswer>;
  updateJobRetries(jobKey: string, retries: number): Promise<CommandAnswer>;
  resolveIncident(incidentKey: string): Promise<CommandAnswer>;
  evaluateDecision(decisionId: string, variables: Variables): Promise<DecisionAnswer>;
  /** The same, with the way to it: for whoever tries a table. */
  explainDecision(decisionId: string, variables: Variables): Promise<DecisionReport | Rejected | Unclear>;
  broadcastSignal(name: string, variables: Variables): Promise<CommandAnswer>;
  close(): Promise<void>;
}
