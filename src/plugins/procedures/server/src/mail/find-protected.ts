// Owns which cases are never named outside the panel: restricted ones, and those in which anybody's identity is protected.
// What cannot be read counts as protected.
import type { Core } from '@strapi/strapi';
import { RecordStore } from '../cases/record-store';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';

export async function findProtected(
  platform: Pick<Platform, 'strapi' | 'library' | 'log'>,
  cases: readonly CaseRecord[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const one of cases) if (one.restricted || (await hasProtectedPerson(platform, one))) found.add(one.id);
  return found;
}

async function hasProtectedPerson(
  { strapi, library, log }: { strapi: Core.Strapi } & Pick<Platform, 'library' | 'log'>,
  one: CaseRecord,
): Promise<boolean> {
  try {
    const published = await library.load(one.tenant_id, one.package_id, one.package_version);
    const people = published.read.manifest.record.people;
    const read = await new RecordStore(strapi).read(one.record_type, people, one.record_document_id);
    if (!read) return true;
    return read.record.identityProtection === true || read.people.some((person) => person.sealed === true);
  } catch (error) {
    log.warn(`a case is treated as protected because it could not be read: ${(error as Error).message}`);
    return true;
  }
}
