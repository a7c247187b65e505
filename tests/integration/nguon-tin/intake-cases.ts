// Owns how a case of tests/cases/intake-cases.json becomes what an officer enters: the record and the ward's parameters.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventsFile, Manifest, ParameterValue } from '../../../src/plugins/procedures/server/src/packages/types';

import type { PlayedCase } from './case-player';

export interface CaseEvent {
  n: number;
  at: string;
  event: string;
  data: Record<string, unknown>;
  note: string;
}

export interface IntakeCase {
  id: string;
  ward: string;
  receivedByUnit: string;
  channel: string;
  sourceKind: string;
  summary: string;
  crimeType: string;
  blhsArticleHint: string | null;
  sensitiveFields: string[];
  flags: Record<string, unknown>;
  context: { wardHasAuthorizedInvestigator: boolean; inTerritory: boolean };
  reporter: Record<string, unknown>;
  handover: { mode: string } | null;
  events: CaseEvent[];
  expected: {
    classification: string;
    receiptCodeIssued: boolean;
    mustNotify: { who: string; rule: string | null }[];
    clocks: { rule: string }[];
    scenario: { n: number; event: string; stateAfter: string; startedClocks: { rule: string }[] }[];
    outcome: string | null;
    citizenView: { codeIssued: boolean; views: { fromEvent: string; status: string; text: string }[] };
  };
}

const root = join(__dirname, '../../..');
const json = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;

export const packageFolder = join(root, 'bpmn/nguon-tin');
export const manifest = json<Manifest>('bpmn/nguon-tin/manifest.json');
export const events = json<EventsFile>('bpmn/nguon-tin/events.json').events;
export const cases = json<{ cases: IntakeCase[] }>('tests/cases/intake-cases.json').cases;

// The file says of a file that goes on for an administrative sanction only by the later event; the officer knows.
for (const { events: own } of cases) {
  const decided = own.find(({ event }) => event === 'KHONG_KHOI_TO');
  if (decided) decided.data.administrativeViolation = own.some(({ event }) => event === 'CHUYEN_HS_VPHC');
}

export function caseOf(id: string): IntakeCase {
  const found = cases.find((one) => one.id === id);
  if (!found) throw new Error(`Expected a case ${id}, but there is none`);
  return found;
}

/** What the two wards set: the plan of Tam Thanh tells the province, that of Bạch Đằng the ward's party committee. */
const WARDS: Record<string, Record<string, ParameterValue>> = {
  'tam-thanh': { R30_ENABLED: true, ESCALATION_NOTIFY: ['CHU_TICH_UBND_PHUONG', 'CA_TINH'] },
  'bach-dang': { R30_ENABLED: false, ESCALATION_NOTIFY: ['CHU_TICH_UBND_PHUONG', 'BTV_DANG_UY'] },
};

export function parametersOf(ward: string): Record<string, ParameterValue> {
  return { ...Object.fromEntries(manifest.parameters.map((p) => [p.name, p.default])), ...WARDS[ward] };
}

/** The case before its first event, as the intake form would have it. */
export function playedCase(one: IntakeCase): PlayedCase {
  return { id: one.id, ward: one.ward, record: recordOf(one) };
}

function recordOf(one: IntakeCase): Record<string, unknown> {
  return {
    kind: one.sourceKind,
    channel: one.channel,
    receivedByUnit: one.receivedByUnit,
    summary: one.summary,
    crimeType: one.crimeType,
    blhsArticle: one.blhsArticleHint,
    sensitiveFields: one.sensitiveFields,
    ...one.flags,
    authorizedInvestigator: one.context.wardHasAuthorizedInvestigator,
    inTerritory: one.context.inTerritory,
    persons: [one.reporter],
    handoverMode: one.handover?.mode ?? null,
    extra: {},
  };
}
