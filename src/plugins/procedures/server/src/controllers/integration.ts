// Owns the routes of other programs: the documented request in, the documented answer out.

import { recordRead } from '../audit/record-read';
import { loadCase } from '../cases/load-case';
import { startCase } from '../cases/start-case';
import { broughtDraft, broughtDraftOrNull } from '../drafts/brought-draft';
import { enterEvent } from '../events/enter-event';
import type { Caller } from '../integration/caller';
import { caseStatus, listCaseLines } from '../integration/case-lines';
import { checkRequest } from '../integration/check-request';
import { derivedId } from '../integration/derived-id';
import { putReference } from '../integration/external-references';
import { onceFor } from '../integration/idempotency';
import { openApiDocument } from '../integration/open-api';
import { operationOf } from '../integration/operations';
import { compareWithTheirs, type Period, reconciliationList } from '../integration/reconciliation';
import { vocabulary } from '../integration/vocabulary';
import { waitForAction } from '../outbox/find-action';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import { bringDraft } from '../publishing/bring-draft';
import { proposeBrought } from '../publishing/propose-brought';
import type { Platform } from '../runtime/platform';
import { getPlatform } from '../runtime/registry';
import { broughtRun, broughtTrials } from '../trials/brought-trials';
import { runDraftTrials } from '../trials/run-draft-trials';
import { readLargeJson } from './read-large-json';
import { readListBody } from './read-list-body';
import type { RouteContext } from './respond';
import { answer, forAnyone, objectOf, waitOf } from './respond';

type Handler = (platform: Platform, caller: Caller, context: RouteContext) => Promise<unknown>;

/** A handler of a documented operation: the gate has put the caller there. */
function forCaller(id: string, handler: Handler) {
  const operation = operationOf(id);
  return (context: RouteContext) =>
    answer(context, operation.status, async () => {
      checkRequest(operation, { params: context.params, query: context.query, body: context.request.body });
      return handler(getPlatform(), context.state.caller as Caller, context);
    });
}

/** The same for an act: once for its key, whatever breaks. */
function actOnce(
  id: string,
  act: (platform: Platform, caller: Caller, context: RouteContext, key: string) => Promise<unknown>,
  stands?: (platform: Platform, caller: Caller, context: RouteContext, answered: unknown) => Promise<boolean>,
) {
  return forCaller(id, async (platform, caller, context) => {
    const request = { id, params: context.params, body: context.request.body };
    const { body, replayed } = await onceFor(
      platform,
      caller.tokenId,
      context.request.headers?.['idempotency-key'],
      request,
      (key) => act(platform, caller, context, key),
      stands && ((answered) => stands(platform, caller, context, answered)),
    );
    if (replayed) context.set('Idempotency-Replayed', 'true');
    return body;
  });
}

const packageTooLarge = () =>
  new ProblemError({
    code: 'PACKAGE_TOO_LARGE',
    status: 413,
    vi: 'Bộ quy trình lớn hơn 32 MB nên không nhận.',
    en: 'Expected a package of at most 32 MB, but it is larger.',
  });

/** A package with its templates is larger than what is read from anybody. */
const MAX_PACKAGE_BODY = 44 * 1024 * 1024;

type Route = (context: RouteContext) => Promise<void>;

/** Read only now that the gate has let the sender in. */
const withBody = (readBody: (context: RouteContext) => Promise<unknown>, handler: Route) => (context: RouteContext) =>
  answer(context, null, async () => {
    context.request.body = await readBody(context);
    await handler(context);
  });

const readPackageBody = (context: RouteContext) => readLargeJson(context, MAX_PACKAGE_BODY, packageTooLarge);

