// Owns what the page of a proposal shows: what differs from the version in force, what the check says, who may decide.
import type { ChangedModel, ChangeKind, PackageChange, PublicationView } from '../../../shared/packages-contract';
import { connectionChoices } from '../connections/connection-choices';
import { checkDraft } from '../drafts/check-draft';
import { type Change, readableValue } from '../packages/diff/change';
import { diffPackages } from '../packages/diff/diff-packages';
import { decide } from '../policy/decide';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { personNames } from '../views/person-names';
import type { PublishedPackage } from './package-library';
import { findPublication, publicationFiles, publicationSubject, publicationView } from './publication-rows';
import { overtakenBy } from './refuse-if-overtaken';

export async function readPublication(platform: Platform, actor: Actor, id: string): Promise<PublicationView> {
  const { knex, library } = platform;
  const row = await findPublication(knex, actor.tenantId, id);
  const base = await library.load(actor.tenantId, row.package_id, row.base_version);
  const law = await library.lawBase(actor.tenantId, row.package_id, {
    version: row.base_version,
    restores: row.restores,
  });
  const files = await publicationFiles(knex, row.id);
  const { read, problems } = await checkDraft(files, law, await connectionChoices(knex, actor.tenantId));
  const names = await personNames(knex, [row.proposed_by, row.decided_by]);
  const subject = await publicationSubject(knex, row);
  const isOpen = row.state === 'PROPOSED';
  return {
    publication: publicationView(row, names),
    title: base.read.manifest.title,
    changes: read ? diffPackages(base.read, read).map(changeView) : [],
    problems,
    overtakenBy: await overtakenBy(platform, row),
    trials: row.trials && { scenarios: row.trials, reason: row.trials_reason },
    models: changedModels(base, files),
    permissions: {
      decide: isOpen && decide(actor, 'publication.decide', subject).allowed,
      move: row.state === 'IN_FORCE' && decide(actor, 'package.move', { tenantId: actor.tenantId }).allowed,
      withdraw: (isOpen || row.state === 'APPROVED') && decide(actor, 'publication.withdraw', subject).allowed,
    },
  };
}

function changedModels(base: PublishedPackage, proposed: ReadonlyMap<string, Buffer>): ChangedModel[] {
  const inForce = new Map(base.read.files.map((file) => [file.path, file.content]));
  const model = (file: string): ChangedModel => ({
    file,
    inForce: inForce.get(file)?.toString('utf8') ?? null,
    proposed: proposed.get(file)?.toString('utf8') ?? null,
  });
  const changed = [...new Set([...inForce.keys(), ...proposed.keys()])]
    .filter((file) => file.endsWith('.bpmn'))
    .sort()
    .map(model)
    .filter((one) => one.inForce !== one.proposed);
  return changed.length > 0 ? changed : [model(base.mainModel)];
}

/** An element is pointed at in the drawing; a field, a row or a parameter is told in words alone. */
const changeView = ({ kind, area, file, id, properties, vi, en }: Change): PackageChange => ({
  kind: kind.toUpperCase() as ChangeKind,
  file,
  element: area === 'element' || area === 'layout' ? id : null,
  // Of what is only drawn elsewhere, the drawing says it.
  properties:
    area === 'layout'
      ? []
      : properties.map(({ name, before, after }) => ({
          name,
          before: readableValue(before),
          after: readableValue(after),
        })),
  vi,
  en,
});
