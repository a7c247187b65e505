// Owns the case routes: start forms, start, list, read, enter an event.
import type { CaseList, StartCaseAnswer, StartForm } from '../../../shared/contracts';
import { recordRead } from '../audit/record-read';
import { listCases } from '../cases/list-cases';
import { loadCase } from '../cases/load-case';
import { startCase } from '../cases/start-case';
import { enterEvent } from '../events/enter-event';
import { waitForAction } from '../outbox/find-action';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { findForm } from '../publishing/package-library';
import { sentId } from '../storage/done-once';
import { caseDetail } from '../views/case-detail';
import { bodyOf, forActor, objectOf, waitOf } from './respond';

export default {
  starts: forActor(async (platform, actor): Promise<StartForm[]> => {
    const packages = await platform.library.allActive(actor.tenantId);
    return packages.flatMap((published) =>
      published.read.manifest.starts
        .filter(
          (start) =>
            decide(actor, 'case.start', {
              tenantId: actor.tenantId,
              packageId: published.read.id,
              groups: start.groups,
            }).allowed,
        )
        .map((start) => ({
          packageId: published.read.id,
          event: start.event,
          title: start.title,
          form: findForm(published, start.form) as StartForm['form'],
          groups: start.groups,
          version: published.read.manifest.version,
          similar: published.read.manifest.record.similar ?? null,
        })),
    );
  }),

  start: forActor(async (platform, actor, context): Promise<StartCaseAnswer> => {
    const body = bodyOf(context);
    const started = await startCase(platform, actor, {
      packageId: String(body.packageId ?? ''),
      event: String(body.event ?? ''),
      values: objectOf(body.values),
      at: body.at,
      lateReason: body.lateReason,
      version: body.version,
      reserved: body.reserved,
      suspected: body.suspected,
      confirmedEmpty: body.confirmedEmpty === true,
      clientId: String(body.clientId ?? ''),
    });
    const action = await waitForAction(platform.knex, platform.settlements, started.actionId, waitOf(context));
    const { subject } = await loadCase(platform.knex, started.caseId, actor.tenantId);
    const bookNo = (action.result?.bookNo as string | undefined) ?? null;
    return { ...started, state: action.state, bookNo, documents: decide(actor, 'document.read', subject).allowed };
  }, 202),

  list: forActor((platform, actor, context): Promise<CaseList> => listCases(platform, actor, context.query)),

  read: forActor(async (platform, actor, context) => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'case.read', subject));
    await recordRead(platform, actor, 'case', current.id);
    return caseDetail(platform, actor, current);
  }),

  enterEvent: forActor(async (platform, actor, context) => {
    const body = bodyOf(context);
    const actionId = await enterEvent(platform, actor, context.params.id, {
      code: String(body.code ?? ''),
      values: body.values ? objectOf(body.values) : undefined,
      data: body.data === undefined ? undefined : objectOf(body.data),
      note: body.note,
      at: body.at,
      lateReason: body.lateReason,
      actionId: sentId(body.clientId),
    });
    const action = await waitForAction(platform.knex, platform.settlements, actionId, waitOf(context));
    return { actionId, state: action.state };
  }, 202),
};
