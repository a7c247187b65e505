import {
  Button,
  Checkbox,
  Field,
  Flex,
  IconButton,
  MenuItem,
  Modal,
  SimpleMenu,
  TextInput,
  Typography,
} from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import * as React from 'react';
import { useSearchParams } from 'react-router-dom';
import type { SavedTaskView } from '../../../../shared/task-list-contract';
import { type Problem, readProblem } from '../../api/problem';
import { post, remove } from '../../api/send';
import { useResource } from '../../api/useResource';
import { OpenModal } from '../../components/OpenModal';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useCopy } from '../../components/useCopy';
import { useText } from '../../text/useText';
import { viewQuery } from './taskListPath';

/** A person's named views. Who opens the page without an address gets the default one. */
export const SavedViews = ({ search }: { search: string }) => {
  const { t } = useText();
  const copy = useCopy();
  const [, setParams] = useSearchParams();
  const { data, reload } = useResource<{ items: SavedTaskView[] }>('/task-views');
  const [isKeeping, setKeeping] = React.useState(false);
  const views = data?.items ?? [];
  const now = viewQuery(search);
  const shown = views.find(({ query }) => viewQuery(query) === now && now !== '');
  const arrived = React.useRef(false);

  React.useEffect(() => {
    if (!data || arrived.current) return;
    arrived.current = true;
    const first = data.items.find(({ isDefault }) => isDefault);
    if (first && search === '') setParams(new URLSearchParams(first.query), { replace: true });
  }, [data, search, setParams]);

  const copyLink = () =>
    copy(`${window.location.origin}${window.location.pathname}${now ? `?${now}` : ''}`, 'tasks.views.copied');
  return (
    <>
      <SimpleMenu label={shown?.name ?? t('tasks.views.saved')} variant="tertiary" size="S">
        {views.map((view) => (
          <MenuItem key={view.id} onSelect={() => setParams(new URLSearchParams(view.query))}>
            {view.isDefault ? t('tasks.views.default', { name: view.name }) : view.name}
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setKeeping(true)}>{t('tasks.views.keep')}</MenuItem>
        <MenuItem onSelect={() => void copyLink()}>{t('tasks.views.copy')}</MenuItem>
      </SimpleMenu>
      {isKeeping && (
        <KeepDialog
          views={views}
          query={now}
          name={shown?.name ?? ''}
          onChanged={reload}
          onClose={() => setKeeping(false)}
        />
      )}
    </>
  );
};

interface KeepProps {
  views: SavedTaskView[];
  query: string;
  name: string;
  onChanged(): void;
  onClose(): void;
}

const KeepDialog = ({ views, query, name: known, onChanged, onClose }: KeepProps) => {
  const { t } = useText();
  const [name, setName] = React.useState(known);
  const [isDefault, setDefault] = React.useState(views.some((view) => view.name === known && view.isDefault));
  const [problem, setProblem] = React.useState<Problem | null>(null);
  const run = (act: Promise<unknown>, done: () => void) =>
    act.then(done, (thrown: unknown) => setProblem(readProblem(thrown))).finally(onChanged);
  return (
    <OpenModal onClose={onClose}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>{t('tasks.views.keep')}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Field.Root name="name" required hint={t('tasks.views.nameHint')}>
              <Field.Label>{t('tasks.views.name')}</Field.Label>
              <TextInput
                value={name}
                maxLength={60}
                onChange={(event: React.ChangeEvent<HTMLInputElement>) => setName(event.target.value)}
              />
              <Field.Hint />
            </Field.Root>
            <Checkbox checked={isDefault} onCheckedChange={(checked) => setDefault(checked === true)}>
              {t('tasks.views.first')}
            </Checkbox>
            {views.length > 0 && (
              <Flex tag="ul" direction="column" alignItems="stretch" gap={1} aria-label={t('tasks.views.saved')}>
                {views.map((view) => (
                  <Flex key={view.id} tag="li" justifyContent="space-between" gap={2}>
                    <Typography style={{ overflowWrap: 'anywhere' }}>
                      {view.isDefault ? t('tasks.views.default', { name: view.name }) : view.name}
                    </Typography>
                    <IconButton
                      label={t('tasks.views.remove', { name: view.name })}
                      variant="ghost"
                      onClick={() => void run(remove(`/task-views/${view.id}`), () => setProblem(null))}
                    >
                      <Trash />
                    </IconButton>
                  </Flex>
                ))}
              </Flex>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            disabled={name.trim() === ''}
            onClick={() => void run(post('/task-views', { name: name.trim(), query, isDefault }), onClose)}
          >
            {t('action.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
