import { Box, Button, Modal, Typography } from '@strapi/design-system';
import * as React from 'react';
import type { NewScheduleBody, NewScheduleVersionBody, ScheduleRow } from '../../../../shared/schedules-contract';
import { post } from '../../api/send';
import { useSending } from '../../api/useSending';
import { OpenModal } from '../../components/OpenModal';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { ScheduleFields } from './ScheduleFields';
import { definitionOf, draftFaults, draftOf } from './scheduleDraft';
import { type Units, useScheduleText } from './useScheduleText';

interface Props {
  /** null: a new one */
  row: ScheduleRow | null;
  units: Units;
  onClose(): void;
  onSaved(): void;
}

/** A schedule is never edited: a new version takes its place, with why; periods that are open keep theirs. */
export const ScheduleDialog = ({ row, units, onClose, onSaved }: Props) => {
  const { t, pick } = useText();
  const words = useScheduleText();
  const [draft, setDraft] = React.useState(() => draftOf(row));
  const [checked, setChecked] = React.useState(false);
  const { busy, problem, run } = useSending();
  const faults = draftFaults(draft, row === null);

  const save = async () => {
    setChecked(true);
    if (faults.length > 0) return;
    const definition = definitionOf(draft, row?.definition.recipients ?? [], (unit) => words.unit(units, unit));
    const reason = draft.reason.trim();
    await run(async () => {
      if (row)
        await post(`/schedules/${row.id}/versions`, {
          version: row.version,
          definition,
          reason,
        } satisfies NewScheduleVersionBody);
      else await post('/schedules', { code: draft.code.trim(), definition, reason } satisfies NewScheduleBody);
      onSaved();
    });
  };

  return (
    <OpenModal onClose={onClose}>
      <Modal.Content>
        <Modal.Header closeLabel={t('action.close')}>
          <Modal.Title>
            {row
              ? t('rules.dialog', { rule: pick(row.definition.title), version: row.version + 1 })
              : t('schedules.add')}
          </Modal.Title>
        </Modal.Header>
        <Modal.Body>
          {problem && <ProblemSummary problem={problem} />}
          {row && (
            <Box paddingBottom={4}>
              <Typography textColor="neutral600">{t('schedules.dialogHint')}</Typography>
            </Box>
          )}
          <ScheduleFields
            draft={draft}
            units={units}
            isNew={row === null}
            faults={checked ? faults : []}
            set={(change) => setDraft((last) => ({ ...last, ...change }))}
          />
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button loading={busy} onClick={() => void save()}>
            {row ? t('rules.save', { version: row.version + 1 }) : t('schedules.save')}
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </OpenModal>
  );
};
