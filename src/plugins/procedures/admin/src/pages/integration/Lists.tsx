import { Button, Field, Flex, TextInput, Typography } from '@strapi/design-system';
import { Download, Upload } from '@strapi/icons';
import * as React from 'react';

import type { ComparisonView, ReconciliationView } from '../../../../shared/integration-contract';
import { saveFile } from '../../api/readFile';
import { post, read } from '../../api/send';
import { useSending } from '../../api/useSending';
import { Card } from '../../components/Card';
import { ProblemSummary } from '../../components/ProblemSummary';
import { useText } from '../../text/useText';
import { endOfDay, startOfDay, todayPlus } from '../../time/days';
import { Comparison } from './Comparison';
import { toCsv } from './csv';
import { ListTable } from './ListTable';
import { type ListFault, readTheirs } from './theirList';

const LAST_DAYS = 30;

export const Lists = () => {
  const { t } = useText();
  const [system, setSystem] = React.useState('');
  const [from, setFrom] = React.useState(() => todayPlus(-LAST_DAYS));
  const [to, setTo] = React.useState(() => todayPlus(0));
  const [list, setList] = React.useState<ReconciliationView | null>(null);
  const [compared, setCompared] = React.useState<{ system: string; comparison: ComparisonView } | null>(null);
  const { busy, problem, run } = useSending();
  const file = React.useRef<HTMLInputElement>(null);

  const period = { system: system.trim(), from: startOfDay(from), to: endOfDay(to) };
  const load = () => read<ReconciliationView>(`/reconciliation?${new URLSearchParams(period)}`);
  const show = () =>
    run(async () => {
      setCompared(null);
      setList(await load());
    });
  const download = () =>
    run(async () => {
      const wanted = await load();
      const csv = new Blob([toCsv(wanted.items)], { type: 'text/csv;charset=utf-8' });
      saveFile(csv, `${period.system}-${from}-${to}.csv`);
    });
  const compare = (chosen: File) =>
    run(async () => {
      const rows = readTheirs(await chosen.text());
      if (!Array.isArray(rows)) throw unreadable(t(FAULT_WORDS[rows.kind], { ...rows }));
      setList(null);
      const comparison = await post<ComparisonView>('/reconciliation/compare', { ...period, rows });
      setCompared({ system: period.system, comparison });
    });

  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {problem && <ProblemSummary problem={problem} />}
      <Card>
        <Flex gap={4} alignItems="flex-start" wrap="wrap">
          <Field.Root name="system" required hint={t('integration.lists.systemHint')} style={{ flex: '1 1 22rem' }}>
            <Field.Label>{t('integration.lists.system')}</Field.Label>
            <TextInput
              value={system}
              maxLength={40}
              onChange={(event: React.ChangeEvent<HTMLInputElement>) => setSystem(event.target.value)}
            />
            <Field.Hint />
          </Field.Root>
          <DayField name="from" label={t('integration.lists.from')} value={from} onChange={setFrom} />
          <DayField name="to" label={t('integration.lists.to')} value={to} onChange={setTo} />
        </Flex>
        <Flex gap={2} wrap="wrap" paddingTop={4}>
          <Button loading={busy} disabled={period.system === ''} onClick={() => void show()}>
            {t('integration.lists.show')}
          </Button>
          <Button
            variant="secondary"
            startIcon={<Download />}
            disabled={busy || period.system === ''}
            onClick={() => void download()}
          >
            {t('integration.lists.download')}
          </Button>
          <Button
            variant="secondary"
            startIcon={<Upload />}
            disabled={busy || period.system === ''}
            onClick={() => file.current?.click()}
          >
            {t('integration.lists.compare')}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".csv,text/csv"
            hidden
            aria-label={t('integration.lists.compare')}
            onChange={(event) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = '';
              if (chosen) void compare(chosen);
            }}
          />
        </Flex>
        <Typography variant="pi" textColor="neutral600" tag="p" paddingTop={2}>
          {t('integration.lists.fileHint')}
        </Typography>
      </Card>
      {list && <ListTable list={list} />}
      {compared && <Comparison {...compared} />}
    </Flex>
  );
};

const FAULT_WORDS = {
  notUtf8: 'integration.lists.fileNotUtf8',
  openQuotes: 'integration.lists.fileOpenQuotes',
  noReference: 'integration.lists.fileNoReference',
  tooLong: 'integration.lists.fileTooLong',
  wrongDate: 'integration.lists.fileWrongDate',
} as const satisfies Record<ListFault['kind'], string>;

/** In the shape of a refusal of the server, so that both are shown alike. */
const unreadable = (words: string) => ({
  status: 400,
  response: { data: { error: { code: 'FILE_UNREADABLE', vi: words, en: words } } },
});

interface DayFieldProps {
  name: string;
  label: string;
  value: string;
  onChange(value: string): void;
}

const DayField = ({ name, label, value, onChange }: DayFieldProps) => (
  <Field.Root name={name} required>
    <Field.Label>{label}</Field.Label>
    <TextInput
      type="date"
      value={value}
      onChange={(event: React.ChangeEvent<HTMLInputElement>) => onChange(event.target.value)}
    />
  </Field.Root>
);
