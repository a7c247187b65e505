// Owns the routes of packages and of proposals to publish.
import type { PackageList, PublicationView } from '../../../shared/packages-contract';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { decidePublication } from '../publishing/decide-publication';
import { exportPackage } from '../publishing/export-package';
import { listPackages } from '../publishing/list-packages';
import { proposeDraft, proposeRollback } from '../publishing/propose-publication';
import { readPublication } from '../publishing/read-publication';
import { bodyOf, forActor, type RouteContext } from './respond';
import { sendFile } from './send-file';

const proposalOf = (context: RouteContext) => {
  const { version, note, effectiveAt } = bodyOf(context);
  return { version, note, effectiveAt };
};

const deciding = (decision: 'approve' | 'refuse' | 'withdraw') =>
  forActor((platform, actor, context) =>
    decidePublication(platform, actor, context.params.id, decision, bodyOf(context).reason),
  );

export default {
  list: forActor((platform, actor): Promise<PackageList> => {
    requireAllowed(decide(actor, 'package.read', { tenantId: actor.tenantId }));
    return listPackages(platform, actor);
  }),

  archive: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'package.write', { tenantId: actor.tenantId }));
    const { packageId, version } = context.params;
    const { read } = await platform.library.load(actor.tenantId, packageId, version);
    const files = new Map(read.files.map((file) => [file.path, file.content]));
    return sendFile(context, 'zip', `${packageId}-${version}`, await exportPackage(files));
  }),

  rollback: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'package.write', { tenantId: actor.tenantId }));
    const { packageId, version } = context.params;
    return proposeRollback(platform, actor, packageId, version, proposalOf(context));
  }, 201),

  propose: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'package.write', { tenantId: actor.tenantId }));
    return proposeDraft(platform, actor, context.params.id, proposalOf(context));
  }, 201),

  publication: forActor((platform, actor, context): Promise<PublicationView> => {
    requireAllowed(decide(actor, 'package.read', { tenantId: actor.tenantId }));
    return readPublication(platform, actor, context.params.id);
  }),

  approve: deciding('approve'),
  refuse: deciding('refuse'),
  withdraw: deciding('withdraw'),
};
