/** Why a task does not move on, in a sentence: the rule that found it, since when, for whom it waits. */
import type { StuckFinding } from '../../../../shared/boards-contract';
import type { Text } from '../../text/useText';
import { formatDay, formatInstant } from '../../time/instants';

export function findingText(finding: StuckFinding, { t, pick }: Text): string {
  const since = formatInstant(finding.since);
  const until = finding.until ? formatDay(finding.until) : '';
  const rule = pick(finding.rule);
  const unit = finding.unit ?? '';
  switch (finding.reason) {
    case 'ABSENT':
      return t('boards.why.ABSENT', { since, until });
    case 'BOUNCED':
      return t('boards.why.BOUNCED', { since, count: finding.count ?? 0 });
    case 'ASKED':
      return t('boards.why.ASKED', { since, until, unit });
    case 'PAUSED':
      return t('boards.why.PAUSED', { since, rule });
    case 'OUTSIDE':
      return unit ? t('boards.why.OUTSIDE', { since, rule, unit }) : t('boards.why.OUTSIDE_RULE', { since, rule });
    case 'INCIDENT':
      return t('boards.why.INCIDENT', { since });
    case 'UNCLAIMED':
      return t('boards.why.UNCLAIMED', { since });
  }
}