export default {
  document: forAnyone(async () => openApiDocument()),

  vocabulary: forCaller('readVocabulary', (platform, { actor }) => vocabulary(platform, actor)),

  listCases: forCaller('listCases', (platform, { actor }, context) => listCaseLines(platform, actor, context.query)),

  readCase: forCaller('readCase', async (platform, { actor }, context) => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'case.read', subject));
    await recordRead(platform, actor, 'case', current.id);
    return caseStatus(platform, current, decide(actor, 'case.readSummary', subject).allowed);
  }),

  startCase: actOnce('startCase', async (platform, { actor, tokenId }, context, key) => {
    const body = objectOf(context.request.body);
    const started = await startCase(platform, actor, {
      packageId: String(body.packageId),
      event: String(body.event),
      values: objectOf(body.values),
      at: body.at,
      lateReason: body.lateReason,
      confirmedEmpty: true,
      clientId: derivedId(tokenId, key, 'case'),
    });
    const outside = objectOf(body.externalReference);
    if (body.externalReference)
      await putReference(platform, actor, started.caseId, {
        system: String(outside.system),
        reference: String(outside.reference),
      });
    const action = await waitForAction(platform.knex, platform.settlements, started.actionId, waitOf(context));
    return { ...started, state: action.state, bookNo: (action.result?.bookNo as string | undefined) ?? null };
  }),

  enterEvent: actOnce('enterEvent', async (platform, { actor, tokenId }, context, key) => {
    const body = objectOf(context.request.body);
    const actionId = await enterEvent(platform, actor, context.params.id, {
      code: String(body.code),
      values: body.values ? objectOf(body.values) : undefined,
      data: body.data ? objectOf(body.data) : undefined,
      at: body.at,
      lateReason: body.lateReason,
      actionId: derivedId(tokenId, key, 'event'),
    });
    const action = await waitForAction(platform.knex, platform.settlements, actionId, waitOf(context));
    return { actionId, state: action.state };
  }),

  putReference: forCaller('putReference', async (platform, { actor }, context) => {
    const { current, subject } = await loadCase(platform.knex, context.params.id, actor.tenantId);
    requireAllowed(decide(actor, 'case.read', subject));
    const reference = String(objectOf(context.request.body).reference);
    return putReference(platform, actor, current.id, { system: context.params.system, reference });
  }),

  readReconciliation: forCaller('readReconciliation', (platform, { actor }, context) =>
    reconciliationList(platform, actor, context.query as unknown as Period),
  ),

  readPackage: forCaller('readPackage', async (platform, { actor }, context) => {
    const { read } = await platform.library.active(actor.tenantId, context.params.packageId);
    return {
      tenant: actor.tenantId,
      id: read.id,
      version: read.version,
      contentHash: read.contentHash,
      files: Object.fromEntries(read.files.map((file) => [file.path, file.content.toString('base64')])),
    };
  }),

  bringDraft: withBody(
    readPackageBody,
    actOnce(
      'bringDraft',
      (platform, { actor, tokenId }, context, key) => {
        const { files, basedOn } = objectOf(context.request.body);
        const idOf = (turn: number) => derivedId(tokenId, key, `draft ${turn}`);
        return bringDraft(platform, actor, context.params.packageId, { files: objectOf(files), basedOn }, idOf);
      },
      // One that has ended (its proposal was not accepted, say) is brought anew by the same call.
      async ({ knex }, { actor }, { params }, answered) =>
        (await broughtDraftOrNull(knex, actor, params.packageId, String(objectOf(answered).draftId))) !== null,
    ),
  ),

  startTrials: actOnce('startTrials', async (platform, { actor }, { params }) => {
    const draft = await broughtDraft(platform.knex, actor, params.packageId, params.draftId);
    return broughtRun(await runDraftTrials(platform, actor, draft.id, null));
  }),

  readTrials: forCaller('readTrials', async (platform, { actor }, { params }) =>
    broughtTrials(platform, await broughtDraft(platform.knex, actor, params.packageId, params.draftId)),
  ),

  proposePackage: withBody(
    readPackageBody,
    actOnce('proposePackage', (platform, { actor }, context) => {
      const { files, basedOn, draftId, version, note, effectiveAt, trialsReason } = objectOf(context.request.body);
      const of = typeof draftId === 'string' ? { draftId } : { files: objectOf(files), basedOn };
      const input = { version, note, effectiveAt, trialsReason };
      return proposeBrought(platform, actor, context.params.packageId, of, input);
    }),
  ),

  compareLists: withBody(
    readListBody,
    forCaller('compareLists', (platform, { actor }, context) => {
      const body = objectOf(context.request.body) as unknown as Period & { rows: { reference: string }[] };
      return compareWithTheirs(platform, actor, body, body.rows);
    }),
  ),
};
