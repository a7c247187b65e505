// Parameters, roles and documents of a draft by their forms, over HTTP: what is saved stands in the manifest, what is wrong
// is named at its field, and what the law limits is refused before it is in the draft.
import { as, type Client } from '../../support/running-app';

let administrator: Client;
let draft: string;
beforeAll(async () => {
  administrator = await as('quan-tri@bach-dang.example');
  draft = (await administrator.post('/procedures/packages/nguon-tin/drafts', {})).id;
});
afterAll(async () => {
  await administrator.call('DELETE', `/procedures/drafts/${draft}`);
});

const path = () => `/procedures/drafts/${draft}`;
const parts = () => administrator.get(`${path()}/parts`);
const manifest = async () => JSON.parse((await administrator.get(`${path()}/file?path=manifest.json`)).text);
const save = (part: string, body: object, client = administrator) => client.call('POST', `${path()}/${part}`, body);
const named = (list: { name?: string; id?: string }[], name: string) =>
  list.find((one) => one.name === name || one.id === name) as never;
const faultsOf = ({ status, body }: { status: number; body: never }) => [
  status,
  (body as { error: { code: string } }).error.code,
  ...((body as { error: { detail?: { problems?: { path: string }[] } } }).error.detail?.problems ?? []).map(
    (one) => one.path,
  ),
];

describe('parameters', () => {
  const NEW = {
    name: null,
    title: 'Số người mỗi ca',
    type: 'integer',
    default: 2,
    min: 1,
    max: 5,
    options: null,
    unit: null,
    legalBasis: null,
  };

  it('are shown with their law and the files that read them', async () => {
    const limited = named((await parts()).parameters, 'R03_MINUTES');
    expect(limited).toMatchObject({ default: 30, max: 120, uses: ['manifest.json'] });
    expect((limited as { law: string }).law).toContain('Điều 8.5.a');
  });

  it('are made, named by their words, changed and taken out', async () => {
    expect((await save('parameters', NEW)).body).toEqual({ name: 'SO_NGUOI_MOI_CA' });
    expect((await save('parameters', NEW)).body).toEqual({ name: 'SO_NGUOI_MOI_CA_2' });
    expect((await save('parameters', { ...NEW, name: 'SO_NGUOI_MOI_CA', default: 3 })).status).toBe(200);
    expect(named((await manifest()).parameters, 'SO_NGUOI_MOI_CA')).toMatchObject({ default: 3, max: 5 });
    const remove = (name: string) => administrator.call('DELETE', `${path()}/parameters/${encodeURIComponent(name)}`);
    expect((await remove('SO_NGUOI_MOI_CA')).status).toBe(200);
    expect((await remove('SO_NGUOI_MOI_CA')).body.error.code).toBe('DRAFT_PART_UNKNOWN');
    expect((await remove('a(')).body.error.code).toBe('DRAFT_PART_UNKNOWN');
    expect((await remove('R03_MINUTES')).body.error.code).toBe('PARAMETER_IN_USE');
    expect((await administrator.get(`${path()}/check`)).errors).toBe(0);
  });

  it.each([
    ['title', { title: ' ' }],
    ['type', { type: 'toString' }],
    ['default', { default: 6 }],
    ['default', { default: '2' }],
    ['default', { options: [7, 8] }],
    ['min', { min: 1.5 }],
    ['max', { min: 4, max: 3 }],
    ['legalBasis', { legalBasis: 'x'.repeat(401) }],
  ])('are refused for their %s: %j', async (field, change) => {
    const found = faultsOf((await save('parameters', { ...NEW, ...change })) as never);
    expect(found.slice(0, 2)).toEqual([422, 'DRAFT_PART_REFUSED']);
    expect(found).toContain(field);
  });

  it('do not grow beyond the law', async () => {
    const before = await manifest();
    const {
      title,
      law: _law,
      uses: _uses,
      ...known
    } = named((await parts()).parameters, 'R03_MINUTES') as Record<string, unknown>;
    const body = { ...known, title: (title as { vi: string }).vi, max: 500 };
    const answer = await save('parameters', body);
    expect([answer.status, answer.body.error.code]).toEqual([422, 'DRAFT_AGAINST_LAW']);
    expect(answer.body.error.vi).toContain('Điều 8.5.a');
    expect(await manifest()).toEqual(before);
  });
});

it('roles say who holds them and what goes to them; another of the tenant’s is added, and words are changed', async () => {
  const { roles, moreRoles } = await parts();
  const officer = named(roles, 'CAP/can-bo') as { holders: number; steps: string[]; unit: string };
  expect(officer.holders).toBeGreaterThan(0);
  expect(officer.unit).toBeTruthy();
  expect(officer.steps).toContain('Phân loại nguồn tin');
  for (const one of moreRoles.slice(0, 1)) {
    expect((await save('roles', { id: one.value, title: one.label })).status).toBe(200);
    expect(named((await manifest()).candidateGroups, one.value)).toBeDefined();
  }
  expect((await save('roles', { id: 'CAP/can-bo', title: 'Cán bộ tiếp nhận' })).status).toBe(200);
  expect(named((await manifest()).candidateGroups, 'CAP/can-bo')).toMatchObject({ title: { vi: 'Cán bộ tiếp nhận' } });
  expect((await save('roles', { id: 'KHONG/co', title: 'x' })).body.error.code).toBe('DRAFT_PART_UNKNOWN');
  expect(faultsOf((await save('roles', { id: 'CAP/can-bo', title: '' })) as never)).toContain('title');
});

it('documents keep their template and values, and lose no legal basis', async () => {
  const [first] = (await parts()).documents;
  const input = { ...first, title: first.title.vi };
  expect((await save('documents', { ...input, formNumber: '01/TN', effectiveFrom: '2025-12-31' })).status).toBe(200);
  const saved = named((await manifest()).documents, first.id) as { values: object };
  expect(saved).toMatchObject({ formNumber: '01/TN', effectiveFrom: '2025-12-31', file: first.file });
  expect(Object.keys(saved.values).length).toBeGreaterThan(0);
  for (const [field, change] of [
    ['title', { title: '' }],
    ['effectiveFrom', { effectiveFrom: '2026-02-30' }],
    ['effectiveTo', { effectiveTo: '2001-01-01' }],
    ['events', { events: ['KHONG_CO'] }],
    ['groups', { groups: ['KHONG/co'] }],
  ] as const)
    expect(faultsOf((await save('documents', { ...input, ...change })) as never)).toContain(field);
  const lawful = (await parts()).documents.find((one: { legalBasis: string | null }) => one.legalBasis);
  const ended = await save('documents', { ...lawful, title: lawful.title.vi, effectiveTo: '2030-12-31' });
  expect([ended.status, ended.body.error.code]).toEqual([422, 'DRAFT_AGAINST_LAW']);
  const emptied = await save('documents', { ...lawful, title: lawful.title.vi, legalBasis: null });
  expect([emptied.status, emptied.body.error.code]).toEqual([422, 'DRAFT_AGAINST_LAW']);
});

it('is nobody else’s', async () => {
  for (const [who, status] of [
    ['can-bo@bach-dang.example', 403],
    ['quan-tri@tam-thanh.example', 404],
  ] as const) {
    const client = await as(who);
    expect((await client.call('GET', `${path()}/parts`)).status).toBe(status);
    for (const part of ['parameters', 'roles', 'documents'])
      expect([part, (await save(part, { id: 'CAP/can-bo', name: null, title: 'x' }, client)).status]).toEqual([
        part,
        status,
      ]);
  }
});
