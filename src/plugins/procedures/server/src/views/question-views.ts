// Owns how questions are shown to both sides, and as lines of what waits for a person.
import type { ClockView } from '../../../shared/contracts';
import type { AnswerDraft, QuestionExtension, QuestionInbox, QuestionView } from '../../../shared/questions-contract';
import type { AttachmentRecord } from '../attachments/attachment-record';
import { placeOfCase } from '../attachments/load-attachment';
import { decide } from '../policy/decide';
import { mayAnswerQuestion, mayClaimQuestion, mayDecideQuestion, readsQuestion } from '../policy/question-rules';
import { answerDrafts } from '../questions/answer-draft';
import { type LoadedQuestion, type QuestionRecord, questionSubject } from '../questions/question-record';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { attachmentViews } from './attachment-views';
import { clockViews } from './clock-view';
import { named, personNames } from './person-names';

interface ExtensionRow {
  question_id: string;
  asked_by: string;
  asked_at: Date;
  days: number;
  reason: string;
  state: QuestionExtension['state'];
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
}

type FileRow = AttachmentRecord & { part: string; question_id: string };
interface Known {
  shownCase: QuestionView['case'];
  names: Awaited<ReturnType<typeof personNames>>;
  units: (code: string) => { code: string; name: string };
  clocks: Map<string, ClockView>;
  drafts: Map<string, AnswerDraft>;
}

export const questionView = async (platform: Platform, actor: Actor, loaded: LoadedQuestion): Promise<QuestionView> =>
  (await viewsOf(platform, actor, loaded, [loaded.question]))[0];

/** Of a case, newest first. */
export async function questionsOfCase(platform: Platform, actor: Actor, caseId: string): Promise<QuestionView[]> {
  const rows: QuestionRecord[] = await platform
    .knex('procedures.unit_questions')
    .where({ case_id: caseId, tenant_id: actor.tenantId })
    .orderBy('asked_at', 'desc');
  if (rows.length === 0) return [];
  const { current, ...place } = await placeOfCase(platform.knex, actor, caseId);
  return viewsOf(platform, actor, { place, current }, rows);
}

/** Questions of one case, with one query a table however many they are. */
async function viewsOf(
  platform: Platform,
  actor: Actor,
  { place, current }: Pick<LoadedQuestion, 'place' | 'current'>,
  rows: QuestionRecord[],
): Promise<QuestionView[]> {
  const { knex } = platform;
  const ids = rows.map((row) => row.id);
  const extensions: ExtensionRow[] = await knex('procedures.question_extensions')
    .whereIn('question_id', ids)
    .orderBy('asked_at');
  const files: FileRow[] = await knex('procedures.attachments as file')
    .join('procedures.question_attachments as shown', 'shown.attachment_id', 'file.id')
    .whereIn('shown.question_id', ids)
    .orderBy('file.uploaded_at')
    .select('file.*', 'shown.part', 'shown.question_id');
  const names = await personNames(knex, [
    ...rows.flatMap((row) => [row.asked_by, row.seen_by, row.assignee, row.answered_by]),
    ...extensions.flatMap((one) => [one.asked_by, one.decided_by]),
  ]);
  const units = await unitNames(
    platform,
    actor,
    rows.flatMap((row) => [row.from_unit, row.to_unit]),
  );
  const clocks = await clocksOf(platform, rows);
  const caseId = decide(actor, 'case.readRecord', place.case as never).allowed ? current.id : null;
  const shownCase = { id: caseId, bookNo: current.book_no, title: await titleOf(platform, current) };
  const drafts = await answerDrafts(knex, actor, ids);
  const known: Known = { shownCase, names, units, clocks, drafts };
  return Promise.all(
    rows.map((row) =>
      viewOf(platform, actor, { question: row, subject: questionSubject(row, place), place, current }, known, {
        extensions: extensions.filter((one) => one.question_id === row.id),
        files: files.filter((one) => one.question_id === row.id),
      }),
    ),
  );
}

async function viewOf(
  platform: Platform,
  actor: Actor,
  { question: row, subject, place }: LoadedQuestion,
  { shownCase, names, units, clocks, drafts }: Known,
  { extensions, files }: { extensions: ExtensionRow[]; files: FileRow[] },
): Promise<QuestionView> {
  const full = readsQuestion(actor, subject);
  const part = async (name: string) =>
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
    case: shownCase,
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
    termUnit: row.term_unit,
    clock: clocks.get(row.clock_id ?? '') ?? null,
    state: row.state,
    answer: full ? row.answer : null,
    answeredBy: named(names, row.answered_by),
    answeredAt: row.answered_at?.toISOString() ?? null,
    answerEnteredAt: row.answer_entered_at?.toISOString() ?? null,
    lateReason: full ? row.late_reason : null,
    isLate: (row.answered_at ?? row.closed_at ?? platform.clock.now()) > row.due_at,
    closedReason: full ? (row.returned_reason ?? row.withdrawn_reason) : null,
    shown: await part('QUESTION'),
    answerFiles: await part('ANSWER'),
    draft: drafts.get(row.id) ?? null,
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
