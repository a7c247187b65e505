/** Owns making the tenants as the file's header says: its calendar and its design parameters, entered as a ward would. */

const PACKAGE = 'nguon-tin';

export async function prepareTenants(app, staff, header, tenants) {
  const wanted = new Map([
    ...(header.calendar?.holidays ?? []).map((day) => [
      day.date,
      { kind: 'HOLIDAY', name: day.name, status: day.status },
    ]),
    ...(header.calendar?.workingSwapDays ?? []).map((day) => [
      day.date,
      { kind: 'WORKING', name: day.name, status: day.status },
    ]),
  ]);
  for (const tenantId of tenants) {
    const administrator = await staff.administratorOf(tenantId);
    for (const year of years(wanted)) {
      const { days } = await administrator.get(`/procedures/calendar?year=${year}`);
      for (const day of days) {
        if (!wanted.has(day.day)) await expectOk(administrator, 'DELETE', `/procedures/calendar/days/${day.day}`);
      }
      for (const [day, body] of wanted) {
        const known = days.find((one) => one.day === day);
        if (day.startsWith(String(year)) && known?.kind !== body.kind) {
          await expectOk(administrator, 'PUT', `/procedures/calendar/days/${day}`, body);
        }
      }
    }
    for (const [name, value] of Object.entries(header.slaParameters ?? {})) {
      if (typeof value !== 'number') continue;
      await app.platform
        .knex('procedures.parameters')
        .insert({ tenant_id: tenantId, package_id: PACKAGE, name, value: JSON.stringify(value) })
        .onConflict(['tenant_id', 'package_id', 'name', 'valid_from'])
        .merge();
    }
  }
}

const years = (days) => [...new Set([...days.keys()].map((day) => Number(day.slice(0, 4))))];

async function expectOk(client, method, path, body) {
  const answer = await client.call(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
}
