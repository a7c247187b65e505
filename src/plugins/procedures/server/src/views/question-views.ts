// Owns how questions are shown to both sides, and as lines of what waits for a person.
import type { QuestionExtension, QuestionInbox, QuestionView } from '../../../shared/questions-contract';
import type { AttachmentRecord } from '../attachments/attachment-record';
import { decide } from '../policy/decide';
import { mayAnswerQuestion, mayClaimQuestion, mayDecideQuestion, readsQuestion } from '../policy/question-rules';
import { type LoadedQuestion, loadQuestion, type QuestionRecord } from '../questions/question-record';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { attachmentViews } from './attachment-views';
import { clockViews } from './clock-view';
import { named, personNames } from './person-names';

interface ExtensionRow {
  asked_by: string;
  asked_at: Date;
  days: number;
  reason: string;
  state: QuestionExtension['state'];
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
}

export async function questionView(platform: Platform, actor: Actor, loaded: LoadedQuestion): Promise<QuestionView> {
  const { knex } = platform;
  const { question: row, subject, place, current } = loaded;
  const extensions: ExtensionRow[] = await knex('procedures.question_extensions')
    .where({ question_id: row.id })
    .orderBy('asked_at');
  const files: (AttachmentRecord & { part: string })[] = await knex('procedures.attachments as file')
    .join('procedures.question_attachments as shown', 'shown.attachment_id', 'file.id')
    .where('shown.question_id', row.id)
    .orderBy('file.uploaded_at')
    .select('file.*', 'shown.part');
  const names = await personNames(knex, [
    ...[row.asked_by, row.seen_by, row.assignee, row.answered_by],
    ...extensions.flatMap((one) => [one.asked_by, one.decided_by]),
  ]);
  const units = await unitNames(platform, actor, [row.from_unit, row.to_unit]);
  const full = readsQuestion(actor, subject);
  const part = (name: string) =>
    full
      ? attachmentViews(
          platform,
          actor,
          place,
          files.filter((file) => file.part === name),
        )
      : [];
  const pending = extensions.some((one) => one.state === 'PENDING');
  const mayAnswer = mayAnswerQuestion(actor, subject).allowed;
  const mayDecide = mayDecideQuestion(actor, subject).allowed;
  return {
    id: row.id,
    case: {
      id: decide(actor, 'case.readRecord', place.case as never).allowed ? row.case_id : null,
      bookNo: current.book_no,
      title: await titleOf(platform, current),
    },
    taskId: row.task_id,
    fromUnit: units(row.from_unit),
    toUnit: units(row.to_unit),
    isExternal: row.is_external,
    askedBy: named(names, row.asked_by),
    askedAt: row.asked_at.toISOString(),
    seenAt: row.seen_at?.toISOString() ?? null,
    seenBy: named(names, row.seen_by),
    assignee: named(names, row.assignee),
    question: full ? row.question : null,
    clock: (await clocksOf(platform, [row])).get(row.clock_id ?? '') ?? null,
    state: row.state,
    answer: full ? row.answer : null,
    answeredBy: named(names, row.answered_by),
    answeredAt: row.answered_at?.toISOString() ?? null,
    answerEnteredAt: row.answer_entered_at?.toISOString() ?? null,
    isLate: (row.answered_at ?? row.closed_at ?? platform.clock.now()) > row.due_at,
    closedReason: full ? (row.returned_reason ?? row.withdrawn_reason) : null,
    shown: await part('QUESTION'),
    answerFiles: await part('ANSWER'),
    extensions: extensions.map((one) => ({
      askedBy: named(names, one.asked_by),
      askedAt: one.asked_at.toISOString(),
      days: one.days,
      reason: full ? one.reason : '',
      state: one.state,
      decidedBy: named(names, one.decided_by),
      decidedAt: one.decided_at?.toISOString() ?? null,
      decisionReason: full ? one.decision_reason : null,
    })),
    permissions: {
      claim: row.assignee === null && !row.is_external && mayClaimQuestion(actor, subject).allowed,
      answer: mayAnswer,
      sendBack: mayAnswer,
      extend: mayAnswer && !pending,
      decide: mayDecide && pending,
      withdraw: mayDecide,
    },
  };
}

