// Owns the shapes that other programs send and get, as JSON Schema: requests are held against them, answers are tested
// against them, and the OpenAPI document is made of them, so the three cannot differ.

import { MAX_LIST_ROWS } from '../../../shared/integration-contract';

export type JsonSchema = Readonly<Record<string, unknown>>;

const text: JsonSchema = { type: 'string' };
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
const instant: JsonSchema = {
  type: 'string',
  format: 'date-time',
  description: 'ISO 8601 with an offset; answers are in UTC',
};
const instantOrDay: JsonSchema = {
  type: 'string',
  format: 'instant-or-day',
  description: 'ISO 8601 with an offset; or YYYY-MM-DD, which is compared by the day of the tenant',
};
const uuid: JsonSchema = { type: 'string', format: 'uuid' };
export const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

/** An object whose properties are all there unless named in `optional`, and no others. */
function shape(properties: Record<string, JsonSchema>, optional: string[] = [], description?: string): JsonSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
    ...(description ? { description } : {}),
  };
}

const systemName: JsonSchema = {
  type: 'string',
  pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$',
  description: 'Short name of the other system, the same in every call',
};
const referenceText: JsonSchema = { type: 'string', minLength: 1, maxLength: 120, pattern: '^[^\\u0000-\\u001f]+$' };
const packageFiles: JsonSchema = {
  type: 'object',
  additionalProperties: text,
  description: 'content as base64, by path',
};
const basedOn: JsonSchema = {
  ...text,
  description: 'the version that it was made from: refused when another is in force',
};

