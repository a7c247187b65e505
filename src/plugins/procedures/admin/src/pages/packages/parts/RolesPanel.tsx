import { Button, Flex } from '@strapi/design-system';
import * as React from 'react';

import type { DraftRoleInput } from '../../../../../shared/draft-parts-contract';
import { post } from '../../../api/send';
import { ActDialog } from '../../../components/ActDialog';
import { ErrorState } from '../../../components/ErrorState';
import { Mark } from '../../../components/Mark';
import { Skeleton } from '../../../components/Skeleton';
import { useText } from '../../../text/useText';
import { ChoiceField } from '../modeler/ChoiceField';
import type { PanelProps } from '../panelProps';
import { ChangePart, PartList, PartTitle } from './PartList';
import { PartName } from './PartTable';
import { useDraftParts } from './useDraftParts';

/** Who does the work: each role of the package, how many hold it here, and which steps go to it. */
const RolesPanel = (props: PanelProps) => {
  const { t, pick } = useText();
  const { path, data, problem, reload, changed } = useDraftParts(props);
  const [editing, setEditing] = React.useState<(DraftRoleInput & { isNew: boolean }) | null>(null);
  if (!data) return problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={6} />;
  const holders = (count: number) =>
    count > 0 ? t('parts.roles.holders', { count }) : <Mark tone="warn">{t('parts.roles.nobody')}</Mark>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <PartList
        label={t('parts.roles')}
        about={t('parts.roles.about')}
        add={
          data.moreRoles.length > 0 && (
            <Button onClick={() => setEditing({ id: '', title: '', isNew: true })}>{t('parts.roles.add')}</Button>
          )
        }
        empty={{ title: t('parts.roles.none'), hint: t('parts.roles.noneHint') }}
        columns={[t('parts.title'), t('parts.roles.unit'), t('parts.roles.who'), t('parts.roles.steps')]}
        rows={data.roles.map((one) => ({
          id: one.id,
          cells: [
            <PartName key="name" title={pick(one.title)} about={one.id} />,
            one.unit ?? <Mark tone="warn">{t('parts.roles.noUnit')}</Mark>,
            holders(one.holders),
            one.steps.join(', '),
            <ChangePart
              key="act"
              title={pick(one.title)}
              onClick={() => setEditing({ id: one.id, title: one.title.vi, isNew: false })}
            />,
          ],
        }))}
      />
      {editing && (
        <ActDialog
          title={t(editing.isNew ? 'parts.roles.add' : 'parts.roles.edit')}
          confirm={t('parts.save')}
          disabled={editing.id === '' || editing.title.trim() === ''}
          onClose={() => setEditing(null)}
          onConfirm={async () => {
            const body: DraftRoleInput = { id: editing.id, title: editing.title };
            await post(`${path}/roles`, body);
            setEditing(null);
            changed();
          }}
        >
          {(errorOf) => (
            <>
              {editing.isNew && (
                <ChoiceField
                  label={t('parts.roles.which')}
                  required
                  value={editing.id}
                  choices={data.moreRoles}
                  onChange={(id) =>
                    setEditing({
                      ...editing,
                      id,
                      title: data.moreRoles.find((one) => one.value === id)?.label ?? editing.title,
                    })
                  }
                />
              )}
              <PartTitle
                value={editing.title}
                error={errorOf('title')}
                onChange={(title) => setEditing({ ...editing, title })}
              />
            </>
          )}
        </ActDialog>
      )}
    </Flex>
  );
};

export default RolesPanel;
