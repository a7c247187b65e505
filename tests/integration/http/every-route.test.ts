// Every declared route × kinds of people × both tenants: nobody gets in without a place, a permission and a right.

import { permissionUid, roleDefinitions } from '../../../src/plugins/procedures/server/src/policy/actions';
import { mayEver } from '../../../src/plugins/procedures/server/src/policy/policy-action';
import { type AdminRoute, routeTable } from '../../../src/plugins/procedures/server/src/policy/route-table';
import type { Actor } from '../../../src/plugins/procedures/server/src/tenants/actor';
import { anybody, as, startExample } from '../../support/running-app';

const PEOPLE: { email: string; role: string; tenant: string }[] = ['tam-thanh', 'bach-dang'].flatMap((tenant) => [
  { email: `truc-ban@${tenant}.example`, role: 'procedures-staff', tenant },
  { email: `can-bo@${tenant}.example`, role: 'procedures-staff', tenant },
  { email: `lanh-dao@${tenant}.example`, role: 'procedures-staff', tenant },
  { email: `chu-tich@${tenant}.example`, role: 'procedures-staff', tenant },
  { email: `van-phong@${tenant}.example`, role: 'procedures-staff', tenant },
  { email: `quan-tri@${tenant}.example`, role: 'procedures-admin', tenant },
  { email: `kiem-tra@${tenant}.example`, role: 'procedures-auditor', tenant },
]);
const routes = routeTable.filter((route): route is AdminRoute => route.audience === 'admin');
let ids: { caseId: string; taskId: string };

beforeAll(async () => {
  ids = await startExample(await as('van-phong@tam-thanh.example'));
});

const concrete = (path: string) =>
  path
    .replace('/tasks/:id', `/tasks/${ids.taskId}`)
    .replace('/cases/:id', `/cases/${ids.caseId}`)
    .replace('/notifications/:id', '/notifications/00000000-0000-4000-8000-000000000000')
    .replace('/mails/:id', '/mails/00000000-0000-4000-8000-000000000000')
    .replace('/webhooks/:id', '/webhooks/00000000-0000-4000-8000-000000000000')
    .replace('/connections/:connectionId', '/connections/none')
    .replace('/task-views/:id', '/task-views/00000000-0000-4000-8000-000000000000')
    .replace('/actions/:id', '/actions/00000000-0000-4000-8000-000000000000')
    .replace('/packages/:packageId', '/packages/none')
    .replace(/\/(drafts|publications|moves|move-batches|recordings)\/:id/, '/$1/00000000-0000-4000-8000-000000000000')
    .replace(':packageId/:version/:file', 'vi-du/1.0.0/vi-du.bpmn')
    .replace('/documents/:id', '/documents/00000000-0000-4000-8000-000000000000')
    .replace('/templates/:packageId/:documentId', '/templates/vi-du/none')
    .replace('/letterheads/:unit', '/letterheads/NONE')
    .replace('/document-series/:series', '/document-series/none')
    .replace('/people/:id', '/people/00000000-0000-4000-8000-000000000000')
    .replace('/people-words/:list/:code', '/people-words/NONE/none')
    .replace(/\/(positions|absences|acting|units)\/:id/, '/$1/00000000-0000-4000-8000-000000000000')
    .replace('/calendar/days/:day', '/calendar/days/not-a-day')
    .replace('/parameters/:packageId/:name', '/parameters/none/none')
    .replace('/clock-rules/:id', '/clock-rules/NONE')
    .replace('/reminders/:id', '/reminders/00000000-0000-4000-8000-000000000000')
    .replace('/attachments/:id', '/attachments/00000000-0000-4000-8000-000000000000')
    .replace('/schedules/:id', '/schedules/00000000-0000-4000-8000-000000000000')
    .replace(':occurrenceId', '00000000-0000-4000-8000-000000000000')
    .replace('/references/:system', '/references/none')
    .replace('/api-tokens/:id', '/api-tokens/none')
    .replace('/custody-entries/:id', '/custody-entries/00000000-0000-4000-8000-000000000000')
    .replace('/case-links/:id', '/case-links/00000000-0000-4000-8000-000000000000')
    .replace(':eventId', '00000000-0000-4000-8000-000000000000')
    .replace('/event-corrections/:id', '/event-corrections/00000000-0000-4000-8000-000000000000')
    .replace('/questions/:id', '/questions/00000000-0000-4000-8000-000000000000')
    .replace('/notes/:id', '/notes/00000000-0000-4000-8000-000000000000')
    .replace('/identities/:identityId', '/identities/00000000-0000-4000-8000-000000000000')
    .replace('/identity-requests/:id', '/identity-requests/none')
    .replace('/custodian-keys/:id', '/custodian-keys/none')
    .replace(/\/(alarms|shifts|hand-overs)\/:id/, '/$1/00000000-0000-4000-8000-000000000000')
    .replace(/\/(intake-drafts|number-blocks)\/:id/, '/$1/00000000-0000-4000-8000-000000000000')
    .replace('/samples/:caseId', '/samples/00000000-0000-4000-8000-000000000000')
    .replace('/instances/:caseId', '/instances/00000000-0000-4000-8000-000000000000')
    .replace('/cancellations/:id', '/cancellations/00000000-0000-4000-8000-000000000000')
    .replace('/incidents/:key', '/incidents/none');

const kindOf = (role: string) =>
  ({
    isAdministrator: role === 'procedures-admin',
    isAuditor: role === 'procedures-auditor',
    units: role === 'procedures-staff' ? ['ANY'] : [],
  }) as unknown as Actor;

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s', (_name, route) => {
  const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : {};

  it('refuses whoever has not signed in', async () => {
    expect((await anybody().call(route.method, `/procedures${concrete(route.path)}`, body)).status).toBe(401);
  });

  it.each(PEOPLE)('answers $email by role and tenant', async ({ email, role, tenant }) => {
    const answer = await (await as(email)).call(route.method, `/procedures${concrete(route.path)}`, body);
    const permissions = roleDefinitions.find((one) => one.code === role)?.actions.map(permissionUid) ?? [];
    const isPermitted =
      (route.permission === null || permissions.includes(route.permission)) && mayEver(kindOf(role), route.action);
    expect(answer.status).toBeLessThan(500);
    if (!isPermitted) expect(answer.status).toBe(403);
    const isAboutTheCase = /\/(tasks|cases)\/:id/.test(route.path);
    if (isPermitted && isAboutTheCase && tenant !== 'tam-thanh') expect(answer.status).toBe(404);
    if (answer.status >= 400) expect(JSON.stringify(answer.body)).not.toContain('Họp tổ');
  });
});
