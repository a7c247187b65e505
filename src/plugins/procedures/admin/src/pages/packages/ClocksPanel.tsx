import { Button, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import * as React from 'react';

import type { ClockLengthUnit, ClockRuleInput, DraftClockRule } from '../../../../shared/packages-contract';
import { remove } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
import { Empty } from '../../components/Empty';
import { useText } from '../../text/useText';
import { ClockRuleDialog } from './modeler/ClockRuleDialog';
import type { PanelProps } from './panelProps';

const NEW: ClockRuleInput = {
  id: null,
  title: '',
  length: 2,
  unit: 'workingDays',
  startEvent: '',
  stopEvents: [],
  legalBasis: null,
};

const inputOf = (rule: DraftClockRule): ClockRuleInput => ({
  id: rule.id,
  title: rule.title.vi,
  length: rule.length ?? 1,
  unit: rule.unit as ClockLengthUnit,
  startEvent: rule.startEvents[0] ?? '',
  stopEvents: rule.stopEvents,
  legalBasis: rule.legalBasis,
});

/** The terms of the draft: what each is, who uses it, and the form for those that are plain. */
const ClocksPanel = ({ draft, onReload, onSaved }: PanelProps) => {
  const { t, pick } = useText();
  const [editing, setEditing] = React.useState<ClockRuleInput | null>(null);
  const [removing, setRemoving] = React.useState<DraftClockRule | null>(null);
  const eventWords = (codes: string[]) =>
    codes.map((code) => draft.choices.events.find((one) => one.value === code)?.label ?? code).join(', ');
  const length = (rule: DraftClockRule) =>
    rule.length === null || rule.unit === 'daysBefore'
      ? t('modeler.clock.byRule')
      : `${rule.length} ${t(`modeler.unit.${rule.unit as ClockLengthUnit}`)}`;
  const done = () => {
    setEditing(null);
    setRemoving(null);
    void onReload();
    onSaved();
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={3}>
        <Typography textColor="neutral600">{t('modeler.clocks.about')}</Typography>
        <Button onClick={() => setEditing(NEW)}>{t('modeler.newClock')}</Button>
      </Flex>
      {draft.clockRules.length === 0 ? (
        <Empty title={t('modeler.clocks.none')}>{t('modeler.clocks.noneHint')}</Empty>
      ) : (
        <Table colCount={5} rowCount={draft.clockRules.length + 1} aria-label={t('modeler.panel.clocks')}>
          <Thead>
            <Tr>
              {(['title', 'length', 'start', 'stop', 'steps'] as const).map((column) => (
                <Th key={column}>
                  <Typography variant="sigma">{t(`modeler.clock.${column}`)}</Typography>
                </Th>
              ))}
              <Th>
                <Typography variant="sigma">{t('modeler.clock.acts')}</Typography>
              </Th>
            </Tr>
          </Thead>
          <Tbody>
            {draft.clockRules.map((rule) => (
              <Tr key={rule.id}>
                <Td>
                  <Typography tag="p" fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
                    {pick(rule.title)}
                  </Typography>
                  <Typography tag="p" variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
                    {rule.legalBasis ?? t('modeler.clock.internal')}
                  </Typography>
                </Td>
                {[length(rule), eventWords(rule.startEvents), eventWords(rule.stopEvents), rule.steps.join(', ')].map(
                  (words, at) => (
                    <Td key={`${rule.id} ${at}`}>
                      <Typography style={{ whiteSpace: 'normal' }}>{words || '—'}</Typography>
                    </Td>
                  ),
                )}
                <Td>
                  {rule.isSimple ? (
                    <Flex gap={1}>
                      <Button size="S" variant="tertiary" onClick={() => setEditing(inputOf(rule))}>
                        {t('modeler.clock.edit')}
                      </Button>
                      <Button size="S" variant="tertiary" onClick={() => setRemoving(rule)}>
                        {t('modeler.clock.remove')}
                      </Button>
                    </Flex>
                  ) : (
                    <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
                      {t('modeler.clock.notSimple')}
                    </Typography>
                  )}
                </Td>
              </Tr>
            ))}
          </Tbody>
        </Table>
      )}
      {editing && <ClockRuleDialog draft={draft} start={editing} onClose={() => setEditing(null)} onSaved={done} />}
      {removing && (
        <ActDialog
          title={t('modeler.clock.removeTitle', { title: pick(removing.title) })}
          confirm={t('modeler.clock.remove')}
          onClose={() => setRemoving(null)}
          onConfirm={async () => {
            await remove(`/drafts/${draft.draft.id}/clock-rules/${encodeURIComponent(removing.id)}`);
            done();
          }}
        >
          <Typography tag="p">{t('modeler.clock.removeAbout')}</Typography>
        </ActDialog>
      )}
    </Flex>
  );
};

export default ClocksPanel;
