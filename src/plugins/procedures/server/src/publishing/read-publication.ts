// Owns what the page of a proposal shows: what differs from the version in force, what the check says, who may decide.
import type { ChangeKind, PackageChange, PublicationView } from '../../../shared/packages-contract';
import { connectionChoices } from '../connections/connection-choices';
import { checkDraft } from '../drafts/check-draft';
import type { Change } from '../packages/diff/change';
import { diffPackages } from '../packages/diff/diff-packages';
import { decide } from '../policy/decide';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { personNames } from '../views/person-names';
import { findPublication, publicationFiles, publicationSubject, publicationView } from './publication-rows';

export async function readPublication(platform: Platform, actor: Actor, id: string): Promise<PublicationView> {
  const { knex, library } = platform;
  const row = await findPublication(knex, actor.tenantId, id);
  const base = await library.load(actor.tenantId, row.package_id, row.base_version);
  const law = await library.lawBase(actor.tenantId, row.package_id, row.base_version);
  const files = await publicationFiles(knex, row.id);
  const { read, problems } = await checkDraft(files, law, await connectionChoices(knex, actor.tenantId));
  const names = await personNames(knex, [row.proposed_by, row.decided_by]);
  const subject = await publicationSubject(knex, row);
  const text = (content: Buffer | undefined) => content?.toString('utf8') ?? null;
  const isOpen = row.state === 'PROPOSED';
  return {
    publication: publicationView(row, names),
    title: base.read.manifest.title,
    changes: read ? diffPackages(base.read, read).map(changeView) : [],
    problems,
    trials: row.trials && { scenarios: row.trials, reason: row.trials_reason },
    models: {
      inForce: text(base.read.files.find((file) => file.path === base.mainModel)?.content),
      proposed: text(files.get(base.mainModel)),
    },
    permissions: {
      decide: isOpen && decide(actor, 'publication.decide', subject).allowed,
      move: row.state === 'IN_FORCE' && decide(actor, 'package.move', { tenantId: actor.tenantId }).allowed,
      withdraw: (isOpen || row.state === 'APPROVED') && decide(actor, 'publication.withdraw', subject).allowed,
    },
  };
}

/** An element is pointed at in the drawing; a field, a row or a parameter is told in words alone. */
const changeView = ({ kind, area, file, id, vi, en }: Change): PackageChange => ({
  kind: kind.toUpperCase() as ChangeKind,
  file,
  element: area === 'element' || area === 'layout' ? id : null,
  vi,
  en,
});
