// Owns the trying of one decision of a draft: the file as it is saved is given to the engine of the trial host (never the
// one that holds real work), decided on the sample, and what came of it is told with the reasons.
import type { DecidedOne, TriedDecision } from '../../../shared/decisions-contract';
import type { ExpressionWarning } from '../../../shared/expressions-contract';
import { withRequired } from '../../../shared/with-required';
import { draftFiles, findDraft } from '../drafts/draft-rows';
import type { DecisionReport } from '../engine/engine';
import { auditTry } from '../expressions/audit-try';
import { draftPackage } from '../expressions/draft-package';
import { warningsIn } from '../expressions/warning-words';
import { readExpression } from '../packages/broker-feel/read-broker-feel';
import { checkFile } from '../packages/loose/check-file';
import type { ReadPackage } from '../packages/read-package';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import type { TrialHost } from '../trials/trial-host';
import type { DrawnDecision } from './decision-file';
import { decisionNames } from './decision-names';
import { failureWords } from './failure-words';
import { nullPlaces, placeKey } from './null-places';
import { type ProbedFile, probedFile } from './probed-file';
import { readDecisionQuestion } from './read-decision-question';
import { tellDecision } from './tell-decision';
import { unreadableCells } from './unreadable-cells';

/** Each costs the engine a process instance. */
const MOST_WHYS = 8;

export async function tryDecision(
  platform: Platform,
  actor: Actor,
  draftId: string,
  body: Record<string, unknown>,
): Promise<TriedDecision> {
  const draft = await findDraft(platform.knex, actor.tenantId, draftId);
  const { path, decision, variables } = readDecisionQuestion(body);
  const content = (await draftFiles(platform.knex, draft.id)).get(path);
  if (!content) throw unknown();
  const refused = (await checkFile('dmn', content)).problems.filter(({ source }) => source === 'engine');
  if (refused.length > 0) return { state: 'UNREADABLE', problems: await unreadableCells(path, content, refused) };
  const file = await probedFile(path, content);
  const decisions = withRequired(file.decisions, decision);
  if (decisions.length === 0) throw unknown();
  const read = await draftPackage(platform, draft);
  const known = knownNames(read, path, decision);
  const began = performance.now();
  const answer = await platform.trials.withReadyHost((host) => decide(host, file, decisions, variables, known));
  if (!answer) return { state: 'STARTING' };
  await auditTry(platform, actor, draft, 'draft.tryDecision', { file: path, decision });
  if (typeof answer === 'string')
    return { state: 'FAILED', problem: failureWords(answer, null, []), failed: null, decisions: [] };
  const { report, told } = answer;
  if (report.failed)
    return {
      state: 'FAILED',
      problem: failureWords(report.failed.message, report.failed.decision, told),
      failed: report.failed.decision,
      decisions: told,
    };
  return { state: 'DONE', decisions: told, milliseconds: Math.round(performance.now() - began) };
}

interface Decided {
  report: DecisionReport;
  told: DecidedOne[];
}

/** A text: why the engine would not have it at all. */
async function decide(
  host: TrialHost,
  file: ProbedFile,
  decisions: readonly DrawnDecision[],
  variables: Record<string, unknown>,
  known: readonly string[],
): Promise<Decided | string> {
  const probed = decisions.filter(({ id }) => file.probe(id) !== null);
  const [asked] = decisions;
  const answer = await host.ask('decide', {
    name: file.name,
    content: file.content.toString('base64'),
    decisions: [file.deployed(asked?.id ?? ''), ...probed.map(({ id }) => file.probe(id) ?? '')],
    variables,
  });
  if (answer.kind === 'REFUSED') return file.plain(answer.said);
  const [first, ...reports] = answer.reports;
  if (!first) return 'unknown decision';
  const failed = first.failed && {
    decision: file.plain(first.failed.decision),
    message: file.plain(first.failed.message),
  };
  const report: DecisionReport = { ...first, failed };
  const whys = await askWhy(host, file, decisions, report, variables, known);
  const probes = new Map(probed.map(({ id }, at) => [id, reports[at] ?? null]));
  const told = decisions.flatMap((one) => tellDecision({ file, report, probes, whys, known }, one) ?? []);
  return { report, told };
}

/** What the engine noticed where it came to a null: it says so only of an expression by itself. */
async function askWhy(
  host: TrialHost,
  file: ProbedFile,
  decisions: readonly DrawnDecision[],
  report: DecisionReport,
  variables: Record<string, unknown>,
  known: readonly string[],
): Promise<Map<string, ExpressionWarning[]>> {
  const results = decisions.flatMap(({ id, knownAs }) => {
    const step = report.steps.find((one) => one.decision === file.deployed(id));
    return step ? [[knownAs, step.output] as const] : [];
  });
  const given = { ...variables, ...Object.fromEntries(results) };
  const places = nullPlaces(decisions, report, file.deployed, (name) => name in given);
  const whys = new Map<string, ExpressionWarning[]>();
  for (const place of places.slice(0, MOST_WHYS)) {
    // A name with a blank in it is read in a table only.
    if (!readExpression(place.expression).readable) continue;
    const { said } = await host.ask('evaluate', { expression: place.expression, variables: given });
    whys.set(placeKey(place), warningsIn(said, known));
  }
  return whys;
}

function knownNames(read: ReadPackage | null, path: string, decision: string): string[] {
  const names = read ? decisionNames(read, path).find(({ id }) => id === decision) : undefined;
  return [...(names?.required ?? []), ...(names?.variables ?? [])].map(({ name }) => name);
}

const unknown = () =>
  new ProblemError({
    code: 'DECISION_TRY_UNKNOWN',
    status: 404,
    vi: 'Bản nháp không có bảng quyết định này. Hãy mở lại tệp rồi thử.',
    en: 'Expected a decision of this draft, but it has none like that. Open the file again and try.',
  });
