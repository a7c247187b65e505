import { Checkbox, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';

import type { InstanceList } from '../../../../../shared/operations-contract';
import { withQuery } from '../../../api/query';
import { useResource } from '../../../api/useResource';
import { Card } from '../../../components/Card';
import { CardTable } from '../../../components/CardTable';
import { Choice } from '../../../components/Choice';
import { Empty } from '../../../components/Empty';
import { ErrorState } from '../../../components/ErrorState';
import { Mark } from '../../../components/Mark';
import { PageHeader } from '../../../components/PageHeader';
import { Pager } from '../../../components/Pager';
import { PageBody } from '../../../components/PluginPage';
import { Skeleton } from '../../../components/Skeleton';
import { useUrlState } from '../../../components/useUrlState';
import { PAGES_ROOT } from '../../../text/pluginId';
import { useText } from '../../../text/useText';
import { OperationsNav } from '../OperationsNav';

const NAMES = ['package', 'version', 'state', 'element', 'incident', 'age', 'page'] as const;
const AGES = ['7', '30', '90', '365'];
const STATES = ['ACTIVE', 'STARTING', 'COMPLETED', 'CANCELLED'];

export const InstancesPage = () => {
  const { t, pick } = useText();
  const url = useUrlState();
  const path = withQuery('/operations/instances', Object.fromEntries(NAMES.map((name) => [name, url.get(name)])));
  const { data, problem, reload } = useResource<InstanceList>(path, { keepPrevious: true });
  const chosen = data?.packages.find((one) => one.id === url.get('package'));
  const choose = (name: (typeof NAMES)[number]) => (value: string | null) =>
    url.set(name === 'package' ? { package: value, version: null, element: null } : { [name]: value });
  return (
    <PageBody>
      <PageHeader title={t('menu.operations')} subtitle={t('instances.subtitle')} />
      <OperationsNav />
      {!data && (problem ? <ErrorState problem={problem} onRetry={reload} /> : <Skeleton rows={8} />)}
      {data && (
        <Card title={t('instances.count', { count: data.total })} flush>
          <Flex gap={3} wrap="wrap" alignItems="center" paddingLeft={4} paddingRight={4} paddingBottom={3}>
            <Choice
              label={t('instances.package')}
              any={t('instances.anyPackage')}
              value={url.get('package')}
              choices={data.packages.map((one) => [one.id, pick(one.title)])}
              onChange={choose('package')}
            />
            {chosen && (
              <Choice
                label={t('instances.version')}
                any={t('instances.anyVersion')}
                value={url.get('version')}
                choices={chosen.versions.map((one) => [one, one])}
                onChange={choose('version')}
              />
            )}
            {chosen && (
              <Choice
                label={t('instances.element')}
                any={t('instances.anyElement')}
                value={url.get('element')}
                choices={chosen.elements.map((one) => [one.id, one.title])}
                onChange={choose('element')}
              />
            )}
            <Choice
              label={t('instances.state')}
              any={t('instances.alive')}
              value={url.get('state')}
              choices={STATES.map((one) => [one, t(`instances.life.${one as 'ACTIVE'}`)])}
              onChange={choose('state')}
            />
            <Choice
              label={t('instances.age')}
              any={t('instances.anyAge')}
              value={url.get('age')}
              choices={AGES.map((one) => [one, t('instances.older', { count: Number(one) })])}
              onChange={choose('age')}
            />
            <Checkbox
              checked={url.get('incident') === 'true'}
              onCheckedChange={(checked: boolean | 'indeterminate') =>
                choose('incident')(checked === true ? 'true' : null)
              }
            >
              {t('instances.withIncident')}
            </Checkbox>
          </Flex>
          {data.items.length === 0 ? (
            <Empty title={t('instances.none')}>{t('instances.noneHint')}</Empty>
          ) : (
            <CardTable>
              <thead>
                <tr>
                  <th>{t('moving.case')}</th>
                  <th>{t('instances.version')}</th>
                  <th>{t('moving.from')}</th>
                  <th>{t('instances.age')}</th>
                  <th>{t('instances.state')}</th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((one) => (
                  <tr key={one.caseId}>
                    <td>
                      <Link tag={NavLink} to={`${PAGES_ROOT}/operations/instances/${one.caseId}`}>
                        {one.bookNo ?? t('moving.noNumber')}
                      </Link>
                      <Typography variant="pi" textColor="neutral600" tag="p">
                        {one.unitName}
                      </Typography>
                    </td>
                    <td data-label={t('instances.version')}>
                      <p>
                        {pick(
                          data.packages.find((each) => each.id === one.packageId)?.title ?? {
                            vi: one.packageId,
                            en: one.packageId,
                          },
                        )}
                      </p>
                      <p>{one.packageVersion}</p>
                    </td>
                    <td data-label={t('moving.from')}>
                      {one.elements.map((element) => (
                        <p key={element.id}>{element.title}</p>
                      ))}
                    </td>
                    <td data-label={t('instances.age')}>{t('instances.days', { count: one.ageDays })}</td>
                    <td>
                      <Flex gap={2} wrap="wrap">
                        <Mark>{t(`instances.life.${one.life}`)}</Mark>
                        {one.incidents > 0 && (
                          <Mark tone="warn">{t('operations.withIncidents', { count: one.incidents })}</Mark>
                        )}
                        {one.isMoving && <Mark tone="warn">{t('instances.moving')}</Mark>}
                      </Flex>
                    </td>
                  </tr>
                ))}
              </tbody>
            </CardTable>
          )}
          {data.restricted > 0 && (
            <Typography textColor="neutral600" tag="p" padding={4}>
              {t('instances.restricted', { count: data.restricted })}
            </Typography>
          )}
        </Card>
      )}
      {data && (
        <Pager
          page={data.page}
          pageSize={data.pageSize}
          total={data.total}
          onChange={(page) => url.set({ page: String(page) })}
        />
      )}
    </PageBody>
  );
};