/** Of a case, newest first. */
export async function questionsOfCase(platform: Platform, actor: Actor, caseId: string): Promise<QuestionView[]> {
  const ids: string[] = await platform
    .knex('procedures.unit_questions')
    .where({ case_id: caseId, tenant_id: actor.tenantId })
    .orderBy('asked_at', 'desc')
    .pluck('id');
  return Promise.all(
    ids.map(async (id) => questionView(platform, actor, await loadQuestion(platform.knex, actor, id))),
  );
}

const MOST_LINES = 50;

/** What waits for the person: to answer for the unit, or to say yes or no to more time. Two partial indexes serve it. */
export async function questionInbox(platform: Platform, actor: Actor): Promise<QuestionInbox> {
  const open = () =>
    platform.knex('procedures.unit_questions as q').where({ 'q.tenant_id': actor.tenantId, 'q.state': 'OPEN' });
  const toAnswer: QuestionRecord[] = await open()
    .join('procedures.cases as c', 'c.id', 'q.case_id')
    .whereIn('q.to_unit', [...actor.units])
    .where({ 'q.is_external': false })
    .where((mine) => mine.whereNull('q.assignee').orWhere('q.assignee', actor.personId))
    .whereRaw('(not c.restricted or q.to_unit = any(c.participating_units))')
    .orderBy('q.due_at')
    .limit(MOST_LINES)
    .select('q.*');
  const toDecide: QuestionRecord[] = await open()
    .join('procedures.question_extensions as e', 'e.question_id', 'q.id')
    .whereIn('q.from_unit', [...actor.units])
    .where({ 'e.state': 'PENDING', 'q.asked_by': actor.personId })
    .orderBy('q.due_at')
    .limit(MOST_LINES)
    .select('q.*');
  const rows = [...toAnswer, ...toDecide];
  if (rows.length === 0) return { items: [] };
  const names = await personNames(
    platform.knex,
    rows.map((row) => row.assignee),
  );
  const units = await unitNames(
    platform,
    actor,
    rows.flatMap((row) => [row.from_unit, row.to_unit]),
  );
  const cases: CaseRecord[] = await platform
    .knex('procedures.cases')
    .whereIn('id', [...new Set(rows.map((row) => row.case_id))]);
  const titles = new Map(
    await Promise.all(cases.map(async (one) => [one.id, await titleOf(platform, one)] as [string, string])),
  );
  const clocks = await clocksOf(platform, rows);
  return {
    items: rows.map((row, at) => ({
      id: row.id,
      waitsFor: at < toAnswer.length ? 'ANSWER' : 'DECISION',
      fromUnit: units(row.from_unit),
      toUnit: units(row.to_unit),
      caseTitle: titles.get(row.case_id) ?? '',
      bookNo: cases.find((one) => one.id === row.case_id)?.book_no ?? null,
      assignee: named(names, row.assignee),
      clock: clocks.get(row.clock_id ?? '') ?? null,
    })),
  };
}

/** The summary's title identifies nobody: the package's manifest says what it is made of. */
async function titleOf({ library }: Platform, current: CaseRecord): Promise<string> {
  if (current.title) return current.title;
  return (await library.load(current.tenant_id, current.package_id, current.package_version)).read.manifest.title.vi;
}

async function unitNames({ knex }: Platform, { tenantId }: Actor, codes: string[]) {
  const rows: { code: string; name: string }[] = await knex('procedures.units')
    .where({ tenant_id: tenantId })
    .whereIn('code', [...new Set(codes)])
    .select('code', 'name');
  return (code: string) => rows.find((row) => row.code === code) ?? { code, name: code };
}

async function clocksOf(platform: Platform, rows: QuestionRecord[]) {
  const clocks: ClockRecord[] = await platform.knex('procedures.clocks').whereIn(
    'id',
    rows.flatMap((row) => row.clock_id ?? []),
  );
  const views = await clockViews(platform.knex, clocks, platform.clock.now());
  return new Map(views.map((view) => [view.id, view]));
}
