import { Button, Flex, Typography } from '@strapi/design-system';

import type { PersonName } from '../../../shared/taskpage-contract';
import { useResource } from '../api/useResource';
import { useText } from '../text/useText';
import { withoutMarks } from '../text/withoutMarks';
import { mentionAt, withMention } from './mentionAt';

interface Props {
  caseId: string;
  text: string;
  onPick(person: PersonName, text: string): void;
}

/** While the last word begins with @: the people who may read this case and whose name fits. */
export const MentionPicker = ({ caseId, text, onPick }: Props) => {
  const { t } = useText();
  const typed = mentionAt(text);
  const { data } = useResource<{ items: (PersonName & { title: string })[] }>(
    typed === null ? null : `/cases/${caseId}/mentionable`,
    { keepPrevious: true },
  );
  if (typed === null || !data) return null;
  const fitting = data.items.filter((one) => withoutMarks(one.name).includes(withoutMarks(typed))).slice(0, 6);
  return (
    <Flex gap={1} wrap="wrap" paddingTop={2} role="group" aria-label={t('notes.mention')}>
      {fitting.map((person) => (
        <Button
          key={person.id}
          size="S"
          variant="tertiary"
          onClick={() => onPick({ id: person.id, name: person.name }, withMention(text, person.name))}
        >
          @{person.name} · {person.title}
        </Button>
      ))}
      {fitting.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {t('notes.nobody')}
        </Typography>
      )}
    </Flex>
  );
};
