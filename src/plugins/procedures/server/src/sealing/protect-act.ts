// Owns what an act loses before anything of it is written: the identities of protected people, wherever it holds them.
import { sealingReady } from '../../../shared/sealing-crypto';
import type { Platform } from '../runtime/platform';
import { keysInForce, mayHold, type Within } from './keys-in-force';
import { isProtectedPerson, liesOpen, type PersonRow, type Protection, SEAL_ATTRIBUTES } from './protection';
import { type NewSealing, sealPeople } from './seal-people';

/** The parts of an act in which a person may stand. */
export interface ActTexts {
  record: Record<string, unknown>;
  task: Record<string, unknown>;
  /** As typed: kept for the draft of an act that is overtaken. */
  values: Record<string, unknown>;
  lateReason: string | null;
}
export interface ProtectedAct extends ActTexts {
  people: PersonRow[] | null;
  sealings: NewSealing[];
  /** Something of a protected person lies open: no custodian has a key, or it was written before it was protected. */
  isDue: boolean;
}
interface Input extends ActTexts {
  tenantId: string;
  caseId: string | null;
  protection: Protection | null;
  within: Within;
  peopleAttribute: string;
  /** What the act says of people; null: nothing. */
  people: PersonRow[] | null;
  before: readonly PersonRow[];
}

export async function protectAct(platform: Pick<Platform, 'knex' | 'clock'>, input: Input): Promise<ProtectedAct> {
  const { record, task, values, lateReason, protection } = input;
  const people = input.people && acceptedRows(input.people, input.before, protection);
  const open: ProtectedAct = { record, task, values, lateReason, people, sealings: [], isDue: false };
  if (!protection) return open;
  const lay = input.before.some((person) => liesOpen(protection, person));
  if (!people?.some((person) => liesOpen(protection, person))) return { ...open, isDue: lay };
  const all = await keysInForce(platform.knex, input.tenantId, platform.clock.now());
  const keys = all.filter((key) => mayHold(key, input.within));
  // Nobody to seal to: what has been told is taken in all the same, masked, and sealed with the first key.
  if (keys.length === 0) return { ...open, isDue: true };
  await sealingReady();
  const texts: ActTexts = {
    record,
    task,
    values: withoutPeople(values, input.peopleAttribute, protection),
    lateReason,
  };
  const firstNumber = (await lastNumber(platform, input.caseId)) + 1;
  const sealed = sealPeople({ tenantId: input.tenantId, protection, people, keys, firstNumber, texts });
  return { ...sealed.texts, people: sealed.people, sealings: sealed.sealings, isDue: lay };
}

/** A row that a form sends back for somebody it was never shown changes nobody. */
function acceptedRows(people: PersonRow[], before: readonly PersonRow[], protection: Protection | null): PersonRow[] {
  const hidden = new Set(
    before
      .filter((person) => person.sealed === true || (protection && isProtectedPerson(protection, person)))
      .map((person) => person.id),
  );
  return people
    .filter((person) => person.id === undefined || !hidden.has(person.id))
    .map((person) => Object.fromEntries(Object.entries(person).filter(([name]) => !SEAL_ATTRIBUTES.includes(name))));
}

/** Values as typed, flat or nested, without the rows of protected people. */
export function withoutPeople(
  values: Record<string, unknown>,
  attribute: string,
  protection: Protection,
): Record<string, unknown> {
  const clear = (rows: unknown) =>
    Array.isArray(rows)
      ? rows.filter((row) => row && typeof row === 'object' && !isProtectedPerson(protection, row as PersonRow))
      : null;
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      if (key === `record.${attribute}` || key === attribute) return [key, clear(value)];
      if (key !== 'record' || !value || typeof value !== 'object') return [key, value];
      return [key, withoutPeople(value as Record<string, unknown>, attribute, protection)];
    }),
  );
}

async function lastNumber(platform: Pick<Platform, 'knex'>, caseId: string | null): Promise<number> {
  if (!caseId) return 0;
  const row = await platform
    .knex('procedures.sealed_identities')
    .where({ case_id: caseId })
    .max('number as last')
    .first();
  return Number(row?.last ?? 0);
}