export const schemas: Readonly<Record<string, JsonSchema>> = {
  Bilingual: shape({ vi: text, en: text }),
  Error: shape({
    error: shape({ code: text, vi: text, en: text, detail: {} }, ['detail'], 'code for programs, words for people'),
  }),
  Clock: shape({
    rule: text,
    variant: orNull(text),
    state: { enum: ['RUNNING', 'PAUSED', 'MET', 'MISSED', 'SUPERSEDED'] },
    stage: { enum: ['NEUTRAL', 'AMBER', 'DUE', 'ESCALATED'] },
    tracking: { enum: ['ENFORCED', 'EXTERNAL'] },
    startAt: instant,
    dueAt: instant,
    stoppedAt: orNull(instant),
  }),
  CaseEvent: shape({ code: text, at: instant, enteredAt: instant, stateAfter: text }),
  ExternalReference: shape({ system: systemName, reference: referenceText }),
  CaseLine: shape({
    id: uuid,
    packageId: text,
    bookNo: orNull(text),
    state: text,
    stateTitle: orNull(reference('Bilingual')),
    outcome: orNull(text),
    life: { enum: ['STARTING', 'ACTIVE', 'COMPLETED', 'CANCELLED', 'HELD'] },
    handlingUnit: text,
    originUnit: orNull(text),
    receivedAt: instant,
    updatedAt: instant,
    references: listOf(reference('ExternalReference')),
  }),
  CaseList: shape({
    items: listOf(reference('CaseLine')),
    next: { ...orNull(text), description: 'give it back as `after` for the next page; null: there is none' },
  }),
  CaseStatus: shape({
    case: reference('CaseLine'),
    clocks: listOf(reference('Clock')),
    events: listOf(reference('CaseEvent')),
  }),
  StartCase: shape(
    {
      packageId: text,
      event: { ...text, description: 'code of the starting event, see /v1/vocabulary' },
      values: {
        type: 'object',
        description: 'by the start form: {"record": {…}, "task": {…}}; what the form refuses is refused here',
      },
      at: { ...instant, description: 'business time; now when absent' },
      lateReason: { ...text, description: 'needed when `at` is in the past' },
      externalReference: reference('ExternalReference'),
    },
    ['at', 'lateReason', 'externalReference'],
  ),
  StartedCase: shape({
    caseId: uuid,
    actionId: uuid,
    receiptCode: orNull(text),
    bookNo: orNull(text),
    state: { enum: ['STAGED', 'SENT', 'CONFIRMED', 'SUPERSEDED', 'BLOCKED'] },
  }),
  EnterEvent: shape(
    {
      code: text,
      data: { type: 'object', description: 'the data of the event, see the package' },
      values: { type: 'object', description: 'or the values of its form' },
      at: instant,
      lateReason: text,
    },
    ['data', 'values', 'at', 'lateReason'],
  ),
  StagedAct: shape({
    actionId: uuid,
    state: { enum: ['STAGED', 'SENT', 'CONFIRMED', 'SUPERSEDED', 'BLOCKED'] },
  }),
  PackageInForce: shape({
    tenant: text,
    id: text,
    version: text,
    contentHash: { ...text, description: 'sha256 over the sorted files' },
    files: packageFiles,
  }),
  BringDraft: shape({ files: packageFiles, basedOn }, ['basedOn']),
  BroughtDraft: shape({ tenant: text, draftId: uuid }),
  TrialRun: shape({
    id: uuid,
    state: { enum: ['STARTING', 'RUNNING', 'DONE', 'FAILED'], description: 'FAILED: it broke off, see `failure`' },
    done: { type: 'integer', description: 'scenarios that have ended' },
    total: { type: 'integer' },
    failure: orNull(reference('Bilingual')),
  }),
  DraftTrials: shape({
    draftId: uuid,
    run: { ...orNull(reference('TrialRun')), description: 'the last one; null: none since the server was started' },
    scenarios: listOf(
      shape({
        file: text,
        title: reference('Bilingual'),
        state: { enum: ['HELD', 'FAILED', 'NOT_TRIED'] },
        reasons: { ...listOf(reference('Bilingual')), description: 'of one that failed, the first few' },
      }),
    ),
  }),
  ProposePackage: {
    ...shape(
      {
        version: { type: 'string', pattern: '^\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}$' },
        note: { type: 'string', minLength: 1, maxLength: 1000 },
        effectiveAt: instant,
        basedOn,
        trialsReason: {
          ...text,
          description: 'why it is proposed though scenarios fail, or were not tried on these very files',
        },
        files: packageFiles,
        draftId: {
          ...uuid,
          description: 'instead of `files`: a draft that this token has brought and nobody has changed',
        },
      },
      ['effectiveAt', 'basedOn', 'trialsReason', 'files', 'draftId'],
    ),
    // A draft has said what it was made from when it was brought.
    oneOf: [
      { required: ['files'], properties: { files: true, draftId: false } },
      { required: ['draftId'], properties: { draftId: true, files: false, basedOn: false } },
    ],
  },
  ProposedPackage: shape({ tenant: text, draftId: uuid, publicationId: uuid, version: text }),
  PutReference: shape({ reference: referenceText }),
  Vocabulary: shape({
    packages: listOf(
      shape({
        id: text,
        version: text,
        title: reference('Bilingual'),
        starts: listOf(shape({ event: text, title: reference('Bilingual'), form: { type: ['object', 'null'] } })),
        events: listOf(shape({ code: text, title: reference('Bilingual') })),
        states: { type: 'object', additionalProperties: reference('Bilingual') },
      }),
    ),
  }),
  ReconciliationRow: shape({
    caseId: uuid,
    bookNo: orNull(text),
    reference: orNull(text),
    receivedAt: instant,
    state: text,
    outcome: orNull(text),
    handlingUnit: text,
  }),
  ReconciliationList: shape({
    system: systemName,
    from: instant,
    to: instant,
    items: listOf(reference('ReconciliationRow')),
    hash: { ...text, description: 'sha256 of the rows as they stand here' },
  }),
  TheirRow: shape(
    { reference: referenceText, bookNo: orNull(text), receivedAt: orNull(instantOrDay), state: orNull(text) },
    ['bookNo', 'receivedAt', 'state'],
  ),
  CompareLists: shape({
    system: systemName,
    from: instant,
    to: instant,
    rows: { ...listOf(reference('TheirRow')), maxItems: MAX_LIST_ROWS },
  }),
  Comparison: shape({
    matched: { type: 'integer' },
    different: listOf(
      shape({
        reference: text,
        caseId: uuid,
        bookNo: orNull(text),
        fields: listOf(shape({ field: text, here: orNull(text), there: orNull(text) })),
      }),
    ),
    onlyHere: listOf(reference('ReconciliationRow')),
    onlyThere: listOf(reference('TheirRow')),
    twiceThere: listOf(text),
  }),
};
