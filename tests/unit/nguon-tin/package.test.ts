// What can be said of the package without a broker: it passes the check command, it knows every event, it tells a
// minor from an adult, and nothing of a person crosses to the engine.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { engineVariables } from '../../../src/plugins/procedures/server/src/context/engine-variables';
import { feelContext } from '../../../src/plugins/procedures/server/src/context/feel-context';
import { conditionHolds } from '../../../src/plugins/procedures/server/src/feel/resolve-feel';
import { checkPackage } from '../../../src/plugins/procedures/server/src/packages/check-package';
import { readPackageFolder } from '../../../src/plugins/procedures/server/src/packages/read-package';
import type { EventsFile, Manifest } from '../../../src/plugins/procedures/server/src/packages/types';

const root = join(__dirname, '../../..');
const json = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const manifest = json<Manifest>('bpmn/nguon-tin/manifest.json');
const { events } = json<EventsFile>('bpmn/nguon-tin/events.json');
const caseFile = json<{
  header: { enumsUsedHere: { event: string[] } };
  cases: {
    id: string;
    summary: string;
    channel: string;
    reporter: Record<string, unknown>;
    expected: { receiptCodeIssued: boolean };
  }[];
}>('tests/cases/intake-cases.json');

function variablesOf(record: Record<string, unknown>): Record<string, unknown> {
  const event = { code: 'TIEP_NHAN', at: new Date('2026-07-01T00:00:00Z') };
  return engineVariables(manifest, feelContext({ record, event, parameters: {}, tenantId: 'phuong-mau' }));
}

it('passes the check command without a finding', async () => {
  expect(await checkPackage(await readPackageFolder(join(root, 'bpmn/nguon-tin')))).toEqual([]);
});

it('knows every event of the case files', () => {
  const known = events.map(({ code }) => code);
  expect(caseFile.header.enumsUsedHere.event.filter((code) => !known.includes(code))).toEqual([]);
});

it.each([
  ['cháu 7 tuổi', true],
  ['một học sinh 12 tuổi kể', true],
  ['17 tuổi', true],
  ['trẻ 8 tháng tuổi', true],
  ['18 tuổi', false],
  ['cụ ông 60 tuổi', false],
  ['117 tuổi', false],
  ['người từ đủ 16 tuổi trở lên', false],
  ['10 tuổi nghề', false],
  ['khai tên, tuổi, nghề nghiệp', false],
  ['Nhà có cháu nhỏ không ngủ được', false],
])('reads whether «%s» mentions a minor', (summary, expected) => {
  expect(variablesOf({ summary }).mentionsMinor).toBe(expected);
});

it('finds a minor in the text of two of the forty cases only', () => {
  const found = caseFile.cases.filter(({ summary }) => variablesOf({ summary }).mentionsMinor).map(({ id }) => id);
  expect(found).toEqual(['BD-D16', 'BD-D40']);
});

it.each([
  ['373, 374', 'TU_PHAP'],
  ['117', 'AN_NINH'],
  ['175, 332', 'QUAN_DOI'],
  ['134, 318', 'KHAC'],
  ['1170', 'KHAC'],
  [null, null],
])('groups the article hint %p as %p', (blhsArticle, group) => {
  expect(variablesOf({ blhsArticle }).articleGroup).toBe(group);
});

it('issues a receipt code exactly where the cases expect one', () => {
  const wrong = caseFile.cases.filter(({ channel, reporter, expected }) => {
    const issued = conditionHolds(manifest.record.receiptCode?.when, {
      record: { channel, persons: [reporter] },
      params: {},
    });
    return issued !== expected.receiptCodeIssued;
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('routes a report about the ward police round it, and restricts it', () => {
  const record = { aboutWardPolice: true, receivedByUnit: 'VP' };
  expect(variablesOf(record)).toMatchObject({ handlingUnit: 'VP', originUnit: null, handedOver: false });
  expect(conditionHolds(manifest.record.restricted, { record })).toBe(true);
});

it('lets nothing of a person cross', () => {
  const secret = 'BÍ-MẬT';
  const person = {
    role: 'NGUOI_CUNG_CAP',
    name: secret,
    phone: secret,
    address: secret,
    identityNo: secret,
    howKnown: secret,
  };
  const record = {
    persons: [person],
    summary: secret,
    occurredPlace: secret,
    r08WaivedReason: secret,
    duplicateOf: secret,
  };
  expect(JSON.stringify(variablesOf(record))).not.toContain(secret);
});

it('gives the review task the due of every period of R24', async () => {
  const { manifest } = await readPackageFolder(join(root, 'bpmn/nguon-tin'));
  const periods = manifest.clockRules.filter((rule) => rule.rule === 'R24').map((rule) => rule.id);
  expect(periods).toHaveLength(3);
  expect(manifest.elements.ra_soat_thang?.clocks).toEqual(periods);
});

it('has words for every outcome that an event gives', async () => {
  const { manifest, events } = await readPackageFolder(join(root, 'bpmn/nguon-tin'));
  const codes = events.flatMap((event) => String(event.outcome ?? '').match(/\b[A-Z]+(_[A-Z]+)+\b/g) ?? []);
  const asked = codes.filter((code) => !['DAN_SU_HANH_CHINH', 'VPHC'].includes(code));
  expect(asked.length).toBeGreaterThan(5);
  for (const code of asked) expect(Object.keys(manifest.outcomes ?? {})).toContain(code);
});

it('refuses rows that copy people', async () => {
  const read = await readPackageFolder(join(root, 'bpmn/nguon-tin'));
  const events = read.events.map((event) =>
    event.code === 'CHUYEN'
      ? { ...event, rows: [{ to: 'transfers', act: 'add' as const, values: { ackBy: '=record.persons[1].name' } }] }
      : event,
  );
  const found = await checkPackage({ ...read, events });
  expect(found.map((one) => one.code)).toEqual(['row-copies-people']);
});
