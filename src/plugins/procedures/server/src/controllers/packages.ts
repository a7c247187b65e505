// Owns the routes of packages and of proposals to publish.
import type { PackageList, PublicationView } from '../../../shared/packages-contract';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { decidePublication } from '../publishing/decide-publication';
import { exportPackage } from '../publishing/export-package';
import { listPackages } from '../publishing/list-packages';
import { proposeDraft, proposeRollback } from '../publishing/propose-publication';
import { readApprovers } from '../publishing/read-approvers';
import { readPublication } from '../publishing/read-publication';
import { saveApprovers } from '../publishing/save-approvers';
import { forEditor } from './for-editor';
import { bodyOf, forActor, type RouteContext } from './respond';
import { sendFile } from './send-file';

const proposalOf = (context: RouteContext) => {
  const { version, note, effectiveAt, trialsReason } = bodyOf(context);
  return { version, note, effectiveAt, trialsReason };
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

  archive: forEditor(async (platform, actor, context) => {
    const { packageId, version } = context.params;
    const { read } = await platform.library.load(actor.tenantId, packageId, version);
    const files = new Map(read.files.map((file) => [file.path, file.content]));
    return sendFile(context, 'zip', `${packageId}-${version}`, await exportPackage(files));
  }),

  rollback: forEditor(async (platform, actor, context) => {
    const { packageId, version } = context.params;
    return proposeRollback(platform, actor, packageId, version, proposalOf(context));
  }, 201),

  propose: forEditor(async (platform, actor, context) => {
    return proposeDraft(platform, actor, context.params.id, proposalOf(context));
  }, 201),

  publication: forActor((platform, actor, context): Promise<PublicationView> => {
    requireAllowed(decide(actor, 'package.read', { tenantId: actor.tenantId }));
    return readPublication(platform, actor, context.params.id);
  }),

  approvers: forEditor((platform, actor) => {
    return readApprovers(platform, actor);
  }),

  saveApprovers: forEditor((platform, actor, context) => {
    const { version, administrators, units } = bodyOf(context);
    return saveApprovers(platform, actor, { version, administrators, units });
  }),

  approve: deciding('approve'),
  refuse: deciding('refuse'),
  withdraw: deciding('withdraw'),
};
