import { Box, Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import * as React from 'react';
import { styled } from 'styled-components';

import type { PeopleOverview, UnitView } from '../../../../shared/people-contract';
import { useResource } from '../../api/useResource';
import { Empty } from '../../components/Empty';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { PageBody, PluginPage } from '../../components/PluginPage';
import { Skeleton } from '../../components/Skeleton';
import { useUrlState } from '../../components/useUrlState';
import { useText } from '../../text/useText';
import { AddPersonDialog } from './AddPersonDialog';
import { PersonPanel } from './PersonPanel';
import { PortalSettingsDialog } from './PortalSettingsDialog';
import { type ReasonAct, ReasonDialog } from './ReasonDialog';
import { UnitDialog } from './UnitDialog';
import { UnitSection } from './UnitSection';
import { unitOrder } from './unitOrder';
import { WordsDialog } from './WordsDialog';

/** The person beside the units; on a narrow screen above them. */
const Split = styled.div<{ $open: boolean }>`
  display: grid;
  gap: 24px;
  align-items: start;
  grid-template-columns: minmax(0, 1fr);
  @media (min-width: 1100px) {
    grid-template-columns: ${({ $open }) => ($open ? 'minmax(0, 1fr) minmax(0, 1fr)' : 'minmax(0, 1fr)')};
  }
`;
const Beside = styled.div`
  order: -1;
  @media (min-width: 1100px) {
    order: 1;
    position: sticky;
    top: calc(var(--procedures-band) + 8px);
    max-height: calc(100dvh - var(--procedures-band) - 16px);
    overflow-y: auto;
  }
`;

type Open = 'person' | 'portal' | 'words' | 'unit' | { unit: UnitView } | ReasonAct | null;

const People = () => {
  const { t } = useText();
  const url = useUrlState();
  const { data, problem, reload } = useResource<PeopleOverview>('/people');
  const [open, setOpen] = React.useState<Open>(null);
  const selected = url.get('open');
  const close = () => setOpen(null);
  const done = () => {
    close();
    reload();
  };
  const select = (id: string) => url.set({ open: id === selected ? null : id });
  const write = data?.permissions.write ?? false;
  return (
    <PageBody>
      <PageHeader
        title={t('menu.people')}
        subtitle={t(write ? 'people.subtitle' : 'people.subtitleOwn')}
        actions={
          write && (
            <>
              <Button variant="tertiary" onClick={() => setOpen('portal')}>
                {t('people.portal.settings')}
              </Button>
              <Button variant="tertiary" onClick={() => setOpen('words')}>
                {t('people.words.open')}
              </Button>
              <Button variant="secondary" onClick={() => setOpen('unit')}>
                {t('people.unit.add')}
              </Button>
              <Button startIcon={<Plus />} onClick={() => setOpen('person')}>
                {t('people.add.open')}
              </Button>
            </>
          )
        }
      />
      {problem && !data && <ErrorState problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton rows={8} />}
      {data && data.units.length === 0 && <Empty title={t('people.empty')}>{t('people.emptyHint')}</Empty>}
      {data && (
        <Split $open={selected !== ''}>
          <Flex direction="column" alignItems="stretch" gap={4}>
            {unitOrder(data.units).map(({ unit, depth }) => (
              <Box key={unit.code} style={{ marginInlineStart: `min(${depth * 24}px, ${depth * 4}vw)` }}>
                <UnitSection
                  unit={unit}
                  people={data.people.filter((person) => person.positions.some((one) => one.unit === unit.code))}
                  overview={data}
                  selected={selected}
                  onSelect={select}
                  onEdit={write ? () => setOpen({ unit }) : undefined}
                  onClose={
                    write && !unit.closedFrom
                      ? () =>
                          setOpen({
                            title: t('people.unit.closeTitle', { name: unit.name }),
                            hint: t('people.unit.closeHint'),
                            save: t('people.unit.close'),
                            path: `/units/${unit.id}/close`,
                            at: 'from',
                          })
                      : undefined
                  }
                />
              </Box>
            ))}
            {data.people.some((person) => person.positions.length === 0) && (
              <UnitSection
                unit={null}
                people={data.people.filter((person) => person.positions.length === 0)}
                overview={data}
                selected={selected}
                onSelect={select}
              />
            )}
          </Flex>
          {selected && (
            <Beside>
              <PersonPanel
                key={selected}
                id={selected}
                overview={data}
                onClose={() => url.set({ open: null })}
                onChanged={reload}
              />
            </Beside>
          )}
        </Split>
      )}
      {data && open === 'person' && (
        <AddPersonDialog
          onClose={close}
          onDone={(id) => {
            done();
            url.set({ open: id });
          }}
        />
      )}
      {open === 'portal' && <PortalSettingsDialog onClose={close} onDone={done} />}
      {data && open === 'words' && <WordsDialog overview={data} onClose={close} onDone={done} />}
      {data && open === 'unit' && <UnitDialog unit={null} overview={data} onClose={close} onDone={done} />}
      {data && open && typeof open === 'object' && 'unit' in open && (
        <UnitDialog unit={open.unit} overview={data} onClose={close} onDone={done} />
      )}
      {open && typeof open === 'object' && 'path' in open && <ReasonDialog act={open} onClose={close} onDone={done} />}
    </PageBody>
  );
};

const PeoplePage = () => (
  <PluginPage page="people">
    <People />
  </PluginPage>
);

export default PeoplePage;
