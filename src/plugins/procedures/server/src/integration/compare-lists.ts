// Owns the laying side by side of our list and that of another system. Pure; it decides nothing and changes nothing.
import { DateTime } from 'luxon';
import { isDay } from './instant';

export interface OurRow {
  caseId: string;
  bookNo: string | null;
  /** The number that the other system gave, as we know it. */
  reference: string | null;
  receivedAt: string;
  state: string;
  outcome: string | null;
  handlingUnit: string;
}
export interface TheirRow {
  reference: string;
  bookNo?: string | null;
  /** An instant, or a day of the tenant. */
  receivedAt?: string | null;
  /** In their words: compared only where it is one of our codes. */
  state?: string | null;
}
export interface Difference {
  reference: string;
  caseId: string;
  bookNo: string | null;
  fields: { field: string; here: string | null; there: string | null }[];
}
export interface Comparison {
  matched: number;
  different: Difference[];
  onlyHere: OurRow[];
  onlyThere: TheirRow[];
  /** Numbers that their list holds more than once; the first counts. */
  twiceThere: string[];
}

/**
 * Rows belong together by the other system's number; a row of theirs whose number we do not know, by our book number.
 * `knownStates` are the codes that a state of theirs is compared with; `zone` is the one that days are of.
 */
export function compareLists(
  ours: OurRow[],
  theirs: TheirRow[],
  { knownStates, zone }: { knownStates: ReadonlySet<string>; zone: string },
): Comparison {
  const byReference = new Map(ours.flatMap((row) => (row.reference ? [[row.reference, row] as const] : [])));
  const byBookNo = new Map(ours.flatMap((row) => (row.bookNo ? [[row.bookNo, row] as const] : [])));
  const result: Comparison = { matched: 0, different: [], onlyHere: [], onlyThere: [], twiceThere: [] };
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const theirRow of theirs) {
    if (seen.has(theirRow.reference)) {
      if (!result.twiceThere.includes(theirRow.reference)) result.twiceThere.push(theirRow.reference);
      continue;
    }
    seen.add(theirRow.reference);
    const ourRow = byReference.get(theirRow.reference) ?? (theirRow.bookNo ? byBookNo.get(theirRow.bookNo) : undefined);
    if (!ourRow || found.has(ourRow.caseId)) {
      result.onlyThere.push(theirRow);
      continue;
    }
    found.add(ourRow.caseId);
    const fields = differences(ourRow, theirRow, knownStates, zone);
    if (fields.length === 0) result.matched += 1;
    else
      result.different.push({
        reference: theirRow.reference,
        caseId: ourRow.caseId,
        bookNo: ourRow.bookNo,
        fields,
      });
  }
  result.onlyHere = ours.filter((row) => !found.has(row.caseId));
  return result;
}

function differences(
  ours: OurRow,
  theirs: TheirRow,
  knownStates: ReadonlySet<string>,
  zone: string,
): Difference['fields'] {
  const fields: Difference['fields'] = [];
  const note = (field: string, here: string | null, there: string | null) => fields.push({ field, here, there });
  if (ours.reference !== theirs.reference) note('reference', ours.reference, theirs.reference);
  if (theirs.bookNo && theirs.bookNo !== ours.bookNo) note('bookNo', ours.bookNo, theirs.bookNo);
  if (theirs.receivedAt && !isSameMoment(ours.receivedAt, theirs.receivedAt, zone))
    note('receivedAt', ours.receivedAt, theirs.receivedAt);
  if (theirs.state && knownStates.has(theirs.state) && theirs.state !== ours.state)
    note('state', ours.state, theirs.state);
  return fields;
}

/** Books are kept to the minute. */
const isSameMoment = (ours: string, theirs: string, zone: string): boolean =>
  isDay(theirs) ? DateTime.fromISO(ours, { zone }).toISODate() === theirs : minute(ours) === minute(theirs);
const minute = (instant: string): number => Math.floor(new Date(instant).getTime() / 60_000);
