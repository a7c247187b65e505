// Owns the route that gives a page the model as the administrator drew it, with plain ids.
import { ProblemError } from '../problems/problem-error';
import { forActor } from './respond';

export default {
  read: forActor(async (platform, actor, context) => {
    const { packageId, version, file } = context.params;
    const published = await platform.library.load(actor.tenantId, packageId, version);
    const found = published.read.files.find((one) => one.path === file && one.kind === 'bpmn');
    if (!found) {
      throw new ProblemError({
        code: 'MODEL_UNKNOWN',
        status: 404,
        vi: 'Không có mô hình này trong bộ quy trình.',
        en: 'Expected a model of the package, but there is none of that name.',
      });
    }
    context.type = 'application/xml';
    return found.content.toString('utf8');
  }),
};
