// Owns the list of content types that procedures work on: read-only everywhere but in the platform itself.

interface RecordType {
  /** The attribute that leads to the record a case is about; null: it is that record. */
  readonly via: string | null;
}

const PART_OF_SOURCE: RecordType = { via: 'source' };

export const recordTypes: ReadonlyMap<string, RecordType> = new Map<string, RecordType>([
  ['api::crime-source.crime-source', { via: null }],
  ['api::sample-request.sample-request', { via: null }],
  ['api::source-person.source-person', PART_OF_SOURCE],
  ['api::intake-record.intake-record', PART_OF_SOURCE],
  ['api::evidence-item.evidence-item', PART_OF_SOURCE],
  ['api::verification-action.verification-action', PART_OF_SOURCE],
  ['api::transfer.transfer', PART_OF_SOURCE],
  ['api::assignment.assignment', PART_OF_SOURCE],
  ['api::extension.extension', PART_OF_SOURCE],
  ['api::decision.decision', PART_OF_SOURCE],
  ['api::complaint.complaint', PART_OF_SOURCE],
]);

/** People are read through their case only, where protected identities are masked. */
export const PEOPLE_TYPE = 'api::source-person.source-person';
