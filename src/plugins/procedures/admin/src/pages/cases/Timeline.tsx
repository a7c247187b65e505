import type { CaseEvent } from '../../../../shared/contracts';
import { Card } from '../../components/Card';
import { Empty } from '../../components/Empty';
import { useText } from '../../text/useText';
import { TimelineItem } from './TimelineItem';

interface Props {
  caseId: string;
  events: CaseEvent[];
  /** absent: it is only read here, e.g. beside a task */
  onChanged?(): void;
}

/** What happened, newest first; when it was entered later than it happened, both times and the reason are told. */
export const Timeline = ({ caseId, events, onChanged }: Props) => {
  const { t } = useText();
  if (events.length === 0) return <Empty title={t('case.noEvents')}>{t('case.noEventsHint')}</Empty>;
  const sorted = [...events].sort((a, b) => Date.parse(b.enteredAt) - Date.parse(a.enteredAt) || b.seq - a.seq);
  return (
    <Card>
      <ol>
        {sorted.map((event) => (
          <TimelineItem
            key={event.id}
            caseId={caseId}
            event={event}
            corrected={events.find(({ id }) => id === event.corrects) ?? null}
            onChanged={onChanged}
          />
        ))}
      </ol>
    </Card>
  );
};
