// Owns what the workspace of a draft shows: its files, what the law locks, and what its lists offer.
import type { DraftView } from '../../../shared/packages-contract';
import { readPackage } from '../packages/read-package';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { personNames } from '../views/person-names';
import { type DraftFileRecord, draftFiles, draftView, fileKind, findDraft } from './draft-rows';
import { tenantGroups } from './tenant-groups';

export async function readDraft(platform: Platform, actor: Actor, id: string): Promise<DraftView> {
  const { knex, library } = platform;
  const draft = await findDraft(knex, actor.tenantId, id);
  const inForce = await library.active(actor.tenantId, draft.package_id);
  const rows: Omit<DraftFileRecord, 'content'>[] = await knex('procedures.draft_files')
    .where({ draft_id: draft.id })
    .orderBy('path')
    .select('draft_id', 'path', 'revision', 'changed_by', 'changed_at');
  const names = await personNames(knex, [draft.created_by, draft.changed_by, ...rows.map((row) => row.changed_by)]);
  // A draft that cannot be read now offers what the version in force offers.
  const manifest = await readPackage(await draftFiles(knex, draft.id)).then(
    (read) => read.manifest,
    (error: unknown) => {
      if (error instanceof ProblemError) return inForce.read.manifest;
      throw error;
    },
  );
  const groups = await tenantGroups(knex, actor.tenantId, manifest);
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
    choices: {
      groups: groups.map(({ id, title }) => ({ value: id, label: title })),
      forms: rows
        .filter((row) => row.path.endsWith('.form'))
        .map((row) => row.path.slice(0, -'.form'.length))
        .map((name) => ({ value: name, label: name })),
      clocks: manifest.clockRules.map((rule) => ({ value: rule.id, label: `${rule.title.vi} (${rule.id})` })),
    },
    tasks: Object.fromEntries(
      Object.entries(manifest.elements).map(([element, { form, clocks, differentFrom }]) => [
        element,
        { form, clocks: clocks ?? [], differentFrom: differentFrom ?? null },
      ]),
    ),
  };
}
