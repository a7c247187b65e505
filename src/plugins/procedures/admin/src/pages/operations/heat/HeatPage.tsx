import { Field, Flex, TextInput, Typography } from '@strapi/design-system';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import * as React from 'react';

import type { HeatView, InstanceList } from '../../../../../shared/operations-contract';
import { withQuery } from '../../../api/query';
import { useResource } from '../../../api/useResource';
import { Card } from '../../../components/Card';
import { CardTable } from '../../../components/CardTable';
import { Choice } from '../../../components/Choice';
import { Diagram } from '../../../components/diagram/Diagram';
import { Empty } from '../../../components/Empty';
import { ErrorState } from '../../../components/ErrorState';
import { PageHeader } from '../../../components/PageHeader';
import { PageBody } from '../../../components/PluginPage';
import { Skeleton } from '../../../components/Skeleton';
import { useUrlState } from '../../../components/useUrlState';
import { useText } from '../../../text/useText';
import { endOfDay, startOfDay } from '../../../time/days';
import { OperationsNav } from '../OperationsNav';
import { HeatLegend } from './HeatLegend';
import { heatOf, MEASURES, type Measure } from './heatOf';
import { markHeat } from './markHeat';
import { useDuration } from './useDuration';

const NO_POSITION = { active: [], done: [] };

export const HeatPage = () => {
  const { t, pick } = useText();
  const url = useUrlState();
  const duration = useDuration();
  const list = useResource<InstanceList>('/operations/instances');
  const packageId = url.get('package') || (list.data?.packages.at(-1)?.id ?? '');
  const known = list.data?.packages.find((one) => one.id === packageId);
  const measure = MEASURES.find((one) => one === url.get('measure')) ?? 'count';
  const path = known
    ? withQuery('/operations/heat', {
        package: packageId,
        version: url.get('version'),
        from: startOfDay(url.get('from')),
        to: endOfDay(url.get('to')),
      })
    : null;
  const { data, problem, reload } = useResource<HeatView>(path, { keepPrevious: true });
  const shown = React.useCallback(
    (value: number) => (measure === 'medianMinutes' ? duration(value) : String(value)),
    [measure, duration],
  );
  const heat = React.useMemo(() => heatOf(data?.elements ?? [], measure), [data, measure]);
  const decorate = React.useCallback((viewer: NavigatedViewer) => markHeat(viewer, heat, shown), [heat, shown]);
  const day = (name: 'from' | 'to') => (
    <Field.Root name={name}>
      <Field.Label>{t(`heat.${name}`)}</Field.Label>
      <TextInput
        type="date"
        value={url.get(name)}
        onChange={(event: React.ChangeEvent<HTMLInputElement>) => url.set({ [name]: event.target.value })}
      />
    </Field.Root>
  );
  return (
    <PageBody>
      <PageHeader title={t('menu.operations')} subtitle={t('heat.subtitle')} />
      <OperationsNav />
      {!list.data &&
        (list.problem ? <ErrorState problem={list.problem} onRetry={list.reload} /> : <Skeleton rows={8} />)}
      {list.data && (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Flex gap={3} wrap="wrap" alignItems="flex-end">
            <Choice
              label={t('instances.package')}
              value={packageId}
              choices={list.data.packages.map((one) => [one.id, pick(one.title)])}
              onChange={(value) => url.set({ package: value, version: null })}
            />
            <Choice
              label={t('instances.version')}
              any={t('heat.inForce')}
              value={url.get('version')}
              choices={(known?.versions ?? []).map((one) => [one, one])}
              onChange={(version) => url.set({ version })}
            />
            <Choice
              label={t('heat.measure')}
              value={measure}
              choices={MEASURES.map((one) => [one, t(`heat.${one}`)])}
              onChange={(value) => url.set({ measure: value })}
            />
            {day('from')}
            {day('to')}
          </Flex>
          {problem && <ErrorState problem={problem} onRetry={reload} />}
          {data && data.elements.length === 0 && <Empty title={t('heat.none')}>{t('heat.noneHint')}</Empty>}
          {data && data.elements.length > 0 && (
            <>
              <Card flush>
                <Diagram modelUrl={data.modelUrl} position={NO_POSITION} height={460} decorate={decorate} />
              </Card>
              <HeatLegend measure={t(`heat.${measure}`)} least={shown(heat.least)} most={shown(heat.most)} />
              <Card title={t('heat.table')} flush>
                <CardTable>
                  <thead>
                    <tr>
                      <th>{t('instances.element')}</th>
                      {MEASURES.map((one: Measure) => (
                        <th key={one}>{t(`heat.${one}`)}</th>
                      ))}
                      <th>{t('heat.slow')}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {data.elements.map((one) => (
                      <tr key={one.elementId}>
                        <td>{one.title}</td>
                        <td data-label={t('heat.count')}>{one.count}</td>
                        <td data-label={t('heat.medianMinutes')}>{duration(one.medianMinutes)}</td>
                        <td data-label={t('heat.overdue')}>{one.overdue}</td>
                        <td data-label={t('heat.slow')}>{duration(one.slowMinutes)}</td>
                      </tr>
                    ))}
                  </tbody>
                </CardTable>
              </Card>
              <Typography variant="pi" textColor="neutral600">
                {t('heat.about')}
              </Typography>
            </>
          )}
        </Flex>
      )}
    </PageBody>
  );
};
