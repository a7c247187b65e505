// Owns the PDF of a drawing of a draft, as it was last saved.
import { DateTime } from 'luxon';
import { diagramToPdf } from '../pdf/diagram-to-pdf';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { findDraft } from './draft-rows';

export async function draftDiagram(
  { knex, library, clock }: Platform,
  actor: Actor,
  id: string,
  file: string | undefined,
): Promise<{ name: string; pdf: Buffer }> {
  const draft = await findDraft(knex, actor.tenantId, id);
  const { mainModel, read } = await library.active(actor.tenantId, draft.package_id);
  const path = file ?? mainModel;
  const row: { content: Buffer; changed_at: Date } | undefined = await knex('procedures.draft_files')
    .where({ draft_id: draft.id, path })
    .first('content', 'changed_at');
  if (!row || !path.endsWith('.bpmn')) return requireAllowed(NOT_FOUND) as never;
  const tenant: { time_zone: string } = await knex('procedures.tenants')
    .where({ id: actor.tenantId })
    .first('time_zone');
  const at = (instant: Date) => DateTime.fromJSDate(instant, { zone: tenant.time_zone }).toFormat('HH:mm dd/MM/yyyy');
  const pdf = await diagramToPdf(row.content.toString('utf8'), {
    title: path === mainModel ? read.manifest.title.vi : path,
    about: `Bản thảo từ phiên bản ${draft.base_version}, chưa ban hành · sửa lần cuối ${at(row.changed_at)} · in ${at(clock.now())}`,
  });
  return { name: `${draft.package_id}-${path.replace(/\.bpmn$/, '')}`, pdf };
}
