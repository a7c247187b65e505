// Owns the list of what the scheduler looks at. What falls due by the business clock is apart from housekeeping, so that
// whoever moves the clock by hand (tests, the case runner, trial runs) can make everything due happen at once.
import { tickAlarms } from '../alarms/tick-alarms';
import { removeUnboundAttachments } from '../attachments/remove-unbound';

import { confirmMerges } from '../case-links/confirm-merges';
import { listOlderCases } from '../cases/list-older-cases';
import { closeLeftDrafts } from '../drafts/close-left-drafts';
import { removeOldDrafts } from '../intake/remove-old-drafts';
import { forgetOldKeys } from '../integration/idempotency';
import { planDigests } from '../mail/plan-digests';
import { planMails } from '../mail/plan-mails';
import { sendMails } from '../mail/send-mails';
import { cancelApproved } from '../operations/cancel-requests';
import { returnUnheldTasks } from '../people/return-tasks';
import { enforcePublications } from '../publishing/enforce-publications';
import { removeOldAnswerDrafts } from '../questions/answer-draft';
import { escalateReminders } from '../reminders/escalate-reminders';
import type { Platform } from '../runtime/platform';
import { openOccurrences } from '../schedules/open-occurrences';
import { tickOccurrences } from '../schedules/tick-occurrences';
import { endRequests } from '../sealing/end-requests';
import { sealDueCases } from '../sealing/seal-due-cases';
import { planWebhooks } from '../webhooks/plan-webhooks';
import { sendWebhooks } from '../webhooks/send-webhooks';
import { closeEndedCases } from './close-ended-cases';
import { escalateLater } from './escalate-later';
import { pruneOncePerDay } from './prune-once-per-day';
import { tickClocks } from './tick-clocks';

export interface Look {
  /** Said in the log when it fails. */
  readonly name: string;
  /** Does what is due now by `platform.clock`; safe to repeat, also after dying half-way. */
  run(platform: Platform): Promise<unknown>;
}

/** What becomes due as business time goes on, in this order. */
export const dueLooks: readonly Look[] = [
  { name: 'clocks', run: tickClocks },
  { name: 'alarms', run: tickAlarms },
  { name: 'ended rights', run: returnUnheldTasks },
  { name: 'sealing', run: sealDueCases },
  { name: 'opened identities', run: endRequests },
  { name: 'escalations', run: escalateLater },
  { name: 'unanswered reminders', run: escalateReminders },
  { name: 'schedules', run: openOccurrences },
  { name: 'occurrences', run: tickOccurrences },
  { name: 'versions that come into force', run: enforcePublications },
  { name: 'mails to send', run: planMails },
  { name: 'digests to send', run: planDigests },
  { name: 'webhooks to call', run: planWebhooks },
];

/** What leaves the house: a server that does not answer holds up nothing but its own lane. */
export const deliveryLooks: readonly Look[] = [
  { name: 'mails', run: sendMails },
  { name: 'webhooks', run: sendWebhooks },
];

/** What only tidies up. */
export const housekeepingLooks: readonly Look[] = [
  { name: 'merges', run: confirmMerges },
  { name: 'approved cancellations', run: cancelApproved },
  { name: 'ended cases', run: closeEndedCases },
  { name: 'old drafts of entries', run: removeOldDrafts },
  { name: 'old drafts of answers', run: removeOldAnswerDrafts },
  { name: 'drafts that programs have left', run: closeLeftDrafts },
  { name: 'files of entries that were given up', run: removeUnboundAttachments },
  { name: 'case titles', run: listOlderCases },
  { name: 'raw records', run: pruneOncePerDay() },
  { name: 'idempotency keys', run: forgetOldKeys },
];

/** Everything due, once, one after the other; the first failure is thrown. */
export async function lookAtWhatIsDue(platform: Platform): Promise<void> {
  for (const look of dueLooks) await look.run(platform);
}
