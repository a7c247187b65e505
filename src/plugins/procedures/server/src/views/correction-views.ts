// Owns what the timeline shows of an event beyond that it happened: what its paper says and, of a recorded sending, which
// event stands in the place of which, why, and what the reader may do about it.

import type { CaseEvent } from '../../../shared/contracts';
import type { CorrectionView } from '../../../shared/corrections-contract';
import { paperOf } from '../corrections/ask-correction';
import { mayCorrect, mayDecideCorrection, paperForm } from '../corrections/correctable-event';
import type { CorrectionRecord } from '../corrections/correction';
import type { EventDefinition } from '../packages/types';
import { actingNotes } from '../people/acting-notes';
import type { CaseSubject } from '../policy/subjects';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { BusinessEventRecord, CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { named, personNames } from './person-names';
import { paperFields } from './record-fields';

export type CorrectionOfEvent = Pick<CaseEvent, 'details' | 'corrects' | 'correctedBy' | 'correction' | 'mayCorrect'>;

/** For whoever reads the record: by event. */
export async function correctionViews(
  platform: Platform,
  actor: Actor,
  { current, published, subject }: { current: CaseRecord; published: PublishedPackage; subject: CaseSubject },
  events: readonly BusinessEventRecord[],
): Promise<Map<string, CorrectionOfEvent>> {
  const rows: CorrectionRecord[] = await platform
    .knex('procedures.event_corrections')
    .where({ case_id: current.id })
    .orderBy('asked_at');
  const names = await personNames(
    platform.knex,
    rows.flatMap((row) => [row.asked_by, row.decided_by]),
  );
  const notes = await actingNotes(
    platform.knex,
    rows.flatMap((row) => [row.asked_acting_for, row.decided_acting_for]),
  );
  const viewOf = (row: CorrectionRecord, definition: EventDefinition): CorrectionView => ({
    id: row.id,
    state: row.state,
    reason: row.reason,
    businessAt: row.business_at.toISOString(),
    details: paperFields(paperForm(published, definition), row.task),
    askedBy: named(names, row.asked_by),
    askedFor: notes.get(row.asked_acting_for ?? '') ?? null,
    askedAt: row.asked_at.toISOString(),
    decidedBy: named(names, row.decided_by),
    decidedFor: notes.get(row.decided_acting_for ?? '') ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReason: row.decision_reason,
    permissions: {
      decide:
        row.state === 'ASKED' &&
        definition.correction !== undefined &&
        mayDecideCorrection(actor, subject, definition.correction, row.asked_by).allowed,
      takeBack: row.state === 'ASKED' && row.asked_by === actor.personId,
    },
  });
  return new Map(
    events.flatMap((event): [string, CorrectionOfEvent][] => {
      const definition = published.read.events.find(({ code }) => code === event.code);
      if (!definition) return [];
      const details = paperFields(paperForm(published, definition), paperOf(event));
      if (!definition.correction) return details.length > 0 ? [[event.id, { details }]] : [];
      const own = rows.filter((row) => row.event_id === event.id);
      const last = own.at(-1);
      const inForce = own.find((row) => row.state === 'IN_FORCE');
      const isSettled = own.every((row) => row.state === 'REFUSED');
      return [
        [
          event.id,
          {
            details,
            corrects: rows.find((row) => row.new_event_id === event.id)?.event_id ?? null,
            correctedBy: inForce?.new_event_id ?? null,
            correction: last ? viewOf(last, definition) : null,
            mayCorrect: isSettled && mayCorrect(actor, subject, definition.correction.groups).allowed,
          },
        ],
      ];
    }),
  );
}
