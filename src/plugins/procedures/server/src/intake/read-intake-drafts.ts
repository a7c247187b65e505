// Owns the reading of drafts: only the author's own, only of entries that have not been sent.
import type { IntakeDraft, IntakeDraftRow } from '../../../shared/intake-contract';
import { valueAt } from '../forms/value-path';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import { UUID } from '../storage/uuid';
import type { Actor } from '../tenants/actor';
import { type IntakeDraftRecord, intakeDraftMs } from './intake-draft';

type Row = IntakeDraftRecord & { files: string };
const LINE_LENGTH = 80;

export async function readIntakeDrafts(
  platform: Pick<Platform, 'knex' | 'library'>,
  actor: Actor,
): Promise<IntakeDraftRow[]> {
  requireAllowed(decide(actor, 'intakeDraft.list', { tenantId: actor.tenantId }));
  const rows: Row[] = await own(platform, actor).orderBy('draft.saved_at', 'desc').limit(100);
  return Promise.all(rows.map((row) => shown(platform, actor, row)));
}

export async function readIntakeDraft(
  platform: Pick<Platform, 'knex' | 'library'>,
  actor: Actor,
  id: string,
): Promise<IntakeDraft> {
  requireAllowed(decide(actor, 'intakeDraft.list', { tenantId: actor.tenantId }));
  const row: Row | undefined = UUID.test(id) ? await own(platform, actor).where('draft.id', id).first() : undefined;
  if (!row) return requireAllowed(NOT_FOUND) as never;
  return { ...(await shown(platform, actor, row)), version: row.package_version, content: row.content };
}

const own = ({ knex }: Pick<Platform, 'knex'>, actor: Actor) =>
  knex('procedures.intake_drafts as draft')
    .where({ 'draft.tenant_id': actor.tenantId, 'draft.person_id': actor.personId })
    .whereNotExists((sent) => sent.from('procedures.cases as sent').whereRaw('sent.id = draft.id'))
    .select(
      'draft.*',
      knex.raw(
        `(select count(*) from procedures.attachments file
           where file.client_id = draft.id and file.case_id is null and file.withdrawn_at is null) as files`,
      ),
    );

async function shown({ library }: Pick<Platform, 'library'>, actor: Actor, row: Row): Promise<IntakeDraftRow> {
  const { manifest } = (await library.active(actor.tenantId, row.package_id)).read;
  const title = manifest.starts.find((start) => start.event === row.event)?.title ?? manifest.title;
  const { similar } = manifest.record;
  const line = [similar?.text, similar?.place]
    .map((path) => (path ? valueAt(row.content.values, path.split('.')) : null))
    .find((value): value is string => typeof value === 'string' && value.trim() !== '');
  return {
    id: row.id,
    packageId: row.package_id,
    event: row.event,
    title,
    line: line?.trim().replace(/\s+/g, ' ').slice(0, LINE_LENGTH) ?? null,
    files: Number(row.files),
    startedAt: row.started_at.toISOString(),
    savedAt: row.saved_at.toISOString(),
    removedAt: new Date(row.saved_at.getTime() + intakeDraftMs()).toISOString(),
  };
}
