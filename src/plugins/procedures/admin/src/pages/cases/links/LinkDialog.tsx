import { Box, Field, Radio, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import * as React from 'react';

import { type CaseLinks, LINK_REASON_MIN, type LinkedCase } from '../../../../../shared/case-links-contract';
import type { CaseList } from '../../../../../shared/contracts';
import { withQuery } from '../../../api/query';
import { post } from '../../../api/send';
import { useResource } from '../../../api/useResource';
import { ActDialog } from '../../../components/ActDialog';
import { ProblemSummary } from '../../../components/ProblemSummary';
import { SearchField } from '../../../components/SearchField';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../text/useText';
import { formatInstant } from '../../../time/instants';

interface Props {
  caseId: string;
  act: 'link' | 'merge';
  merge: CaseLinks['permissions']['merge'];
  /** chosen already: it need only be confirmed */
  first?: Pick<LinkedCase, 'id' | 'bookNo'>;
  onClose(): void;
  onDone(): void;
}

/** Chooses the other case by its number or a word, and says why. */
export const LinkDialog = ({ caseId, act, merge, first, onClose, onDone }: Props) => {
  const { t, pick } = useText();
  const [q, setQ] = React.useState(first?.bookNo ?? '');
  const [other, setOther] = React.useState(first?.id ?? '');
  const [kind, setKind] = React.useState<'RELATED' | 'SUSPECTED_DUPLICATE'>('RELATED');
  const [reason, setReason] = React.useState('');
  const path = act === 'merge' ? withQuery(`/cases/${caseId}/merge`, { q }) : withQuery('/cases', { q, pageSize: 8 });
  const { data, problem } = useResource<Pick<CaseList, 'items'>>(path, { keepPrevious: true });
  const found = (data?.items ?? []).filter((one) => one.id !== caseId);
  // What a new search no longer shows is chosen no longer: nobody joins a case that is not before his eyes.
  if ((data || problem) && q !== first?.bookNo && other !== '' && !found.some((one) => one.id === other)) setOther('');
  const [checked, setChecked] = React.useState(false);
  const isReasonShort = reason.trim().length < LINK_REASON_MIN;
  const confirm = async () => {
    setChecked(true);
    if (other === '' || isReasonShort) return false;
    if (act === 'link') await post(`/cases/${caseId}/links`, { otherCaseId: other, kind, reason });
    else await post(`/cases/${caseId}/merge?wait=8000`, { otherCaseId: other, reason });
    onDone();
  };
  return (
    <ActDialog
      title={t(act === 'link' ? 'links.add' : 'links.merge')}
      confirm={t(act === 'link' ? 'links.doAdd' : merge?.atOnce === false ? 'links.doAsk' : 'links.doMerge')}
      onClose={onClose}
      onConfirm={confirm}
    >
      {act === 'merge' && (
        <Typography tag="p">
          {t('links.mergeAbout')} {merge ? t(`links.approval.${merge.approval}`) : ''}
          {merge?.law ? ` (${merge.law})` : ''}
        </Typography>
      )}
      {problem && <ProblemSummary problem={problem} />}
      <SearchField label={t('cases.search')} value={q} onChange={setQ} />
      <Box style={{ maxHeight: 'min(36rem, 45vh)', overflowY: 'auto', overflowWrap: 'anywhere' }}>
        <Radio.Group
          value={other}
          onValueChange={setOther}
          aria-label={t('links.choose')}
          aria-describedby={checked && other === '' ? 'links-choose-one' : undefined}
        >
          {found.map((one) => (
            <Radio.Item key={one.id} value={one.id}>
              {[one.bookNo, one.title, pick(one.stateTitle), formatInstant(one.receivedAt)].filter(Boolean).join(' · ')}
            </Radio.Item>
          ))}
        </Radio.Group>
        {data && found.length === 0 && (
          <Typography textColor="neutral600">
            {t(act === 'merge' && q.trim() === '' ? 'links.noTarget' : 'cases.nothingFound')}
          </Typography>
        )}
      </Box>
      {checked && other === '' && (
        <Typography id="links-choose-one" role="alert" variant="pi" textColor="danger600">
          {t('links.chooseOne')}
        </Typography>
      )}
      {act === 'link' && (
        <Field.Root name="kind">
          <Field.Label>{t('links.kind')}</Field.Label>
          <SingleSelect value={kind} onChange={(value: string | number) => setKind(value as typeof kind)}>
            <SingleSelectOption value="RELATED">{t('links.kind.RELATED.OUT')}</SingleSelectOption>
            <SingleSelectOption value="SUSPECTED_DUPLICATE">
              {t('links.kind.SUSPECTED_DUPLICATE.OUT')}
            </SingleSelectOption>
          </SingleSelect>
        </Field.Root>
      )}
      <TextField
        name="reason"
        required
        label={t('links.reason')}
        hint={t('links.reasonHint', { count: LINK_REASON_MIN })}
        error={checked && isReasonShort ? t('links.reasonShort', { count: LINK_REASON_MIN }) : undefined}
        value={reason}
        onChange={setReason}
      />
    </ActDialog>
  );
};
