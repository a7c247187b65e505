// Owns what the workspace of a draft shows: its files, what the law locks, and what its lists offer.
import type { UID } from '@strapi/strapi';
import type { DraftView, TaskSettings } from '../../../shared/packages-contract';
import { connectionChoices } from '../connections/connection-choices';
import { BLOCKS_FILE, readBlocks } from '../packages/read-blocks';
import { type ReadPackage, readPackage } from '../packages/read-package';
import type { Manifest } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { personNames } from '../views/person-names';
import { completedDraft } from './completed-draft';
import { draftChoices } from './draft-choices';
import { draftClockRules } from './draft-clock-rules';
import { type DraftFileRecord, draftView, fileKind, findDraft } from './draft-rows';
import { tenantGroups } from './tenant-groups';
import { tenantRecipients } from './tenant-recipients';

export async function readDraft(platform: Platform, actor: Actor, id: string): Promise<DraftView> {
  const { knex, library } = platform;
  const draft = await findDraft(knex, actor.tenantId, id);
  const inForce = await library.active(actor.tenantId, draft.package_id);
  const rows: Omit<DraftFileRecord, 'content'>[] = await knex('procedures.draft_files')
    .where({ draft_id: draft.id })
    .orderBy('path')
    .select('draft_id', 'path', 'revision', 'changed_by', 'changed_at');
  const names = await personNames(knex, [draft.created_by, draft.changed_by, ...rows.map((row) => row.changed_by)]);
  const { files } = await completedDraft(platform, draft);
  // A draft that cannot be read now offers what the version in force offers.
  const now = await readPackage(files).catch((error: unknown) => {
    if (error instanceof ProblemError) return inForce.read;
    throw error;
  });
  const { manifest } = now;
  const blocks = readBlocks(files.get(BLOCKS_FILE));
  return {
    draft: draftView(draft, names),
    title: manifest.title,
    versionInForce: inForce.read.version,
    mainModel: inForce.mainModel,
    files: rows.map((row) => ({
      path: row.path,
      kind: fileKind(row.path),
      revision: row.revision,
      changedBy: { id: row.changed_by, name: names.get(row.changed_by) ?? '' },
      changedAt: row.changed_at.toISOString(),
    })),
    locks: inForce.read.manifest.guardrails.flatMap((rail) =>
      rail.kind === 'element' ? [{ process: rail.process, element: rail.element, law: rail.law }] : [],
    ),
    choices: draftChoices(
      now,
      await tenantGroups(knex, actor.tenantId, manifest),
      blocks,
      attributesOf(platform, manifest),
      {
        recipients: await tenantRecipients(knex, actor.tenantId),
        connections: await connectionChoices(knex, actor.tenantId),
      },
    ),
    tasks: taskSettings(now),
    blocks: blocks.blocks,
    clockRules: draftClockRules(manifest),
  };
}

const attributesOf = ({ strapi }: Platform, { record }: Manifest): Record<string, { type: string }> =>
  (strapi.contentTypes[record.contentType as UID.ContentType]?.attributes ?? {}) as Record<string, { type: string }>;

function taskSettings({ manifest, events }: ReadPackage): TaskSettings {
  return Object.fromEntries(
    Object.entries(manifest.elements).map(([element, { form, clocks, differentFrom }]) => {
      const event = events.find(({ by }) => by.some((one) => one.kind === 'task' && one.element === element))?.code;
      const documents = (manifest.documents ?? []).filter(
        ({ offered }) => event !== undefined && offered?.events?.includes(event),
      );
      return [
        element,
        {
          form,
          clocks: clocks ?? [],
          differentFrom: differentFrom ?? null,
          event: event ?? null,
          documents: documents.map(({ id }) => id),
        },
      ];
    }),
  );
}
