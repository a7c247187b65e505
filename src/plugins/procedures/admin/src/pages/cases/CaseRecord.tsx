import { Typography } from '@strapi/design-system';
import type * as React from 'react';

import type { CaseNotice, CasePerson, RecordField } from '../../../../shared/contracts';
import { Card } from '../../components/Card';
import { FactList } from '../../components/FactList';
import { Sealed } from '../../components/Sealed';
import { useText } from '../../text/useText';
import { formatInstant } from '../../time/instants';
import { CaseGrid } from './CaseGrid';
import { useFieldText } from './useFieldText';

interface Props {
  record: RecordField[];
  persons: CasePerson[];
  notices: CaseNotice[];
  /** of another case: its people without its record */
  onlyPeople?: boolean;
}

/** The record's own content: its fields, the people in it (sealed ones stay sealed), what must be told to whom. */
export const CaseRecord = ({ record, persons, notices, onlyPeople = false }: Props) => {
  const { t, pick } = useText();
  const text = useFieldText();
  const isNo = (field: RecordField) => field.value === false && !field.sealed;
  const facts = (fields: RecordField[]) => {
    const no = fields.filter(isNo).map((field) => pick(field.label));
    const told = fields
      .filter((field) => !isNo(field))
      .map((field): [string, React.ReactNode] => [
        pick(field.label),
        field.sealed ? <Sealed /> : text(field.value, field.type),
      ]);
    // One line for all that does not hold: a row each would hide the few that do.
    return no.length > 0 ? [...told, [t('case.notTicked'), no.join(' · ')] satisfies [string, React.ReactNode]] : told;
  };
  const hasMore = persons.length > 0 || notices.length > 0;
  return (
    <CaseGrid $single={!hasMore}>
      {!onlyPeople && (
        <Card title={t('case.tab.record')}>
          <FactList facts={facts(record)} />
          {record.length === 0 && <Typography textColor="neutral600">{t('case.recordEmpty')}</Typography>}
        </Card>
      )}
      <CaseGrid $single>
        {persons.map((person) => (
          <Card key={person.id} title={pick(person.role)}>
            {person.sealed ? <Sealed seal={person.seal} /> : <FactList facts={facts(person.fields)} />}
          </Card>
        ))}
        {notices.length > 0 && (
          <Card title={t('case.notices')}>
            {notices.map((notice) => (
              <Typography key={notice.id} variant="pi" tag="p" paddingBottom={1}>
                {formatInstant(notice.createdAt)} ·{' '}
                {notice.kind === 'REQUIRED' && notice.recipientTitle
                  ? [pick(notice.recipientTitle), notice.rule && `(${notice.rule})`].filter(Boolean).join(' ')
                  : `${pick(notice.recipientTitle) || notice.recipient}: ${pick(notice.text)}`}
              </Typography>
            ))}
          </Card>
        )}
      </CaseGrid>
    </CaseGrid>
  );
};
