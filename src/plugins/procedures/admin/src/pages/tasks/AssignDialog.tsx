import { Button, Field, Modal, Radio, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { Assignee, ListedTask } from '../../../../shared/task-list-contract';
import { useResource } from '../../api/useResource';
import { ErrorState } from '../../components/ErrorState';
import { OpenModal } from '../../components/OpenModal';
import { Skeleton } from '../../components/Skeleton';
import { useText } from '../../text/useText';

interface Props {
  tasks: ListedTask[];
  onGive(personId: string): void;
  onClose(): void;
}

/** Whom the chosen tasks may be given to, with what each holds already. */
export const AssignDialog = ({ tasks, onGive, onClose }: Props) => {
  const { t } = useText();
  const [person, setPerson] = React.useState('');
  const { data, problem, reload } = useResource<{ items: Assignee[] }>(
    `/task-assignees?tasks=${tasks.map(({ id }) => id).join(',')}`,
  );
  const people = data?.items;
  return (
    <OpenModal onClose={onClose}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('tasks.assign.title', { count: tasks.length })}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && !people && <ErrorState problem={problem} onRetry={reload} />}
          {!people && !problem && <Skeleton rows={4} height={40} />}
          {people?.length === 0 && <Typography>{t('tasks.assign.nobody')}</Typography>}
          {people && people.length > 0 && (
            <Field.Root name="person">
              <Field.Label>{t('tasks.assign.person')}</Field.Label>
              <Radio.Group value={person} onValueChange={setPerson} aria-label={t('tasks.assign.person')}>
                {people.map(({ id, name, units, holds }) => (
                  <Radio.Item key={id} value={id}>
                    {t('tasks.assign.holds', { name, units: units.join(', '), count: holds })}
                  </Radio.Item>
                ))}
              </Radio.Group>
            </Field.Root>
          )}
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button disabled={person === ''} onClick={() => onGive(person)}>
            {t('tasks.assign.give', { count: tasks.length })}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
