// No page shows the code of a unit where the unit has a name: tables of a case, its timeline, its terms.
import { randomUUID } from 'node:crypto';
import { as, type Client } from '../../support/running-app';

let duty: Client;
let office: Client;
beforeAll(async () => {
  duty = await as('truc-ban@tam-thanh.example');
  office = await as('van-phong@tam-thanh.example');
});

const detailOf = async (who: Client, event: string, record: object) => {
  const { caseId } = await who.post('/procedures/cases?wait=10000', {
    packageId: 'nguon-tin',
    event,
    values: { record: { kind: 'TIN_BAO', summary: 'Mất xe đạp', ...record } },
    clientId: randomUUID(),
  });
  return duty.get(`/procedures/cases/${caseId}`);
};
type Table = { name: string; columns: { name: string }[]; rows: { value: string; words: { vi: string } | null }[][] };
const cell = (detail: { related: Table[] }, table: string, column: string) => {
  const found = detail.related.find((one) => one.name === table) as Table;
  return found.rows[0]?.[found.columns.findIndex((one) => one.name === column)];
};

it('a record of intake says by its name which unit made it, and a term whose it is', async () => {
  const detail = await detailOf(duty, 'TIEP_NHAN', { receivedByUnit: 'CAP', channel: 'TRUC_TIEP' });
  const { value, words } = cell(detail, 'intakeRecords', 'madeBy') ?? {};
  expect([value, words?.vi]).toEqual(['CAP', expect.stringContaining('Công an phường')]);
  const own = detail.clocks.filter((one: { owner: string }) => one.owner === 'CAP');
  expect(own.length).toBeGreaterThan(0);
  for (const clock of own) expect(clock.ownerTitle?.vi).toBe(words?.vi);
});

it('a hand-over says by its name which unit gave it', async () => {
  const channel = 'PHONG_BAN';
  const detail = await detailOf(office, 'DON_VI_TIEP_NHAN', {
    receivedByUnit: 'VP',
    handoverMode: 'PHIEU_BAN_GIAO',
    channel,
  });
  expect(cell(detail, 'transfers', 'fromUnit')?.words?.vi).toContain('Văn phòng');
  const [given] = detail.events.filter((one: { code: string }) => one.code === 'DON_VI_TIEP_NHAN');
  expect([given.actor, given.actorTitle?.vi]).toEqual(['VP', expect.stringContaining('Văn phòng')]);
});
