// Owns the one table of what other programs may call: the routes, the gate, the checks of requests and the OpenAPI
// document are all made from it.
import type { JsonSchema } from './schemas';
import type { Scope } from './scopes';

export interface Operation {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** As OpenAPI writes it, below /api/procedures. */
  readonly path: string;
  /** Controller and method. */
  readonly handler: string;
  readonly scope: Scope;
  readonly summary: string;
  readonly query?: readonly { name: string; required?: boolean; schema: JsonSchema; description: string }[];
  /** Names of schemas. */
  readonly request?: string;
  readonly response: string;
  readonly status: 200 | 202;
}

const text: JsonSchema = { type: 'string' };
const instant: JsonSchema = { type: 'string', format: 'date-time' };
const wait = {
  name: 'wait',
  schema: { type: 'integer', minimum: 0, maximum: 10000 },
  description: 'milliseconds to wait for the act to be confirmed',
};
const period = [
  { name: 'system', required: true, schema: text, description: 'the other system' },
  { name: 'from', required: true, schema: instant, description: 'received at or after' },
  { name: 'to', required: true, schema: instant, description: 'received before' },
];

export const operations: readonly Operation[] = [
  {
    id: 'readVocabulary',
    method: 'GET',
    path: '/v1/vocabulary',
    handler: 'integration.vocabulary',
    scope: 'vocabulary.read',
    summary: 'What can be started, with its forms, and the codes of events and states',
    response: 'Vocabulary',
    status: 200,
  },
  {
    id: 'listCases',
    method: 'GET',
    path: '/v1/cases',
    handler: 'integration.listCases',
    scope: 'cases.read',
    summary: 'Cases that the unit may know of, oldest change first; follow `next` for what changed since',
    query: [
      { name: 'after', schema: text, description: 'where the last page ended' },
      { name: 'updatedSince', schema: instant, description: 'changed at or after' },
      { name: 'state', schema: text, description: 'code of a state' },
      { name: 'reference', schema: text, description: 'number in the other system; with `system`' },
      { name: 'system', schema: text, description: 'the other system' },
      { name: 'limit', schema: { type: 'integer', minimum: 1, maximum: 200 }, description: '50 when absent' },
    ],
    response: 'CaseList',
    status: 200,
  },
  {
    id: 'startCase',
    method: 'POST',
    path: '/v1/cases',
    handler: 'integration.startCase',
    scope: 'cases.start',
    summary: 'Starts a case by a form of the package',
    query: [wait],
    request: 'StartCase',
    response: 'StartedCase',
    status: 202,
  },
  {
    id: 'readCase',
    method: 'GET',
    path: '/v1/cases/{id}',
    handler: 'integration.readCase',
    scope: 'cases.read',
    summary: 'State, terms and events of a case; no content, no names',
    response: 'CaseStatus',
    status: 200,
  },
  {
    id: 'enterEvent',
    method: 'POST',
    path: '/v1/cases/{id}/events',
    handler: 'integration.enterEvent',
    scope: 'cases.event',
    summary: 'Enters a business event that the case waits for',
    query: [wait],
    request: 'EnterEvent',
    response: 'StagedAct',
    status: 202,
  },
  {
    id: 'putReference',
    method: 'PUT',
    path: '/v1/cases/{id}/references/{system}',
    handler: 'integration.putReference',
    scope: 'references.write',
    summary: 'Records the number by which the other system knows the case',
    request: 'PutReference',
    response: 'ExternalReference',
    status: 200,
  },
  {
    id: 'readReconciliation',
    method: 'GET',
    path: '/v1/reconciliation',
    handler: 'integration.readReconciliation',
    scope: 'reconciliation.read',
    summary: 'Our list of a period, to be laid beside that of the other system',
    query: period,
    response: 'ReconciliationList',
    status: 200,
  },
  {
    id: 'compareLists',
    method: 'POST',
    path: '/v1/reconciliation/compare',
    handler: 'integration.compareLists',
    scope: 'reconciliation.read',
    summary: 'Lays their list beside ours and says what differs; changes nothing',
    request: 'CompareLists',
    response: 'Comparison',
    status: 200,
  },
  {
    id: 'readPackage',
    method: 'GET',
    path: '/v1/packages/{packageId}',
    handler: 'integration.readPackage',
    scope: 'packages.read',
    summary: 'The files of the package in force',
    response: 'PackageInForce',
    status: 200,
  },
  {
    id: 'bringDraft',
    method: 'POST',
    path: '/v1/packages/{packageId}/drafts',
    handler: 'integration.bringDraft',
    scope: 'packages.propose',
    summary: 'Makes a draft of these files, to have its scenarios tried before it is proposed',
    request: 'BringDraft',
    response: 'BroughtDraft',
    status: 202,
  },
  {
    id: 'startTrials',
    method: 'POST',
    path: '/v1/packages/{packageId}/drafts/{draftId}/trials',
    handler: 'integration.startTrials',
    scope: 'packages.propose',
    summary:
      'Starts all scenarios of the draft where nothing real is touched; the run that goes on already is answered',
    response: 'TrialRun',
    status: 202,
  },
  {
    id: 'readTrials',
    method: 'GET',
    path: '/v1/packages/{packageId}/drafts/{draftId}/trials',
    handler: 'integration.readTrials',
    scope: 'packages.propose',
    summary: 'How far the run is, and how each scenario of the draft stands',
    response: 'DraftTrials',
    status: 200,
  },
  {
    id: 'proposePackage',
    method: 'POST',
    path: '/v1/packages/{packageId}/proposals',
    handler: 'integration.proposePackage',
    scope: 'packages.propose',
    summary:
      'Proposes these files, or a draft that was brought; a person who did not ask for the token decides. Files that are not accepted leave no draft; one that was brought is kept where its files may yet be accepted',
    request: 'ProposePackage',
    response: 'ProposedPackage',
    status: 202,
  },
];

export function operationOf(id: string): Operation {
  const found = operations.find((operation) => operation.id === id);
  if (!found) throw new Error(`Expected operation ${id} in integration/operations.ts`);
  return found;
}

/** The same path as Strapi's router writes it. */
export const routePath = (operation: Pick<Operation, 'path'>): string => operation.path.replace(/\{(\w+)\}/g, ':$1');

/** Places of a path that hold an id of ours. */
export const isUuidPlace = (name: string): boolean => name === 'id' || name === 'draftId';

/** Acts that write need a key, so that a repeated call does nothing twice. PUT is idempotent, yet takes the same key. */
export const needsKey = (operation: Operation): boolean => operation.status === 202;
