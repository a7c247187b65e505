// Owns the shape of the first data of a tenant: what a file under the seeds folder says, and how it is read.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { AlarmSettings } from '../../../shared/alarms-contract';
import type { PortalSettings } from '../../../shared/portal-contract';
import type { ScheduleDefinition } from '../../../shared/schedules-contract';

export interface SeedPosition {
  unit: string;
  title: string;
  roles: string[];
  isHead: boolean;
  validFrom: string;
  validTo?: string;
}
export interface SeedPerson {
  /** Also what makes the person the same one when the seed runs again. */
  email: string;
  fullName: string;
  /** Code of a role of policy/actions.ts; `portal`: an account of the portal only. */
  adminRole: string;
  positions: SeedPosition[];
}
export interface TenantSeed {
  tenant: { id: string; name: string; timeZone: string; demo: boolean };
  units: { code: string; name: string; parent: string | null; external: boolean }[];
  /** What stands at the head of a unit's documents; the form of it is the tenant's to edit. */
  letterheads?: { unit: string; superior: string; issuer: string; place: string; symbol: string }[];
  people: SeedPerson[];
  /** What the public pages say of the tenant. */
  portal?: PortalSettings;
  calendar: {
    weekend: number[];
    days: { day: string; kind: 'HOLIDAY' | 'WORKING'; name: string; status: 'LAW' | 'DECIDED' | 'ASSUMED' }[];
  };
  /** What holds for alarms until an administrator decides otherwise. */
  alarms?: AlarmSettings;
  /** Shifts from yesterday on, over so many days; only while the tenant has none. Hours are the tenant's wall clock. */
  roster?: {
    unit: string;
    days: number;
    shifts: { from: string; to: string; people: string[]; deputy: string | null }[];
  }[];
  /** A version 1 for each; who runs the tenant may supersede it. */
  schedules?: { code: string; reason: string; definition: ScheduleDefinition }[];
  /** Forms of acting for another and kinds of absence. */
  peopleWords?: {
    list: 'ACTING_FORM' | 'ABSENCE_KIND';
    code: string;
    title: string;
    prefix?: string;
    ownTitle?: boolean;
  }[];
  parameters: { package: string; name: string; value: unknown; validFrom?: string }[];
}

/** Every seed of `folder`, in the order of the file names. */
export async function readSeeds(folder: string): Promise<TenantSeed[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.json')).sort();
  return Promise.all(files.map(async (file) => parseSeed(file, await readFile(path.join(folder, file), 'utf8'))));
}

function parseSeed(file: string, text: string): TenantSeed {
  const seed = JSON.parse(text) as TenantSeed;
  const units = new Set(seed.units.map((unit) => unit.code));
  const homeless = seed.people.flatMap((person) => person.positions).filter((position) => !units.has(position.unit));
  if (!/^[a-z0-9-]+$/.test(seed.tenant.id) || homeless.length > 0) {
    const unknown = homeless.map((position) => position.unit).join(', ');
    throw new Error(
      `Expected a tenant id of a-z, 0-9 and dashes and positions in its own units in ${file}, but got "${seed.tenant.id}" and unknown units [${unknown}]`,
    );
  }
  return seed;
}
