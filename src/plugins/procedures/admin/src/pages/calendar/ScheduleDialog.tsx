import { Typography } from '@strapi/design-system';
import * as React from 'react';
import type { NewScheduleBody, NewScheduleVersionBody, ScheduleRow } from '../../../../shared/schedules-contract';
import { post } from '../../api/send';
import { ActDialog } from '../../components/ActDialog';
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
  const faults = draftFaults(draft, row === null);

  const save = async () => {
    setChecked(true);
    if (faults.length > 0) return false;
    const definition = definitionOf(draft, row?.definition.recipients ?? [], (unit) => words.unit(units, unit));
    const reason = draft.reason.trim();
    if (row)
      await post(`/schedules/${row.id}/versions`, {
        version: row.version,
        definition,
        reason,
      } satisfies NewScheduleVersionBody);
    else await post('/schedules', { code: draft.code.trim(), definition, reason } satisfies NewScheduleBody);
    onSaved();
  };

  return (
    <ActDialog
      title={
        row ? t('rules.dialog', { rule: pick(row.definition.title), version: row.version + 1 }) : t('schedules.add')
      }
      confirm={row ? t('rules.save', { version: row.version + 1 }) : t('schedules.save')}
      onClose={onClose}
      onConfirm={save}
    >
      {row && <Typography textColor="neutral600">{t('schedules.dialogHint')}</Typography>}
      <ScheduleFields
        draft={draft}
        units={units}
        isNew={row === null}
        faults={checked ? faults : []}
        set={(change) => setDraft((last) => ({ ...last, ...change }))}
      />
    </ActDialog>
  );
};
